import type { TimeRange } from "#shared/domain/time-range.ts";

/** Rows whose time lies in any of the ranges, ascending. @param time [rows] ms, ascending. */
export function rangeRows(time: Float64Array, ranges: readonly TimeRange[]): Int32Array {
  const rows: number[] = [];
  for (let i = 0; i < time.length; i++) if (ranges.some(({ from, to }) => time[i]! >= from && time[i]! < to)) rows.push(i);
  return Int32Array.from(rows);
}
