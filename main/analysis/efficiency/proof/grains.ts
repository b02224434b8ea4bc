import type { Meter } from "#shared/domain/proof.ts";

/**
 * Stretches of a clock in which chance is added up. Readings shorter than a day are taken by the day: what an hour is off by has a daily
 * round that no short memory describes, and what days are off by adds up to the same.
 */
export interface Grains {
  readonly grainMs: number;
  /** Number of the grain in which a row begins, counted from an arbitrary but fixed origin. */
  of(time: number): number;
}

const day = 86_400_000;
// Fewer days than this tell nothing of their own memory; then every reading is its own grain.
const fewestDays = 20;

/** @param time [rows] of the baseline, ms UTC, ascending. */
export function grainsOf(meter: Meter, time: ArrayLike<number>): Grains {
  const origin = (time[0] ?? 0) + meter.clockOffsetMs;
  if (meter.intervalMs >= day)
    return { grainMs: meter.intervalMs, of: (t) => Math.round((t + meter.clockOffsetMs - origin) / meter.intervalMs) };
  const days = new Set(Array.from(time, (t) => Math.floor((t + meter.clockOffsetMs) / day)));
  if (days.size < fewestDays)
    return { grainMs: meter.intervalMs, of: (t) => Math.round((t + meter.clockOffsetMs - origin) / meter.intervalMs) };
  const first = Math.floor(origin / day);
  return { grainMs: day, of: (t) => Math.floor((t + meter.clockOffsetMs) / day) - first };
}

/** Means of a column by grain. @returns [last − first + 1] NaN where a grain has no row. */
export function grainMeans(values: Float64Array, grainOf: Int32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  const rows = new Int32Array(count);
  for (let i = 0; i < values.length; i++) {
    sums[grainOf[i]!] = sums[grainOf[i]!]! + values[i]!;
    rows[grainOf[i]!] = rows[grainOf[i]!]! + 1;
  }
  return sums.map((sum, g) => (rows[g]! > 0 ? sum / rows[g]! : Number.NaN));
}
