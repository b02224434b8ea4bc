import type { KpiProposal, KpiTemplateForm } from "#shared/domain/efficiency.ts";
import type { Finding } from "#shared/domain/finding.ts";
import type { Better } from "#shared/domain/kpi.ts";
import { quotedTag } from "#shared/formula/nearest-tag.ts";
import { efficiencyFindings } from "#shared/language/efficiency-findings.ts";
import { sameDimension } from "#shared/units/convert.ts";
import { efficiencyFinding } from "./efficiency-finding.ts";
import { type KpiTemplate, kpiTemplates, type Slots, type TemplateSlot } from "./kpi-templates.ts";
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
  /** What was taken for granted. */
  readonly assumed?: keyof typeof efficiencyFindings | undefined;
}

const hour = 3_600_000;

/** KPIs the tags allow, found by unit and name, with the reasons for every tag's part; the likeliest first. */
export function proposeKpis(assetId: string, tags: readonly ProposalTag[]): KpiProposal[] {
  const machines = [...new Set(tags.map((tag) => machineOf(tag.name)))];
  const found = machines.flatMap((machine) => ofMachine(tags.filter((tag) => machineOf(tag.name) === machine)));
  return (found.length > 0 ? found : outputs(tags)).map((kpi) => proposal(assetId, kpi, tags));
}

/** Every template, with the tags whose unit fits each of its places. */
export function templateForms(tags: readonly ProposalTag[]): KpiTemplateForm[] {
  return kpiTemplates.map(({ id, name, slots }) => ({
    id,
    name,
    slots: slots.map((slot) => ({
      name: slot.name,
      tags: tags.filter((tag) => fits(tag, slot.units)).map((tag) => tag.name),
      optional: slot.optional ?? false,
    })),
  }));
}

/**
 * A template with tags that a person has put into its places.
 * @param chosen names of tags by names of places. @returns null where a place is empty, a unit does not fit, or one tag stands twice.
 */
export function fillTemplate(
  assetId: string,
  templateId: string,
  chosen: Readonly<Record<string, string>>,
  tags: readonly ProposalTag[],
): KpiProposal | null {
  const template = kpiTemplates.find(({ id }) => id === templateId);
  if (!template) return null;
  const slots: Slots = Object.fromEntries(
    template.slots.map(({ name, units }) => [name, tags.find((tag) => tag.name === chosen[name] && fits(tag, units))]),
  );
  if (template.slots.some(({ name, optional }) => !slots[name] && (!optional || chosen[name]))) return null;
  const kpi = filled(template, slots);
  return kpi ? proposal(assetId, kpi, tags) : null;
}

function ofMachine(tags: readonly ProposalTag[]): Found[] {
  return kpiTemplates.flatMap((template) => {
    const slots = Object.fromEntries(template.slots.map((slot) => [slot.name, bestFor(slot, tags)])) as Slots;
    if (template.slots.some(({ name, optional }) => !optional && !slots[name])) return [];
    return filled(template, slots) ?? [];
  });
}

/** A template with its tags in it; undefined where they do not make it, or one would stand in two places. */
function filled(template: KpiTemplate, slots: Slots): Found | undefined {
  const others = template.slots.flatMap(({ name }) => (name === template.load ? [] : (slots[name] ?? [])));
  const tags = [slots[template.load]!, ...others];
  const formula = new Set(tags).size === tags.length ? template.formula(slots) : undefined;
  if (formula === undefined) return undefined;
  const { id, name, better } = template;
  return { id, name, formula, unit: template.unit(slots), better, tags, loadIsKnown: true, assumed: template.assumed?.(slots) };
}

const bestFor = (slot: TemplateSlot, tags: readonly ProposalTag[]): ProposalTag | undefined =>
  pick(tags, slot.units, slot.wanted, slot.unwanted ?? never);

/** A plant that only makes something: its output as it is. */
function outputs(tags: readonly ProposalTag[]): Found[] {
  const likely = tags.find((tag) => /\b(output|net|gross|generation|production|pe|ep|power|yield)\b/.test(spokenName(tag.name)));
  return likely
    ? [{ id: "output", name: "kpi.output", formula: q(likely), unit: likely.unit, better: "higher", tags: [likely], loadIsKnown: false }]
    : [];
}

const never = /(?!)/;

const fits = (tag: ProposalTag, units: readonly string[]): boolean =>
  units.length === 0 || units.some((unit) => sameDimension(tag.unit, unit));

/** The tag with one of these units, any where there is none, and the best fitting name. */
function pick(tags: readonly ProposalTag[], units: readonly string[], wanted: RegExp, unwanted: RegExp): ProposalTag | undefined {
  return tags.find((tag) => {
    const spoken = spokenName(tag.name.slice(machineOf(tag.name).length));
    return fits(tag, units) && wanted.test(spoken) && !unwanted.test(spoken);
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
  if (kpi.assumed) findings.push(efficiencyFinding(kpi.assumed, "warning"));
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
