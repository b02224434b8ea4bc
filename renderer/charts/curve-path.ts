import type { TrendSeries } from "./trend.ts";

/** How times and values become pixels. */
export interface PlotScale {
  /** The time at x = 0, ms UTC. */
  readonly from: number;
  readonly pixelsPerMs: number;
  /** The values at the lower and at the upper edge. */
  readonly low: number;
  readonly high: number;
  /** Pixels. */
  readonly height: number;
}

export const xOf = (scale: PlotScale, at: number): number => (at - scale.from) * scale.pixelsPerMs;
export const yOf = (scale: PlotScale, value: number): number =>
  scale.height - ((value - scale.low) / (scale.high - scale.low)) * scale.height;

/** The rows of a series to be drawn: from the first up to, not with, the second. */
export type Rows = readonly [number, number];

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;

/**
 * The outline of a series as SVG path data. A line visits first, lowest, highest and last value of every row, so that a spike of one sample
 * is a visible stroke; it breaks at a row of NaN; a row alone between two gaps is a dot.
 */
export function curvePath(series: TrendSeries, scale: PlotScale, rows: Rows): string {
  switch (series.look) {
    case "area":
      return areaPath(series, scale, rows);
    case "bars":
      return barsPath(series, scale, rows);
    case "dots":
      return dotsPath(series, scale, rows);
    default:
      return linePath(series, scale, rows);
  }
}

function linePath({ time, min, max, first, last }: TrendSeries, scale: PlotScale, [start, end]: Rows): string {
  const parts: string[] = [];
  let drawing = false;
  for (let row = start; row < end; row++) {
    if (Number.isNaN(min[row]!)) {
      drawing = false;
      continue;
    }
    const x = tenth(xOf(scale, time[row]!));
    const y = tenth(yOf(scale, first[row]!));
    const isAlone = !drawing && (row + 1 >= end || Number.isNaN(min[row + 1]!));
    parts.push(drawing ? `L${x},${y}` : `M${x},${y}`);
    if (min[row] !== max[row]) {
      parts.push(`V${tenth(yOf(scale, min[row]!))}V${tenth(yOf(scale, max[row]!))}V${tenth(yOf(scale, last[row]!))}`);
    } else if (isAlone) parts.push("h0.01");
    drawing = true;
  }
  return parts.join("");
}

function areaPath({ time, min, max }: TrendSeries, scale: PlotScale, [start, end]: Rows): string {
  const parts: string[] = [];
  for (let row = start; row < end; row++) {
    if (Number.isNaN(min[row]!)) continue;
    let past = row;
    while (past < end && !Number.isNaN(min[past]!)) past++;
    for (let k = row; k < past; k++) parts.push(`${k === row ? "M" : "L"}${tenth(xOf(scale, time[k]!))},${tenth(yOf(scale, max[k]!))}`);
    for (let k = past - 1; k >= row; k--) parts.push(`L${tenth(xOf(scale, time[k]!))},${tenth(yOf(scale, min[k]!))}`);
    parts.push("Z");
    row = past;
  }
  return parts.join("");
}

/** A bar stands from its row's time to the next row's, with a little air between. */
function barsPath({ time, last }: TrendSeries, scale: PlotScale, [start, end]: Rows): string {
  const zero = tenth(yOf(scale, 0));
  const parts: string[] = [];
  for (let row = start; row < end; row++) {
    if (Number.isNaN(last[row]!)) continue;
    const step = time[row + 1] !== undefined ? time[row + 1]! - time[row]! : row > 0 ? time[row]! - time[row - 1]! : 0;
    const full = step * scale.pixelsPerMs;
    const width = Math.max(1, full - Math.min(4, full * 0.2));
    parts.push(`M${tenth(xOf(scale, time[row]!))},${zero}V${tenth(yOf(scale, last[row]!))}h${tenth(width)}V${zero}Z`);
  }
  return parts.join("");
}

/** Every row as a point of no length: drawn with a round cap it is a dot. */
export function dotsPath({ time, last }: TrendSeries, scale: PlotScale, [start, end]: Rows): string {
  const parts: string[] = [];
  for (let row = start; row < end; row++) {
    if (!Number.isNaN(last[row]!)) parts.push(`M${tenth(xOf(scale, time[row]!))},${tenth(yOf(scale, last[row]!))}h0.01`);
  }
  return parts.join("");
}
