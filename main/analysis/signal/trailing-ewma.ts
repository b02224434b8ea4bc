import type { RowRange } from "./runs.ts";

/**
 * Exponentially weighted mean of the last rows up to and with each row, inside its run: a row that many rows back weighs
 * (1 − α)^rows with α = 2 / (span + 1) (Roberts, Technometrics 1 (1959) 239–250). Cut off after three spans, where 5 % of the weight is left,
 * so that a row's value rests on a bounded window. NaN are left out of the mean.
 * @param values [rows]. @param span rows, ≥ 1. @param runs windows never reach over their ends.
 * @returns [rows] NaN where the numbers of the window have less than half of a full window's weight, and outside the runs.
 */
export function trailingEwma(values: Float64Array, span: number, runs: readonly RowRange[]): Float64Array {
  const keep = 1 - 2 / (span + 1);
  const weights = Float64Array.from({ length: ewmaWindow(span) }, (_, k) => keep ** k);
  const enough = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  const means = new Float64Array(values.length).fill(Number.NaN);
  for (const { from, to } of runs)
    for (let i = from; i < to; i++) {
      let sum = 0;
      let weight = 0;
      for (let k = 0; k < weights.length && i - k >= from; k++) {
        const value = values[i - k]!;
        if (Number.isNaN(value)) continue;
        sum += weights[k]! * value;
        weight += weights[k]!;
      }
      if (weight >= enough) means[i] = sum / weight;
    }
  return means;
}

/** Rows that a value of that span rests on. */
export const ewmaWindow = (span: number): number => Math.max(1, Math.ceil(3 * span));
