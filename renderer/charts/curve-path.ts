import { rowsInView } from "./rows-in-view.ts";
import type { TrendSeries } from "./trend.ts";

/** Where a plot lies and what its edges mean. */
export interface PlotScale {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
export const xOf = (scale: PlotScale, at: number): number => ((at - scale.from) / (scale.to - scale.from)) * scale.width;
export const yOf = (scale: PlotScale, value: number): number =>
  scale.height - ((value - scale.low) / (scale.high - scale.low)) * scale.height;

/**
 * The outline of a series as SVG path data in the plot's own pixels. A line visits first, lowest, highest and last value of
 * every row, so that a spike of one sample is a visible stroke; it breaks at a row of NaN; a row alone between two gaps is a dot.
 */
export function curvePath(series: TrendSeries, scale: PlotScale): string {
  switch (series.look) {
    case "area":
      return areaPath(series, scale);
    case "bars":
      return barsPath(series, scale);
    case "dots":
      return dotsPath(series, scale);
    default:
      return linePath(series, scale);
  }
}

function linePath(series: TrendSeries, scale: PlotScale): string {
  const { time, min, max, first, last } = series;
  const [start, end] = rowsInView(time, scale.from, scale.to);
  const parts: string[] = [];
  let drawing = false;
  for (let row = start; row < end; row++) {
    if (Number.isNaN(min[row]!)) {
      drawing = false;
      continue;
    }
    const x = tenth(xOf(scale, time[row]!));
    const yFirst = tenth(yOf(scale, first[row]!));
    const alone = !drawing && (row + 1 >= end || Number.isNaN(min[row + 1]!));
    parts.push(drawing ? `L${x},${yFirst}` : `M${x},${yFirst}`);
    if (min[row] !== max[row]) {
      parts.push(`V${tenth(yOf(scale, min[row]!))}V${tenth(yOf(scale, max[row]!))}V${tenth(yOf(scale, last[row]!))}`);
    } else if (alone) parts.push("h0.01");
    drawing = true;
  }
  return parts.join("");
}

function areaPath(series: TrendSeries, scale: PlotScale): string {
  const { time, min, max } = series;
  const [start, end] = rowsInView(time, scale.from, scale.to);
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
function barsPath(series: TrendSeries, scale: PlotScale): string {
  const { time, last } = series;
  const [start, end] = rowsInView(time, scale.from, scale.to);
  const zero = tenth(yOf(scale, 0));
  const parts: string[] = [];
  for (let row = start; row < end; row++) {
    if (Number.isNaN(last[row]!)) continue;
    const next = time[row + 1] ?? time[row]! + (row > 0 ? time[row]! - time[row - 1]! : scale.to - scale.from);
    const x = xOf(scale, time[row]!);
    const full = xOf(scale, next) - x;
    const width = Math.max(1, full - Math.min(4, full * 0.2));
    parts.push(`M${tenth(x)},${zero}V${tenth(yOf(scale, last[row]!))}h${tenth(width)}V${zero}Z`);
  }
  return parts.join("");
}

/** Every row as a point of no length: drawn with a round cap it is a dot. */
export function dotsPath(series: TrendSeries, scale: PlotScale): string {
  const { time, last } = series;
  const [start, end] = rowsInView(time, scale.from, scale.to);
  const parts: string[] = [];
  for (let row = start; row < end; row++) {
    if (!Number.isNaN(last[row]!)) parts.push(`M${tenth(xOf(scale, time[row]!))},${tenth(yOf(scale, last[row]!))}h0.01`);
  }
  return parts.join("");
}
