import type { Finding } from "#shared/domain/finding.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { type Calculation, scaled } from "#shared/formula/calculation.ts";
import { type Expression, tagsOf } from "#shared/formula/expression.ts";
import { FormulaError } from "#shared/formula/formula-error.ts";
import { parseFormula } from "#shared/formula/parse-formula.ts";
import { ratioOf } from "#shared/formula/ratio.ts";
import { resolveUnits } from "#shared/formula/resolve-units.ts";
import { conversion } from "#shared/units/convert.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";
import type { Unit } from "#shared/units/unit.ts";
import { difference, multiplyUnits } from "#shared/units/unit-algebra.ts";
import { efficiencyFinding } from "./efficiency-finding.ts";

/** A KPI ready to be computed. */
export interface KpiMeaning {
  /** The KPI itself, or what is added up above the line where it is a ratio; the ratio of the sums is in the unit of the KPI. */
  readonly value: Calculation;
  /** What is added up below the line; null where the KPI is no ratio. */
  readonly per: Calculation | null;
  readonly validWhen: Calculation | null;
  /** What weighs the steps, as a rate; null weighs by time. */
  readonly throughput: Calculation | null;
  /** Unit of the throughput added up over hours; "h" where there is none. */
  readonly throughputUnit: string;
  readonly excessUnit: string;
  /** Loss in the KPI's unit times throughput · hours, times this, is in `excessUnit`. */
  readonly excessScale: number;
}

/** The tags a KPI needs, each once: of its formulas, its relevant variables, what shows its static factors. A formula that cannot be read gives none. */
export function kpiTags(kpi: KpiDefinition): string[] {
  const tags = [kpi.formula, kpi.validWhen, kpi.throughput].flatMap((text) => (text === null ? [] : readableTags(text)));
  const statics = (kpi.staticFactors ?? []).flatMap(({ tag }) => tag ?? []);
  return [...new Set([...tags, ...kpi.relevantVariables, ...statics])];
}

function readableTags(text: string): string[] {
  try {
    return tagsOf(parseFormula(text));
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}

/**
 * Understands a KPI on these tags.
 * @returns no meaning where a finding blocks.
 */
export function kpiMeaning(
  kpi: KpiDefinition,
  tags: readonly { readonly tag: string; readonly unit: string }[],
): { meaning: KpiMeaning | undefined; findings: Finding[] } {
  const units = new Map(tags.map(({ tag, unit }) => [tag, unit]));
  const names = [...units.keys()];
  const findings: Finding[] = [];
  const resolve = (e: Expression, text: string) => resolveUnits(e, text, (tag) => units.get(tag), names);
  const read = (text: string) => {
    const formula = parseFormula(text);
    const resolved = resolve(formula, text);
    findings.push(...resolved.findings);
    return { formula, ...resolved };
  };
  for (const tag of kpi.relevantVariables)
    if (!units.has(tag)) findings.push(efficiencyFinding("efficiency.tag-missing", "blocking", { tag }));
  try {
    const { formula, unit, calculation } = read(kpi.formula);
    const ratio = ratioOf(formula);
    const above = ratio && resolve(ratio.numerator, kpi.formula);
    const below = ratio && resolve(ratio.denominator, kpi.formula);
    const { scale, shift } = shownIn(kpi, unit, findings);
    const validWhen = kpi.validWhen === null ? null : read(kpi.validWhen).calculation;
    const given = kpi.throughput === null ? undefined : read(kpi.throughput);
    const throughput = given ?? below;
    const meaning: KpiMeaning = {
      value: above ? scaled(above.calculation, scale, 0) : scaled(calculation, scale, shift),
      per: below?.calculation ?? null,
      validWhen,
      throughput: throughput?.calculation ?? null,
      ...amounts(kpi.unit, throughput === undefined ? "none" : throughput.unit),
    };
    reportRoles(kpi, ratio ? tagsOf(ratio.numerator) : tagsOf(formula), findings);
    return { meaning: findings.some((f) => f.severity === "blocking") ? undefined : meaning, findings };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { meaning: undefined, findings: [...findings, error.finding] };
  }
}

/** How the formula's value becomes one in the KPI's unit. */
function shownIn(kpi: KpiDefinition, unit: Unit | undefined, findings: Finding[]): { scale: number; shift: number } {
  if (!unit) {
    findings.push(efficiencyFinding("efficiency.unit-taken", "note", { unit: kpi.unit || "1" }));
    return { scale: 1, shift: 0 };
  }
  const found = conversion(unit, parseUnit(kpi.unit));
  if (!found)
    findings.push(efficiencyFinding("efficiency.unit-differs", "blocking", { unit: kpi.unit || "1", formulaUnit: unit.symbol || "1" }));
  return found ?? { scale: 1, shift: 0 };
}

/** Units a loss is added up in. */
function amounts(
  kpiUnit: string,
  throughput: Unit | undefined | "none",
): Pick<KpiMeaning, "throughputUnit" | "excessUnit" | "excessScale"> {
  const hours = parseUnit("h");
  const loss = difference(parseUnit(kpiUnit));
  const total = throughput === "none" ? hours : throughput && multiplyUnits(throughput, hours);
  // A throughput whose unit is not said still adds up; its amounts are per unit of it.
  if (!total) return { throughputUnit: "", excessUnit: loss.symbol, excessScale: 1 };
  const excess = multiplyUnits(loss, total);
  return { throughputUnit: total.symbol, excessUnit: excess.symbol, excessScale: (loss.factor * total.factor) / excess.factor };
}

/** Tags that do two jobs which do not go together. */
function reportRoles(kpi: KpiDefinition, counted: readonly string[], findings: Finding[]): void {
  for (const tag of kpi.relevantVariables) {
    if (counted.includes(tag)) findings.push(efficiencyFinding("efficiency.input-in-numerator", "warning", { tag }));
    else if (kpi.controllableTags.includes(tag)) findings.push(efficiencyFinding("efficiency.input-controllable", "note", { tag }));
  }
  if (kpi.relevantVariables.length === 0) findings.push(efficiencyFinding("efficiency.no-inputs", "blocking"));
}
