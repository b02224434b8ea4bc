import type { Baseline, MeterRows } from "#shared/domain/proof.ts";
import { termColumn } from "../baseline/term-column.ts";

/** How the expectation moves with everything that was learned, row by row: the columns of a linearised model. */
export interface Design {
  /** [rows] expected energy, NaN where a driver is missing. */
  readonly expected: Float64Array;
  /** [parameters][rows] d expected / d parameter: one per coefficient, then one per balance point. */
  readonly columns: readonly Float64Array[];
  /** How many of the columns belong to coefficients. */
  readonly coefficients: number;
}

/**
 * A balance point was searched for in the same readings as the coefficients, so it is a parameter as they are: moving it by one degree
 * moves the expectation by its slope on the side it governs.
 */
export function designColumns(baseline: Pick<Baseline, "terms" | "coefficients" | "meter">, rows: Omit<MeterRows, "energy">): Design {
  const { terms, coefficients, meter } = baseline;
  const columns = terms.map((term) => termColumn(term, rows, meter));
  const expected = new Float64Array(rows.time.length);
  for (const [k, column] of columns.entries())
    for (let i = 0; i < expected.length; i++) expected[i] = expected[i]! + coefficients[k]! * column[i]!;
  const knots = new Map<string, Float64Array>();
  for (const [k, term] of terms.entries()) {
    if (term.kind !== "below" && term.kind !== "above") continue;
    const key = `${term.tag} ${term.at}`;
    const slope = knots.get(key) ?? new Float64Array(expected.length);
    const sign = term.kind === "below" ? 1 : -1;
    for (let i = 0; i < slope.length; i++) if (columns[k]![i]! !== 0) slope[i] = slope[i]! + sign * coefficients[k]!;
    knots.set(key, slope);
  }
  return { expected, columns: [...columns, ...knots.values()], coefficients: terms.length };
}
