import type { KpiProposal } from "#shared/domain/efficiency.ts";
import type { Finding } from "#shared/domain/finding.ts";
import type { Better } from "#shared/domain/kpi.ts";
import { quotedTag } from "#shared/formula/nearest-tag.ts";
import { efficiencyFindings } from "#shared/language/efficiency-findings.ts";
import { sameDimension } from "#shared/units/convert.ts";
import { efficiencyFinding } from "./efficiency-finding.ts";
import { machineOf, spokenName, tagRole } from "./tag-roles.ts";

/** What is known of a tag before its samples are read. */
export interface ProposalTag {
  readonly name: string;
  readonly unit: string;
  readonly max: number | null;
}

/** A KPI that certain tags make. */
interface Found {
  readonly id: string;
  readonly name: keyof typeof efficiencyFindings;
  readonly formula: string;
  readonly unit: string;
  readonly better: Better;
  /** Tags inside the formula, the one that stands for the load first. */
  readonly tags: readonly ProposalTag[];
  /** Whether the first of them is a load the expectation may know. */
  readonly loadIsKnown: boolean;
}

const hour = 3_600_000;

/** KPIs the tags allow, found by unit and name, with the reasons for every tag's part; the likeliest first. */
export function proposeKpis(assetId: string, tags: readonly ProposalTag[]): KpiProposal[] {
  const machines = [...new Set(tags.map((tag) => machineOf(tag.name)))];
  const found = machines.flatMap((machine) => ofMachine(tags.filter((tag) => machineOf(tag.name) === machine)));
  return (found.length > 0 ? found : outputs(tags)).map((kpi) => proposal(assetId, kpi, tags));
}

function ofMachine(tags: readonly ProposalTag[]): Found[] {
  const power = pick(
    tags,
    ["kW"],
    /\b(power|kw|leistung|active|electric|electrical|input|verbrauch|consumption)\b/,
    /\b(heat|cooling|thermal|reactive|fuel|output|net|gross)\b/,
  );
  const flow = pick(
    tags,
    ["m3/h", "kg/h", "Nm3/h"],
    /\b(flow|durchfluss|menge|throughput|discharge)\b/,
    /\b(demand|setpoint|set point|sp|leak|seal|flush|coolant|cooling|oil|recirculation|bypass)\b/,
  );
  const heat = pick(tags, ["kW"], /\b(heat|cooling|thermal|chilled)\b/, /\b(demand|setpoint)\b/);
  const fuel = pick(tags, ["kW"], /\b(fuel|firing|thermal input)\b/, /\b(demand|setpoint)\b/);
  const output = pick(tags, ["kW"], /\b(output|net|gross|generator|generation|electrical)\b/, /\b(demand|setpoint)\b/);
  const discharge = pick(tags, ["bar"], /\b(discharge|outlet|druckseite)\b/, /\b(drop|differential)\b/);
  const suction = pick(tags, ["bar"], /\b(suction|inlet|saugseite)\b/, /\b(drop|differential)\b/);
  const found: Found[] = [];
  if (power && flow) {
    const per = sameDimension(flow.unit, "m3/h") ? "kWh/m3" : sameDimension(flow.unit, "Nm3/h") ? "kWh/Nm3" : "kWh/t";
    found.push({
      id: "specific-energy",
      name: "kpi.specific-energy",
      formula: `${q(power)} / ${q(flow)}`,
      unit: per,
      better: "lower",
      tags: [flow, power],
      loadIsKnown: true,
    });
  }
  if (power && flow && discharge && suction && sameDimension(flow.unit, "m3/h"))
    found.push({
      id: "pump-efficiency",
      name: "kpi.pump-efficiency",
      formula: `(${q(discharge)} - ${q(suction)}) * ${q(flow)} / ${q(power)}`,
      unit: "%",
      better: "higher",
      tags: [flow, power, discharge, suction],
      loadIsKnown: true,
    });
  if (heat && power)
    found.push({
      id: "cop",
      name: "kpi.cop",
      formula: `${q(heat)} / ${q(power)}`,
      unit: "",
      better: "higher",
      tags: [heat, power],
      loadIsKnown: true,
    });
  if (fuel && output && fuel !== output)
    found.push({
      id: "heat-rate",
      name: "kpi.heat-rate",
      formula: `${q(fuel)} / ${q(output)}`,
      unit: "kJ/kWh",
      better: "lower",
      tags: [output, fuel],
      loadIsKnown: true,
    });
  return found;
}

