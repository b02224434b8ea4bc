import type { TimeRange } from "#shared/domain/time-range.ts";

const mostPixels = 8000;

/**
 * What to ask for so that a visible time of so many pixels can be drawn and panned a little: up to two and a half times the visible time,
 * starting at a multiple of half of it, cut at multiples of a pixel's width. Two looks of the same length that lie near each other ask for the
 * same, and their pixel columns fall on the same moments, so that the picture does not flicker.
 */
export function envelopeWindow(range: TimeRange, pixels: number): TimeRange & { readonly pixels: number } {
  const span = range.to - range.from;
  const columns = Math.max(10, Math.min(pixels, Math.floor(mostPixels / 2.5)));
  const column = span / columns;
  const half = Math.ceil(columns / 2) * column;
  const from = Math.floor(range.from / half - 0.5) * half;
  const to = from + 5 * half;
  return { from, to, pixels: Math.round((to - from) / column) };
}
