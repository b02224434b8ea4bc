import type { Tag } from "../domain/asset.ts";
import type { DerivedTag } from "../domain/derived-tag.ts";
import type { Finding } from "../domain/finding.ts";
import { conversion } from "../units/convert.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { type Calculation, scaled } from "./calculation.ts";
import { tagsOf } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { formulaFinding } from "./formula-finding.ts";
import { parseFormula } from "./parse-formula.ts";
import { resolveUnits } from "./resolve-units.ts";

/** A derived tag ready to be computed from samples alone: tags it reads that are derived themselves have been put in. Plain data. */
export interface DerivedSignal {
  readonly tag: string;
  readonly unit: string;
  /** The measured tags it reads. */
  readonly reads: readonly string[];
  /** How far before a row its value looks, ms; 0 where it needs that row alone. */
  readonly lookBackMs: number;
  readonly calculation: Calculation;
}

export interface UnderstoodTag {
  /** Null where a finding blocks. */
  readonly signal: DerivedSignal | null;
  /** Unit of the formula itself, before it is converted; null where it cannot be told. */
  readonly formulaUnit: string | null;
  /** Tags the formula names, measured and derived. */
  readonly usedTags: readonly string[];
  readonly findings: readonly Finding[];
}

type Source = Pick<Tag, "name" | "unit">;
type Definition = Pick<DerivedTag, "name" | "formula" | "unit">;

/**
 * Understands a derived tag. @param measured the tags of the logs. @param others the derived tags of the asset; one of the same name as the one
 * asked for is passed over.
 */
export function understandDerived(asked: Definition, measured: readonly Source[], others: readonly Definition[]): UnderstoodTag {
  return understand(asked, new Map(measured.map((tag) => [tag.name, tag.unit])), others, [asked.name]);
}

/** Those of the derived tags that can be computed; a tag of the logs stands before a derived one of its name. */
export function derivedSignals(measured: readonly Source[], derived: readonly Definition[]): DerivedSignal[] {
  const names = new Set(measured.map((tag) => tag.name));
  return derived
    .filter((tag) => !names.has(tag.name))
    .flatMap((tag) => {
      const { signal } = understandDerived(tag, measured, derived);
      return signal ? [signal] : [];
    });
}

function understand(
  asked: Definition,
  measured: ReadonlyMap<string, string>,
  others: readonly Definition[],
  inside: readonly string[],
): UnderstoodTag {
  const findings: Finding[] = [];
  const made = new Map<string, DerivedSignal>();
  let formulaUnit: string | null = null;
  let usedTags: readonly string[] = [];
  const refused = (finding: Finding): UnderstoodTag => ({
    signal: null,
    formulaUnit,
    usedTags,
    findings: [...findings, finding],
  });
  try {
    const expression = parseFormula(asked.formula);
    usedTags = tagsOf(expression);
    for (const name of usedTags) {
      if (measured.has(name)) continue;
      if (inside.includes(name)) return refused(formulaFinding("formula.circle", "blocking", { tag: name }));
      const other = others.find((tag) => tag.name === name);
      if (!other) continue;
      const { signal, findings: why } = understand(other, measured, others, [...inside, name]);
      const circle = why.find((finding) => finding.code === "formula.circle");
      if (circle) return refused(circle);
      if (!signal) return refused(formulaFinding("formula.derived-broken", "blocking", { tag: name }));
      made.set(name, signal);
    }
    const known = [...measured.keys(), ...others.map((tag) => tag.name).filter((name) => !measured.has(name) && !inside.includes(name))];
    const unitOf = (tag: string) => made.get(tag)?.unit ?? measured.get(tag);
    const resolved = resolveUnits(expression, asked.formula, unitOf, known, { windows: true });
    findings.push(...resolved.findings);
    formulaUnit = resolved.unit?.symbol ?? null;
    if (usedTags.length === 0) return refused(formulaFinding("formula.no-tag", "blocking"));
    if (findings.some((finding) => finding.severity === "blocking")) return { signal: null, formulaUnit, usedTags, findings };
    const unit = asked.unit.trim() || (formulaUnit ?? "");
    let calculation = withMade(resolved.calculation, made);
    if (resolved.unit && asked.unit.trim() !== "") {
      const how = conversion(resolved.unit, parseUnit(asked.unit));
      if (!how) return refused(formulaFinding("formula.unit-not-this", "blocking", { formulaUnit: formulaUnit || "1", unit: asked.unit }));
      calculation = scaled(calculation, how.scale, how.shift);
    }
    const reads = new Set<string>();
    return {
      signal: { tag: asked.name, unit, lookBackMs: survey(calculation, reads), reads: [...reads], calculation },
      formulaUnit,
      usedTags,
      findings,
    };
  } catch (error) {
    if (error instanceof FormulaError) return refused(error.finding);
    throw error;
  }
}

/** Puts the calculations of derived tags in the place of their names. */
function withMade(of: Calculation, made: ReadonlyMap<string, DerivedSignal>): Calculation {
  const inner = (c: Calculation): Calculation => withMade(c, made);
  switch (of.kind) {
    case "constant":
      return of;
    case "tag":
      return made.get(of.tag)?.calculation ?? of;
    case "binary":
      return { ...of, left: inner(of.left), right: inner(of.right) };
    case "call":
      return { ...of, arguments: of.arguments.map(inner) };
    default:
      return { ...of, of: inner(of.of) };
  }
}

/** Collects the tags read; returns how far back a value looks, ms. */
function survey(of: Calculation, reads: Set<string>): number {
  switch (of.kind) {
    case "constant":
      return 0;
    case "tag":
      reads.add(of.tag);
      return 0;
    case "binary":
      return Math.max(survey(of.left, reads), survey(of.right, reads));
    case "call":
      return Math.max(...of.arguments.map((part) => survey(part, reads)));
    case "window":
      // Two spans: see `windowed`.
      return survey(of.of, reads) + 2 * of.spanMs;
    default:
      return survey(of.of, reads);
  }
}
