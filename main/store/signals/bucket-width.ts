import type { TimeRange } from "#shared/domain/time-range.ts";

/**
 * Width of a pixel column in whole microseconds: the next of 1, 1.5, 2, 3, 4, 6, 8 … that is no finer than the
 * range shared among the pixels, so that small changes of width or zoom leave the grid as it is.
 */
export function bucketWidth(range: TimeRange, pixels: number): number {
  const exact = Math.max(1, ((range.to - range.from) * 1000) / pixels);
  const power = 2 ** Math.floor(Math.log2(exact));
  if (exact <= power) return power;
  return power >= 2 && exact <= 1.5 * power ? 1.5 * power : 2 * power;
}
