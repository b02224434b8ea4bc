import type { FormulaCheck } from "../domain/efficiency.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { multiplyUnits } from "../units/unit-algebra.ts";
import { tagsOf } from "./expression.ts";
import { FormulaError } from "./formula-error.ts";
import { parseFormula } from "./parse-formula.ts";
import { ratioOf } from "./ratio.ts";
import { resolveUnits } from "./resolve-units.ts";

/** What a formula means on these tags. A wrong formula is a finding that says where; nothing is thrown for it. */
export function checkFormula(text: string, tags: readonly { readonly name: string; readonly unit: string }[]): FormulaCheck {
  const units = new Map(tags.map((tag) => [tag.name, tag.unit]));
  const names = [...units.keys()];
  const resolve = (e: ReturnType<typeof parseFormula>) => resolveUnits(e, text, (tag) => units.get(tag), names);
  try {
    const formula = parseFormula(text);
    const { unit, findings } = resolve(formula);
    const ratio = ratioOf(formula);
    const per = ratio ? resolve(ratio.denominator).unit : undefined;
    const hours = parseUnit("h");
    const excess = !unit ? null : !ratio ? multiplyUnits(unit, hours) : per ? multiplyUnits(multiplyUnits(unit, per), hours) : null;
    return { unit: unit?.symbol ?? null, excessUnit: excess?.symbol ?? null, usedTags: tagsOf(formula), findings: [...findings] };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { unit: null, excessUnit: null, usedTags: [], findings: [error.finding] };
  }
}
