import type { Better } from "#shared/domain/kpi.ts";
import { quotedTag } from "#shared/formula/nearest-tag.ts";
import type { efficiencyFindings } from "#shared/language/efficiency-findings.ts";
import { sameDimension } from "#shared/units/convert.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";
import type { ProposalTag } from "./propose-kpis.ts";

/** A place in a template that one tag takes. */
export interface TemplateSlot {
  readonly name: SlotName;
  /** The tag has the dimension of one of these; any where there is none. */
  readonly units: readonly string[];
  /** How such tags are called, and how those are that only look like them. */
  readonly wanted: RegExp;
  readonly unwanted?: RegExp;
  readonly optional?: true;
}

export type SlotName =
  | "power"
  | "flow"
  | "gas-flow"
  | "heat"
  | "fuel"
  | "output"
  | "discharge"
  | "suction"
  | "steam"
  | "feed-temperature"
  | "product"
  | "feed"
  | "scrap"
  | "total"
  | "good"
  | "rated"
  | "availability"
  | "performance"
  | "quality";

export type Slots = Readonly<Partial<Record<SlotName, ProposalTag>>>;

/** A KPI that tags of certain kinds make. */
export interface KpiTemplate {
  readonly id: string;
  readonly name: keyof typeof efficiencyFindings & `kpi.${string}`;
  readonly slots: readonly TemplateSlot[];
  /** The slot whose tag stands for the load; its tag is known to the expectation. */
  readonly load: SlotName;
  readonly better: Better;
  /** @returns undefined where these tags do not make it. */
  formula(slots: Slots): string | undefined;
  unit(slots: Slots): string;
  /** What was taken for granted, said beside the proposal. */
  assumed?(slots: Slots): (keyof typeof efficiencyFindings & `proposal.${string}`) | undefined;
}

const unwantedOfLoad = /\b(demand|setpoint|set point|sp)\b/;
const power: TemplateSlot = {
  name: "power",
  units: ["kW"],
  wanted: /\b(power|kw|leistung|active|electric|electrical|input|verbrauch|consumption)\b/,
  unwanted: /\b(heat|cooling|thermal|reactive|fuel|output|net|gross)\b/,
};
const notTheFlow = /\b(demand|setpoint|set point|sp|leak|seal|flush|coolant|cooling|oil|recirculation|bypass)\b/;
const flow: TemplateSlot = {
  name: "flow",
  units: ["m3/h", "kg/h", "Nm3/h"],
  wanted: /\b(flow|durchfluss|menge|throughput|discharge)\b/,
  unwanted: notTheFlow,
};
const heat: TemplateSlot = {
  name: "heat",
  units: ["kW"],
  wanted: /\b(heat|cooling|thermal|chilled)\b/,
  unwanted: /\b(demand|setpoint|input)\b/,
};
const fuel: TemplateSlot = { name: "fuel", units: ["kW"], wanted: /\b(fuel|firing|thermal input|heat input)\b/, unwanted: unwantedOfLoad };
const discharge: TemplateSlot = {
  name: "discharge",
  units: ["bar"],
  wanted: /\b(discharge|outlet|druckseite|header|network|netz)\b/,
  unwanted: /\b(drop|differential|setpoint|sp)\b/,
};
const suction: TemplateSlot = {
  name: "suction",
  units: ["bar"],
  wanted: /\b(suction|inlet|intake|saugseite)\b/,
  unwanted: /\b(drop|differential|setpoint|sp)\b/,
};

const q = (tag: ProposalTag | undefined): string => quotedTag(tag!.name);

