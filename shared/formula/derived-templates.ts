import type { Tag } from "../domain/asset.ts";
import { sameDimension } from "../units/convert.ts";
import { quotedTag } from "./nearest-tag.ts";

/** A part of a template that a tag is chosen for. Worded under `derived.slot.<id>`. */
export interface TemplateSlot {
  readonly id: "flow" | "outlet" | "inlet" | "power" | "warm" | "cold" | "tag" | "above" | "below";
  /** Units of the dimensions that fit, one of each; empty where every tag fits. */
  readonly fits: readonly string[];
  /** Words of a tag's name that speak for it. */
  readonly words: RegExp;
}

/** A physically meaningful formula with places for tags. Worded under `derived.template.<id>` and `derived.template.<id>.help`. */
export interface DerivedTemplate {
  readonly id:
    | "hydraulic-power"
    | "differential-pressure"
    | "temperature-difference"
    | "heat-flow"
    | "specific-power"
    | "rate-of-change"
    | "moving-mean"
    | "moving-std"
    | "earlier"
    | "deviation"
    | "ratio";
  readonly slots: readonly TemplateSlot[];
  /** Unit the values are shown in; "" takes that of the formula. */
  readonly unit: string;
  /** Default span it looks back over, as it stands in the formula; null where it looks at each row alone. */
  readonly span: string | null;
  /** @param tags by slot, as they are written in formulas. */
  formula(tags: Readonly<Record<string, string>>, span: string): string;
  /** The last part of the name that is proposed. */
  name(tags: Readonly<Record<string, string>>): string;
}

const pressures = ["bar"];
const temperatures = ["degC"];
const flows = ["m3/h", "kg/h", "Nm3/h"];
const anything = /(?:)/;
const outlet = /\b(discharge|outlet|out|downstream|delivery|supply|high|hp)\b/i;
const inlet = /\b(suction|inlet|in|upstream|return|low|lp)\b/i;

export const derivedTemplates: readonly DerivedTemplate[] = [
  {
    id: "hydraulic-power",
    slots: [
      { id: "flow", fits: ["m3/h"], words: /\bflow\b/i },
      { id: "outlet", fits: pressures, words: outlet },
      { id: "inlet", fits: pressures, words: inlet },
    ],
    unit: "kW",
    span: null,
    formula: ({ flow, outlet: high, inlet: low }) => `${flow} * (${high} - ${low})`,
    name: () => "hydraulic_power",
  },
  {
    id: "differential-pressure",
    slots: [
      { id: "outlet", fits: pressures, words: outlet },
      { id: "inlet", fits: pressures, words: inlet },
    ],
    unit: "",
    span: null,
    formula: ({ outlet: high, inlet: low }) => `${high} - ${low}`,
    name: () => "differential_pressure",
  },
  {
    id: "temperature-difference",
    slots: [
      { id: "warm", fits: temperatures, words: /\b(outlet|out|hot|bearing|winding|discharge|supply)\b/i },
      { id: "cold", fits: temperatures, words: /\b(ambient|inlet|in|cold|return|suction)\b/i },
    ],
    unit: "K",
    span: null,
    formula: ({ warm, cold }) => `${warm} - ${cold}`,
    name: ({ warm }) => `${lastPart(warm)}_rise`,
  },
  {
    id: "heat-flow",
    slots: [
      { id: "flow", fits: ["m3/h"], words: /\bflow\b/i },
      { id: "warm", fits: temperatures, words: /\b(outlet|out|hot|supply)\b/i },
      { id: "cold", fits: temperatures, words: /\b(inlet|in|cold|return)\b/i },
    ],
    unit: "kW",
    span: null,
    // Water between 10 and 60 °C: density times heat capacity, VDI Heat Atlas D2.1 (998 … 983 kg/m³ · 4.18 kJ/kg K).
    formula: ({ flow, warm, cold }) => `${flow} * 4.15 [MJ/m3] * (${warm} - ${cold}) / 1 [K]`,
    name: () => "heat_flow",
  },
  {
    id: "specific-power",
    slots: [
      { id: "power", fits: ["kW"], words: /\b(power|kw)\b/i },
      { id: "flow", fits: flows, words: /\b(flow|throughput|feed|production)\b/i },
    ],
    unit: "",
    span: null,
    formula: ({ power, flow }) => `${power} / ${flow}`,
    name: () => "specific_power",
  },
  {
    id: "rate-of-change",
    slots: [{ id: "tag", fits: [], words: anything }],
    unit: "",
    span: "10 [min]",
    formula: ({ tag }, span) => `rate(${tag}, ${span})`,
    name: ({ tag }) => `${lastPart(tag)}_rate`,
  },
  {
    id: "moving-mean",
    slots: [{ id: "tag", fits: [], words: anything }],
    unit: "",
    span: "1 [h]",
    formula: ({ tag }, span) => `mean(${tag}, ${span})`,
    name: ({ tag }) => `${lastPart(tag)}_mean`,
  },
  {
    id: "moving-std",
    slots: [{ id: "tag", fits: [], words: anything }],
    unit: "",
    span: "1 [h]",
    formula: ({ tag }, span) => `std(${tag}, ${span})`,
    name: ({ tag }) => `${lastPart(tag)}_std`,
  },
  {
    id: "earlier",
    slots: [{ id: "tag", fits: [], words: anything }],
    unit: "",
    span: "1 [h]",
    formula: ({ tag }, span) => `lag(${tag}, ${span})`,
    name: ({ tag }) => `${lastPart(tag)}_earlier`,
  },
  {
    id: "deviation",
    slots: [{ id: "tag", fits: [], words: anything }],
    unit: "",
    span: "1 [d]",
    formula: ({ tag }, span) => `${tag} - mean(${tag}, ${span})`,
    name: ({ tag }) => `${lastPart(tag)}_deviation`,
  },
  {
    id: "ratio",
    slots: [
      { id: "above", fits: [], words: anything },
      { id: "below", fits: [], words: anything },
    ],
    unit: "",
    span: null,
    formula: ({ above, below }) => `${above} / ${below}`,
    name: ({ above, below }) => `${lastPart(above)}_per_${lastPart(below)}`,
  },
];

