import type { TimeRange } from "#shared/domain/time-range.ts";
import { mergeRanges } from "./merge-ranges.ts";

/** Stretches after one end of one of them was moved: crossing its other end turns it round, reaching another stretch melts the two. */
export function movedEdge(ranges: readonly TimeRange[], index: number, end: "from" | "to", at: number): TimeRange[] {
  return mergeRanges(
    ranges.map((range, k) => {
      if (k !== index) return range;
      const from = end === "from" ? at : range.from;
      const to = end === "to" ? at : range.to;
      return { from: Math.min(from, to), to: Math.max(from, to) };
    }),
  );
}
