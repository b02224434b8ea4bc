import type { RowRange } from "./runs.ts";

/**
 * Mean of the last rows up to and with each row, inside its run; NaN are left out of the mean.
 * @param values [rows]. @param width rows of a full window, ≥ 1. @param runs windows never reach over their ends.
 * @returns [rows] NaN where fewer than half of a full window (rounded up) are numbers, and outside the runs.
 */
export function trailingMean(values: Float64Array, width: number, runs: readonly RowRange[]): Float64Array {
  const means = new Float64Array(values.length).fill(Number.NaN);
  const enough = Math.ceil(width / 2);
  for (const { from, to } of runs)
    for (let i = from; i < to; i++) {
      // Summed anew for every row: a running sum would make a row's value depend on all the rows before it.
      let sum = 0;
      let count = 0;
      for (let k = Math.max(from, i - width + 1); k <= i; k++) {
        const value = values[k]!;
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
      }
      if (count >= enough) means[i] = sum / count;
    }
  return means;
}