/** The KPIs of everyday plants, the likeliest first. */
export const kpiTemplates: readonly KpiTemplate[] = [
  {
    id: "specific-energy",
    name: "kpi.specific-energy",
    slots: [flow, power],
    load: "flow",
    better: "lower",
    formula: (s) => `${q(s.power)} / ${q(s.flow)}`,
    unit: ({ flow: f }) => (sameDimension(f!.unit, "m3/h") ? "kWh/m3" : sameDimension(f!.unit, "Nm3/h") ? "kWh/Nm3" : "kWh/t"),
  },
  {
    id: "pump-efficiency",
    name: "kpi.pump-efficiency",
    slots: [{ ...flow, units: ["m3/h"] }, power, { ...discharge, wanted: /\b(discharge|outlet|druckseite)\b/ }, suction],
    load: "flow",
    better: "higher",
    formula: (s) => `(${q(s.discharge)} - ${q(s.suction)}) * ${q(s.flow)} / ${q(s.power)}`,
    unit: () => "%",
  },
  {
    id: "cop",
    name: "kpi.cop",
    slots: [heat, power],
    load: "heat",
    better: "higher",
    formula: (s) => `${q(s.heat)} / ${q(s.power)}`,
    unit: () => "",
  },
  {
    id: "heat-rate",
    name: "kpi.heat-rate",
    slots: [
      {
        name: "output",
        units: ["kW"],
        wanted: /\b(output|net|gross|generator|generation|electrical)\b/,
        unwanted: /\b(demand|setpoint|heat|thermal|cooling)\b/,
      },
      fuel,
    ],
    load: "output",
    better: "lower",
    formula: (s) => (s.fuel === s.output ? undefined : `${q(s.fuel)} / ${q(s.output)}`),
    unit: () => "kJ/kWh",
  },
  {
    // The direct method: heat given to the steam over heat of the fuel (EN 12952-15; ASME PTC 4, input-output).
    id: "boiler-efficiency",
    name: "kpi.boiler-efficiency",
    slots: [
      {
        name: "steam",
        units: ["kg/h"],
        wanted: /\b(steam|dampf)\b/,
        unwanted: /\b(demand|setpoint|sp|sootblowing|deaerator|attemperat\w*)\b/,
      },
      {
        name: "fuel",
        units: ["kW", "Nm3/h"],
        wanted: /\b(fuel|firing|gas|brennstoff|erdgas|burner)\b/,
        unwanted: /\b(flue|exhaust|demand|setpoint|sp|recirculation|abgas)\b/,
      },
      {
        name: "feed-temperature",
        units: ["degC"],
        wanted: /\b(feed|feedwater|speisewasser|boiler inlet|water inlet)\b/,
        unwanted: /\b(setpoint|sp)\b/,
        optional: true,
      },
    ],
    load: "steam",
    better: "higher",
    formula: (s) => {
      const feed = s["feed-temperature"];
      // Saturated steam of 4 to 30 bar holds 2 738 to 2 803 kJ/kg (IAPWS-IF97); water 4.19 kJ/kg for each kelvin. Deaerators feed at 105 °C.
      const risen = feed ? `(2780 [kJ/kg] - 4.19 [kJ/(kg*K)] * (${q(feed)} - 0 [degC]))` : "2340 [kJ/kg]";
      // Lower heating value of natural gas: 36 MJ/Nm3 (methane 35.9, ISO 6976).
      const burnt = sameDimension(s.fuel!.unit, "Nm3/h") ? `(${q(s.fuel)} * 10 [kWh/Nm3])` : q(s.fuel);
      return `${q(s.steam)} * ${risen} / ${burnt}`;
    },
    unit: () => "%",
    assumed: () => "proposal.boiler-assumed",
  },
  {
    // Isothermal power over power taken (ISO 1217, annex on isothermal efficiency); normal cubic metres are brought to 20 °C.
    id: "compressor-efficiency",
    name: "kpi.compressor-efficiency",
    slots: [
      {
        name: "gas-flow",
        units: ["Nm3/h"],
        wanted: /\b(flow|air|gas|luft|durchfluss|menge|delivery|fad)\b/,
        unwanted: /\b(demand|setpoint|sp|leak|cooling)\b/,
      },
      power,
      discharge,
      { ...suction, optional: true },
    ],
    load: "gas-flow",
    better: "higher",
    formula: (s) =>
      `1.01325 [bar] * ${q(s["gas-flow"])} / 1 [Nm3/h] * 1.073 [m3/h] * ln(${pressure(s.discharge!)} / ${s.suction ? pressure(s.suction) : "1.01325 [bar]"}) / ${q(s.power)}`,
    unit: () => "%",
    assumed: ({ discharge: d }) => (isPlain(d!.unit) ? "proposal.compressor-gauge" : "proposal.compressor-assumed"),
  },
  {
    id: "yield",
    name: "kpi.yield",
    slots: [
      {
        name: "product",
        units: ["kg/h", "m3/h"],
        wanted: /\b(product|good|yield|ausbeute|finished)\b/,
        unwanted: /\b(demand|setpoint|sp|temperature)\b/,
      },
      {
        name: "feed",
        units: ["kg/h", "m3/h"],
        wanted: /\b(feed|infeed|raw|charge|einsatz|input)\b/,
        unwanted: /\b(demand|setpoint|sp|feedwater|product)\b/,
      },
    ],
    load: "feed",
    better: "higher",
    formula: (s) => (sameDimension(s.product!.unit, s.feed!.unit) ? `${q(s.product)} / ${q(s.feed)}` : undefined),
    unit: () => "%",
  },
  {
    id: "scrap-rate",
    name: "kpi.scrap-rate",
    slots: [
      {
        name: "scrap",
        units: [],
        wanted: /\b(scrap|reject|rejects|rejected|waste|defect|defects|defective|ausschuss|nok|bad)\b/,
        unwanted: /\b(rate|share|percent|water|heat)\b/,
      },
      {
        name: "total",
        units: [],
        wanted: /\b(total|produced|production|parts|pieces|count|counter|stueck|gesamt)\b/,
        unwanted: /\b(scrap|reject\w*|waste|defect\w*|nok|bad|good|power|energy|target)\b/,
      },
    ],
    load: "total",
    better: "lower",
    formula: (s) => (alike(s.scrap!.unit, s.total!.unit) ? `${q(s.scrap)} / ${q(s.total)}` : undefined),
    unit: () => "%",
  },
  {
    // Availability × performance × quality (Nakajima, Introduction to TPM, 1988; ISO 22400-2).
    id: "oee",
    name: "kpi.oee",
    slots: [
      { name: "availability", units: ["%"], wanted: /\b(availability|verfuegbarkeit|verfügbarkeit)\b/ },
      { name: "performance", units: ["%"], wanted: /\b(performance|leistungsgrad)\b/ },
      { name: "quality", units: ["%"], wanted: /\b(quality|qualitaet|qualität)\b/ },
    ],
    load: "availability",
    better: "higher",
    formula: (s) => `${q(s.availability)} * ${q(s.performance)} * ${q(s.quality)}`,
    unit: () => "%",
  },
  {
    // The same without its three parts: good pieces over those that the rated speed would have made in the time counted.
    id: "oee-by-rate",
    name: "kpi.oee-by-rate",
    slots: [
      { name: "good", units: [], wanted: /\b(good|ok|gutteile|accepted)\b/, unwanted: /\b(target|ratio|share|percent|nok)\b/ },
      {
        name: "rated",
        units: [],
        wanted: /\b(rated|nominal|design|ideal|target|soll)\b/,
        unwanted: /\b(good|power|pressure|temperature|flow)\b/,
      },
    ],
    load: "rated",
    better: "higher",
    formula: (s) => (alike(s.good!.unit, s.rated!.unit) ? `${q(s.good)} / ${q(s.rated)}` : undefined),
    unit: () => "%",
    assumed: () => "proposal.oee-assumed",
  },
];

/** Whether amounts of the two can stand over each other; two tags without units can, as far as anybody knows. */
const alike = (a: string, b: string): boolean =>
  (a.trim() === "" && b.trim() === "") || (a.trim() !== "" && b.trim() !== "" && sameDimension(a, b));

/** Neither said to be above the atmosphere nor above nothing. */
const isPlain = (unit: string): boolean =>
  parseUnit(unit).offset === 0 && !/a$|abs/i.test(unit.replace(/[^a-z]/gi, "").replace(/^(k|M|h)?Pa$/, ""));

/** Absolute pressure; logs that say plain bar mean that above the atmosphere. */
const pressure = (tag: ProposalTag): string => (isPlain(tag.unit) ? `(${q(tag)} + 1.01325 [bar])` : q(tag));
