import type { TimeRange } from "#shared/domain/time-range.ts";
import { rowsInView } from "./rows-in-view.ts";

/** Rows as they are drawn: the lowest, highest, first and last of every pixel column. */
export interface ColumnEnvelope {
  readonly time: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/**
 * What of a long series can be seen: the rows themselves while there are few to a pixel, else one row a pixel column in
 * which no peak is lost. A column without any value is NaN, so that a gap of a pixel or more stays a gap.
 * @param time [rows] ms UTC, ascending. @param low, high [rows] equal for a curve; NaN where there is nothing.
 */
export function columnEnvelope(
  time: Float64Array,
  low: Float64Array,
  high: Float64Array,
  range: TimeRange,
  pixels: number,
): ColumnEnvelope {
  const [start, end] = rowsInView(time, range.from, range.to);
  const columns = Math.max(1, Math.floor(pixels));
  if (end - start <= 2 * columns) {
    const [min, max] = [low.subarray(start, end), high.subarray(start, end)];
    return { time: time.subarray(start, end), min, max, first: min, last: min };
  }
  const made = { time: [] as number[], min: [] as number[], max: [] as number[], first: [] as number[], last: [] as number[] };
  const perMs = columns / (range.to - range.from);
  const columnOf = (row: number): number => Math.floor((time[row]! - range.from) * perMs);
  for (let row = start; row < end; ) {
    const column = columnOf(row);
    let [min, max, first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, Number.NaN];
    const at = time[row]!;
    for (; row < end && columnOf(row) === column; row++) {
      if (Number.isNaN(low[row]!)) continue;
      if (Number.isNaN(first)) first = low[row]!;
      last = low[row]!;
      min = Math.min(min, low[row]!);
      max = Math.max(max, high[row]!);
    }
    const none = Number.isNaN(first);
    made.time.push(at);
    made.min.push(none ? Number.NaN : min);
    made.max.push(none ? Number.NaN : max);
    made.first.push(first);
    made.last.push(last);
  }
  const flat = (values: number[]): Float64Array => Float64Array.from(values);
  return { time: flat(made.time), min: flat(made.min), max: flat(made.max), first: flat(made.first), last: flat(made.last) };
}
