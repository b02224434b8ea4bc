import { firstRowFrom } from "./rows-in-view.ts";
import type { TrendSeries } from "./trend.ts";

/** What a curve says at a time: the lowest and highest value of the row nearest to it; null in a gap and beyond the ends. */
export function readingAt(series: TrendSeries, at: number): { min: number; max: number; at: number } | null {
  const { time, min, max } = series;
  const after = firstRowFrom(time, at);
  if (series.look === "bars") {
    const row = time[after] === at ? after : after - 1;
    return row < 0 || Number.isNaN(max[row]!) ? null : { min: min[row]!, max: max[row]!, at: time[row]! };
  }
  if (time.length === 0 || (after === 0 && at < time[0]!) || after === time.length) {
    return after === time.length && time[after - 1] === at ? read(after - 1) : null;
  }
  const before = after - 1;
  const row = before >= 0 && at - time[before]! < time[after]! - at ? before : after;
  return read(row);
  function read(at: number) {
    return Number.isNaN(min[at]!) ? null : { min: min[at]!, max: max[at]!, at: time[at]! };
  }
}
