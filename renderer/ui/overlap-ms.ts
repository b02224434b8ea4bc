import type { TimeRange } from "#shared/domain/time-range.ts";
import { mergeRanges } from "./merge-ranges.ts";

/** How much time both hold, ms. */
export function overlapMs(a: readonly TimeRange[], b: readonly TimeRange[]): number {
  let sum = 0;
  for (const one of mergeRanges(a))
    for (const other of mergeRanges(b)) sum += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
  return sum;
}
