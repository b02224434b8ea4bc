import { cholesky, forwardSolve } from "../models/linear-cholesky.ts";
import { completeRows } from "../signal/complete-rows.ts";

/** What the baseline has seen of its inputs. */
export interface SeenRange {
  /** [inputs] */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly mean: Float64Array;
  /** [inputs × inputs] Cholesky factor of the covariance. */
  readonly lower: Float64Array;
  /** Largest squared Mahalanobis distance of a step of the baseline. */
  readonly furthest: number;
}

// An input may go this share of its range beyond it: the edge of a range is the chance of a single step.
const rangeMargin = 0.02;
const distanceMargin = 1.1;
// Further beyond than a quarter of its range an expectation is a guess about another machine: nothing is said there.
const refusedMargin = 0.25;

/** @param inputs [inputs][rows]; rows with NaN are left out of the covariance. */
export function seenRange(inputs: readonly Float64Array[]): SeenRange {
  const rows = completeRows(inputs);
  const p = inputs.length;
  const low = Float64Array.from(inputs, (x) => x.reduce((a, b) => (b < a ? b : a), Number.POSITIVE_INFINITY));
  const high = Float64Array.from(inputs, (x) => x.reduce((a, b) => (b > a ? b : a), Number.NEGATIVE_INFINITY));
  const mean = Float64Array.from(inputs, (x) => rows.reduce((sum, row) => sum + x[row]!, 0) / rows.length);
  const covariance = new Float64Array(p * p);
  for (let a = 0; a < p; a++)
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (const row of rows) sum += (inputs[a]![row]! - mean[a]!) * (inputs[b]![row]! - mean[b]!);
      // Inputs that say the same must not make every distance infinite.
      covariance[a * p + b] = (sum / rows.length) * (a === b ? 1 + 1e-6 : 1) + (a === b ? Number.MIN_VALUE : 0);
    }
  const lower = cholesky(covariance, p) ?? identity(p, high, low);
  let furthest = 0;
  for (const row of rows) furthest = Math.max(furthest, distance({ mean, lower }, inputs, row));
  return { low, high, mean, lower, furthest };
}

/** Without a covariance to go by, the range of each input is its scale. */
function identity(p: number, high: Float64Array, low: Float64Array): Float64Array {
  const lower = new Float64Array(p * p);
  for (let a = 0; a < p; a++) lower[a * p + a] = high[a]! - low[a]! || 1;
  return lower;
}

function distance({ mean, lower }: Pick<SeenRange, "mean" | "lower">, inputs: readonly Float64Array[], row: number): number {
  const away = forwardSolve(
    lower,
    mean.length,
    mean.map((m, j) => inputs[j]![row]! - m),
  );
  return away.reduce((sum, d) => sum + d * d, 0);
}

export interface Outside {
  /** [rows] 1, 0, or NaN where an input is missing. */
  readonly outside: Float64Array;
  /** [inputs] rows in which this input was beyond its range. */
  readonly beyond: number[];
  /** [rows] 1 where an input is so far beyond its range that nothing can be expected. */
  readonly refused: Uint8Array;
}

/** Which rows lie outside: an input beyond its range, or inputs in a combination further out than any of the baseline. */
export function outsideOf(seen: SeenRange, inputs: readonly Float64Array[], rows: number): Outside {
  const outside = new Float64Array(rows);
  const refused = new Uint8Array(rows);
  const beyond = inputs.map(() => 0);
  for (let row = 0; row < rows; row++) {
    let out = 0;
    for (const [j, x] of inputs.entries()) {
      const range = seen.high[j]! - seen.low[j]!;
      const by = Math.max(seen.low[j]! - x[row]!, x[row]! - seen.high[j]!);
      if (by > rangeMargin * range) {
        out = 1;
        beyond[j] = beyond[j]! + 1;
      }
      if (by > refusedMargin * range) refused[row] = 1;
      if (Number.isNaN(x[row]!)) out = Number.NaN;
    }
    if (out === 0 && distance(seen, inputs, row) > distanceMargin * seen.furthest) out = 1;
    outside[row] = out;
  }
  return { outside, beyond, refused };
}
