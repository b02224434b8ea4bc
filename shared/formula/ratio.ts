import type { Expression } from "./expression.ts";
import { tagsOf } from "./expression.ts";

/** A quotient as the two things that are added up before they are divided. */
export interface Ratio {
  readonly numerator: Expression;
  readonly denominator: Expression;
}

/**
 * The ratio a formula is, so that it can be added up as sum over sum: `100 * a / b` is (100 · a) over b. Undefined where the
 * outermost operations are no product or quotient, or nothing measured stands below.
 */
export function ratioOf(formula: Expression): Ratio | undefined {
  const above: Expression[] = [];
  const below: Expression[] = [];
  const visit = (e: Expression, up: boolean): void => {
    if (e.kind === "binary" && (e.operator === "*" || e.operator === "/")) {
      visit(e.left, up);
      visit(e.right, e.operator === "*" ? up : !up);
    } else (up ? above : below).push(e);
  };
  visit(formula, true);
  // A number below the line is a factor, not something that is added up.
  const measured = below.filter((e) => tagsOf(e).length > 0);
  if (measured.length === 0) return undefined;
  const constants = below.filter((e) => tagsOf(e).length === 0);
  const { start, end } = formula;
  const one: Expression = { kind: "number", value: 1, unit: undefined, start, end };
  const times = (left: Expression, right: Expression): Expression => ({ kind: "binary", operator: "*", left, right, start, end });
  const over = (left: Expression, right: Expression): Expression => ({ kind: "binary", operator: "/", left, right, start, end });
  const numerator = constants.reduce(over, above.length === 0 ? one : above.reduce(times));
  return { numerator, denominator: measured.reduce(times) };
}
