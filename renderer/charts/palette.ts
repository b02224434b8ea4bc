import "./palette.css";
import type { TrendBand, TrendSeries } from "./trend.ts";

export const paletteSize = 8;

/** The colour of a curve as a CSS value that follows the light and the dark scheme. */
export const seriesColor = (color: TrendSeries["color"], place: number): string =>
  `var(--series-${typeof color === "string" ? color : (color ?? place) % paletteSize})`;

export const bandColor = (tone: TrendBand["tone"]): string => `var(--band-${tone})`;