type Source = Pick<Tag, "name" | "unit">;

/** The tags that can stand in a slot, by unit. */
export const tagsFor = (slot: TemplateSlot, tags: readonly Source[]): Source[] =>
  slot.fits.length === 0 ? [...tags] : tags.filter((tag) => tag.unit !== "" && slot.fits.some((unit) => sameDimension(tag.unit, unit)));

/**
 * The likeliest tag of each slot by unit and name, each tag once; "" where none fits. Tags of one machine, what stands before the last dot of a
 * name, are kept together where they can be.
 */
export function likelyTags(template: DerivedTemplate, tags: readonly Source[]): Record<string, string> {
  const machines = [...new Set(tags.map((tag) => machineOf(tag.name)))];
  const tries = [...machines.map((machine) => tags.filter((tag) => machineOf(tag.name) === machine)), tags].map((some) =>
    filledSlots(template, some),
  );
  return tries.reduce((best, next) => (next.spokenFor > best.spokenFor ? next : best)).found;
}

/** `spokenFor` counts slots that are filled, and once more those whose tag's name speaks for it. */
function filledSlots(template: DerivedTemplate, tags: readonly Source[]): { found: Record<string, string>; spokenFor: number } {
  const taken = new Set<string>();
  const found: Record<string, string> = {};
  let spokenFor = 0;
  for (const slot of template.slots) {
    const fitting = tagsFor(slot, tags).filter((tag) => !taken.has(tag.name));
    const told = fitting.filter((tag) => slot.words.test(spoken(tag.name)));
    const likely = told.find((tag) => !besides.test(spoken(tag.name))) ?? told[0] ?? fitting[0];
    found[slot.id] = likely?.name ?? "";
    if (!likely) continue;
    taken.add(likely.name);
    spokenFor += told.length > 0 ? 2 : 1;
  }
  return { found, spokenFor };
}

/** What a template makes of the chosen tags; undefined while one is missing. */
export function filledTemplate(
  template: DerivedTemplate,
  chosen: Readonly<Record<string, string>>,
  span: string,
): { name: string; formula: string; unit: string } | undefined {
  if (template.slots.some((slot) => !chosen[slot.id])) return undefined;
  const written = Object.fromEntries(template.slots.map((slot) => [slot.id, quotedTag(chosen[slot.id]!)]));
  const first = chosen[template.slots[0]!.id]!;
  const machine = first.slice(0, first.lastIndexOf(".") + 1);
  return { name: machine + template.name(chosen), formula: template.formula(written, span), unit: template.unit };
}

// Beside the main stream of a machine, or not measured at all.
const besides = /\b(seal|leak|leakage|flush|coolant|cooling|oil|recirculation|bypass|demand|setpoint|sp|drop|differential)\b/i;
const machineOf = (tag: string): string => tag.slice(0, Math.max(0, tag.lastIndexOf(".")));
const lastPart = (tag: string | undefined): string => (tag ?? "").slice((tag ?? "").lastIndexOf(".") + 1).replace(/"/g, "");
const spoken = (tag: string): string => tag.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/[^\p{L}\p{N}]+/gu, " ");