/** A plant that only makes something: its output as it is. */
function outputs(tags: readonly ProposalTag[]): Found[] {
  const likely = tags.find((tag) => /\b(output|net|gross|generation|production|pe|ep|power|yield)\b/.test(spokenName(tag.name)));
  return likely
    ? [{ id: "output", name: "kpi.output", formula: q(likely), unit: likely.unit, better: "higher", tags: [likely], loadIsKnown: false }]
    : [];
}

/** The tag with one of these units and the best fitting name. */
function pick(tags: readonly ProposalTag[], units: readonly string[], wanted: RegExp, unwanted: RegExp): ProposalTag | undefined {
  return tags.find((tag) => {
    const spoken = spokenName(tag.name.slice(machineOf(tag.name).length));
    return units.some((unit) => sameDimension(tag.unit, unit)) && wanted.test(spoken) && !unwanted.test(spoken);
  });
}

const q = (tag: ProposalTag): string => quotedTag(tag.name);

const watched = /\b(vibration|vib|temperature|temp|suction|current)\b/;

function proposal(assetId: string, kpi: Found, tags: readonly ProposalTag[]): KpiProposal {
  const own = machineOf(kpi.tags[0]!.name);
  const load = kpi.tags[0]!;
  const parts: Record<"relevant" | "settings" | "symptoms" | "doubles" | "elsewhere", string[]> = {
    relevant: kpi.loadIsKnown ? [load.name] : [],
    settings: [],
    symptoms: [],
    doubles: [],
    elsewhere: [],
  };
  for (const tag of tags) {
    if (kpi.tags.includes(tag)) continue;
    const role = tagRole(tag.name);
    const machine = machineOf(tag.name);
    const isNear = machine === own || machine === "";
    if (!isNear || role === "unclear") parts.elsewhere.push(tag.name);
    else if (kpi.loadIsKnown && sameDimension(tag.unit, load.unit) && role !== "symptom" && tag.unit !== "") parts.doubles.push(tag.name);
    else if (role === "setting") parts.settings.push(tag.name);
    else parts[role === "symptom" ? "symptoms" : "relevant"].push(tag.name);
  }
  const findings: Finding[] = [];
  const name = efficiencyFindings[kpi.name].en;
  const say = (code: Parameters<typeof efficiencyFinding>[0], list: readonly string[], more: Finding["data"] = {}): void => {
    if (list.length > 0) findings.push(efficiencyFinding(code, "note", { tags: list.join(", "), ...more }));
  };
  findings.push(efficiencyFinding("proposal.found", "note", { name, formula: kpi.formula }));
  say("proposal.relevant", parts.relevant);
  if (parts.relevant.length + parts.settings.length === 0) {
    // Nothing was recognised: what nothing speaks against is better than an empty list, said as the guess it is.
    parts.relevant = parts.elsewhere.filter((tag) => [own, ""].includes(machineOf(tag)));
    parts.elsewhere = parts.elsewhere.filter((tag) => !parts.relevant.includes(tag));
    say("proposal.guessed", parts.relevant);
    if (parts.relevant.length === 0) findings.push(efficiencyFinding("proposal.no-relevant", "warning"));
  }
  say("proposal.settings", parts.settings);
  say("proposal.symptoms", parts.symptoms);
  say("proposal.doubles", parts.doubles, { tag: load.name });
  say("proposal.elsewhere", parts.elsewhere);
  return {
    kpi: {
      id: `${assetId}:${own === "" ? "" : `${own}.`}${kpi.id}`,
      assetId,
      name: own === "" ? name : `${own} ${name.toLowerCase()}`,
      formula: kpi.formula,
      unit: kpi.unit,
      better: kpi.better,
      validWhen: runningRule(
        tags.filter((tag) => machineOf(tag.name) === own),
        kpi,
      ),
      throughput: null,
      relevantVariables: [...parts.relevant, ...parts.settings],
      controllableTags: parts.settings,
      // What people watch while they turn something.
      constraintTags: parts.settings.length > 0 ? parts.symptoms.filter((tag) => watched.test(spokenName(tag))) : [],
      resolutionMs: hour,
    },
    findings,
  };
}

/** Running is above a fifth of the highest speed or, where no speed is logged, above a tenth of the largest load. */
function runningRule(own: readonly ProposalTag[], kpi: Found): string | null {
  const speed = pick(own, ["rpm"], /\b(speed|rpm|drehzahl)\b/, /\b(setpoint|set point|sp)\b/);
  const tag = speed ?? (kpi.loadIsKnown ? kpi.tags[0] : undefined);
  if (!tag?.max || !(tag.max > 0)) return null;
  return `${q(tag)} > ${Number((tag.max * (speed ? 0.2 : 0.1)).toPrecision(1))}`;
}
