import type { TimeRange } from "#shared/domain/time-range.ts";

/** A `step` is a look of its own, such as a zoom to what was dragged over; a `flow` is part of a movement that goes on. */
export type RangeMove = "step" | "flow";

/** The shortest time that can be looked at, ms. */
const shortest = 10;

/** The range shifted by `by` ms, kept within the extent. */
export function moved(range: TimeRange, by: number, extent?: TimeRange): TimeRange {
  const span = range.to - range.from;
  if (!extent) return { from: range.from + by, to: range.to + by };
  const from = Math.min(Math.max(range.from + by, Math.min(extent.from, range.from)), Math.max(extent.to - span, range.from));
  return { from, to: from + span };
}

/** The range made longer or shorter about a time that stays where it is; never longer than the extent. */
export function zoomed(range: TimeRange, about: number, factor: number, extent?: TimeRange): TimeRange {
  const old = range.to - range.from;
  const longest = extent ? Math.max(extent.to - extent.from, shortest) : Number.POSITIVE_INFINITY;
  const span = Math.min(longest, Math.max(shortest, old * factor));
  const share = (about - range.from) / old;
  const from = about - share * span;
  return inside({ from, to: from + span }, extent);
}

function inside(range: TimeRange, extent: TimeRange | undefined): TimeRange {
  if (!extent) return range;
  const span = range.to - range.from;
  const from = Math.max(extent.from, Math.min(range.from, extent.to - span));
  return { from, to: from + span };
}
