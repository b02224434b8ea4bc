import { sorted, sortedQuantile } from "../signal/quantile.ts";

// The largest changes of a year are slips and stops; ninety-five of a hundred changes are how it is done.
const usual = 0.95;

/** The largest usual change of a setting from one step to the next; steps in which it stayed do not count. NaN where it always did. */
export function usualChange(time: Float64Array, values: Float64Array, stepMs: number): number {
  const changes: number[] = [];
  for (let i = 1; i < values.length; i++) {
    if (time[i]! - time[i - 1]! > 1.5 * stepMs) continue;
    const change = Math.abs(values[i]! - values[i - 1]!);
    if (change > 0) changes.push(change);
  }
  return sortedQuantile(sorted(Float64Array.from(changes)), usual);
}
