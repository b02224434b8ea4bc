import type { TimeRange } from "#shared/domain/time-range.ts";

/**
 * Width of a pixel column in whole microseconds: the power of two that is no finer than the range shared among the pixels. Its
 * grid is fixed in time and changes only in steps of the zoom, so that the picture stays still when the window's width changes by a
 * few pixels, and every column is whole cells of the pyramid.
 */
export function bucketWidth(range: TimeRange, pixels: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(((range.to - range.from) * 1000) / pixels)));
}
