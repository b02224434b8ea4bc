import type { TimeRange } from "#shared/domain/time-range.ts";
import { rowsInView } from "./rows-in-view.ts";
import type { TrendLane } from "./trend.ts";

/** The ends of a lane's value axis: what is visible with a little air, limits included. Without any value 0 … 1. */
export function valueDomain(lane: TrendLane, range: TimeRange): readonly [number, number] {
  if (lane.domain) return lane.domain;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const series of lane.series) {
    const [start, end] = rowsInView(series.time, range.from, range.to);
    for (let row = start; row < end; row++) {
      // Comparisons with NaN are false: gaps do not count.
      if (series.min[row]! < low) low = series.min[row]!;
      if (series.max[row]! > high) high = series.max[row]!;
    }
    if (series.look === "bars") {
      low = Math.min(low, 0);
      high = Math.max(high, 0);
    }
  }
  for (const limit of lane.limits ?? []) {
    low = Math.min(low, limit.value);
    high = Math.max(high, limit.value);
  }
  if (low > high) return [0, 1];
  if (low === high) {
    const air = Math.abs(low) * 0.05 || 1;
    return [low - air, high + air];
  }
  const air = (high - low) * 0.06;
  return [low - air, high + air];
}
