import { fillTerms, termInputs } from "../models/linear-basis.ts";
import type { Curves } from "../models/linear-curves.ts";

/**
 * Shapley values of a sum of curves and products of two inputs, exact against the reference rows. A curve of one input is that input's:
 * t(x) − mean t. Of a product of a and b, with x the row and r the references, a has the mean of its two orders:
 * ½ (xa xb − mean(ra) xb + xa mean(rb) − mean(ra rb)).
 * @param inputs [inputs][rows] without NaN. @param references [inputs][references] without NaN.
 * @returns [inputs][rows] target's unit; over the inputs they sum to f(row) − mean f(references).
 */
export function attributeCurves(
  { basis, slope }: Curves,
  inputs: readonly Float64Array[],
  references: readonly Float64Array[],
): Float64Array[] {
  const of = termInputs(basis);
  const terms = of.length;
  const p = inputs.length;
  const rows = inputs[0]?.length ?? 0;
  const others = references[0]?.length ?? 0;
  const held = (columns: readonly Float64Array[], j: number, row: number): number => {
    const z = (columns[j]![row]! - basis.mean[j]!) / basis.deviation[j]!;
    return Math.min(basis.high[j]!, Math.max(basis.low[j]!, z));
  };
  const mean = new Float64Array(terms);
  const meanHeld = new Float64Array(p);
  const term = new Float64Array(terms);
  for (let r = 0; r < others; r++) {
    fillTerms(basis, references, r, term);
    for (let k = 0; k < terms; k++) mean[k] = mean[k]! + term[k]! / others;
    for (let j = 0; j < p; j++) meanHeld[j] = meanHeld[j]! + held(references, j, r) / others;
  }
  const out = inputs.map(() => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    fillTerms(basis, inputs, row, term);
    for (const [k, [a, b]] of of.entries()) {
      const own = out[a!]!;
      if (b === undefined) own[row] = own[row]! + slope[k]! * (term[k]! - mean[k]!);
      else {
        const [xa, xb] = [held(inputs, a!, row), held(inputs, b, row)];
        const both = xa * xb - mean[k]!;
        const between = xa * meanHeld[b]! - meanHeld[a!]! * xb;
        own[row] = own[row]! + (slope[k]! * (both + between)) / 2;
        out[b]![row] = out[b]![row]! + (slope[k]! * (both - between)) / 2;
      }
    }
  }
  return out;
}
