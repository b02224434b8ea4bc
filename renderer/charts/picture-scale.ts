import type { TimeRange } from "#shared/domain/time-range.ts";
import type { PlotScale } from "./curve-path.ts";

/** The scale a picture is drawn in: wider than the view, so that it can be moved under it. */
export interface PictureScale extends PlotScale {
  /** Where the drawn stretch ends, ms UTC. */
  readonly to: number;
  /** Pixels of the whole stretch. */
  readonly width: number;
}

/**
 * Two and a half views, begun at a multiple of half a view: views of one length that lie near each other share a picture.
 * @param width of the view, pixels.
 */
export function pictureScale(range: TimeRange, domain: readonly [number, number], width: number, height: number): PictureScale {
  // Nine digits: adding and subtracting times leaves dust in the last ones, and dust would make a new picture of every frame.
  const pixelsPerMs = Number((width / (range.to - range.from)).toPrecision(9));
  const half = width / pixelsPerMs / 2;
  const from = Math.floor(range.from / half - 0.5) * half;
  return { from, to: from + 5 * half, pixelsPerMs, low: domain[0], high: domain[1], height, width: 2.5 * width };
}

/** Whether a picture, moved and stretched, can stand in for the view while a hand is still on it. */
export function standsIn(picture: PictureScale, range: TimeRange, width: number): boolean {
  const stretch = width / (range.to - range.from) / picture.pixelsPerMs;
  return range.from >= picture.from && range.to <= picture.to && stretch < 4;
}
