import type { Exclusion, MeterRows } from "#shared/domain/proof.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";

/** The rows that begin in one of the ranges and in none of the exclusions. */
export function rowsIn(rows: MeterRows, ranges: readonly TimeRange[], exclusions: readonly Exclusion[]): MeterRows {
  const within = (t: number, { from, to }: TimeRange): boolean => t >= from && t < to;
  const kept = rows.time.map((t) => (ranges.some((r) => within(t, r)) && !exclusions.some((e) => within(t, e.range)) ? 1 : 0));
  const pick = (values: Float64Array): Float64Array => values.filter((_, i) => kept[i] === 1);
  return { time: pick(rows.time), energy: pick(rows.energy), drivers: rows.drivers.map((d) => ({ ...d, values: pick(d.values) })) };
}
