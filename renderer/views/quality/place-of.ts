import type { TimeRange } from "#shared/domain/time-range.ts";

const around = 0.15; // of the stretch, either side
const samplesAround = 120; // of a single moment

/** What to show of a record so that a place in it stands in the middle with something of its surroundings. */
export function placeOf(at: TimeRange, intervalMs: number | null, extent: TimeRange): TimeRange {
  const pad = Math.max(around * (at.to - at.from), samplesAround * (intervalMs ?? 0), 1);
  return { from: Math.max(extent.from, at.from - pad), to: Math.min(extent.to, at.to + pad) };
}
