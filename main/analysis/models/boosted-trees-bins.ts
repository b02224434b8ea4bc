import { sorted } from "../signal/quantile.ts";

/** Values of a column are told apart by at most this many bins; the bin behind them is "missing". */
export const mostBins = 255;
export const missingBin = 255;

// Quantiles of so many values place a limit to within half a bin (√(¼ / 50 000) = 0.2 % of the rows; a bin holds 0.4 %).
const sampleSize = 50_000;
// The fraction of the golden ratio spreads the rows taken so that no cycle of the log is met in step.
const golden = 0.6180339887498949;

/**
 * Limits between the bins of a column: a value is in bin b when exactly b limits are below it. Few different values get a
 * bin each; many are cut at quantiles, so that every bin holds about as many rows.
 * @param values [rows] NaN are left out. @returns [≤ 254] strictly ascending.
 */
export function binLimits(values: Float64Array): Float64Array {
  const step = values.length / sampleSize;
  const taken =
    step <= 1 ? values : Float64Array.from({ length: sampleSize }, (_, i) => values[Math.floor((i + ((i * golden) % 1)) * step)]!);
  const ascending = sorted(taken);
  const n = ascending.length;
  let different = n > 0 ? 1 : 0;
  for (let i = 1; i < n && different <= mostBins; i++) if (ascending[i] !== ascending[i - 1]) different++;
  const limits: number[] = [];
  const put = (low: number, high: number): void => {
    // The middle of two neighbours must not round up to the higher one, which belongs above the limit.
    const middle = low + (high - low) / 2;
    const limit = middle < high ? middle : low;
    if (limits.length === 0 || limit > limits.at(-1)!) limits.push(limit);
  };
  if (different <= mostBins) for (let i = 1; i < n; i++) ascending[i] !== ascending[i - 1] && put(ascending[i - 1]!, ascending[i]!);
  else
    for (let k = 1; k < mostBins; k++) {
      let at = Math.round((k * n) / mostBins);
      // A limit goes between different values: to the end of a run of equal ones.
      while (at < n && ascending[at] === ascending[at - 1]) at++;
      if (at < n) put(ascending[at - 1]!, ascending[at]!);
    }
  return Float64Array.from(limits);
}

/** Bins of the values from `start` on, one byte each. @param out [count] where they go. */
export function fillBins(values: Float64Array, start: number, count: number, limits: Float64Array, out: Uint8Array): void {
  const length = limits.length;
  // The largest power of two not above the number of limits: the search takes the same steps for every value.
  let first = 1;
  while (first * 2 <= length) first *= 2;
  for (let i = 0; i < count; i++) {
    const value = values[start + i]!;
    let below = 0;
    for (let step = first; step > 0; step >>= 1) {
      const at = below + step;
      if (at <= length && value > limits[at - 1]!) below = at;
    }
    out[i] = value - value === 0 ? below : missingBin;
  }
}
