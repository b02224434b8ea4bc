import type { Column, Frame } from "#shared/domain/frame.ts";
import { doubledWindows } from "../signal/doubled-windows.ts";
import { runs } from "../signal/runs.ts";
import { type CycleShapes, shapeDistances } from "./control-charts-shape.ts";

/** What the charts of a model remember. */
export interface ChartMemory {
  /** Usual distance between two rows, ms. */
  readonly intervalMs: number;
  /** Windows of the CUSUM beyond the trailing mean, each twice the one before. */
  readonly windows: number;
  readonly ewma: boolean;
  /** Of the first tag, where it is cyclic. */
  readonly shapes: CycleShapes;
}

// Rows of the trailing mean that comes in: values so far apart share no row.
const stride = 10;
const gapIntervals = 10;
const fade = 0.8; // weight 0.2 of the newest
const ewmaDoublings = 5; // the oldest of 32 values weighs a thousandth of the newest
const ewmaSpan = 9; // values that vary as little: (2 − 0.2) / 0.2
const fewestWindows = 10; // a standard deviation is known to a quarter

/** What a reference of so many rows can carry: windows that it holds at least ten of. @param wished windows at most. */
export function remembered(rows: number, wished: number): { windows: number; ewma: boolean } {
  let windows = 0;
  while (windows < wished && rows >= fewestWindows * stride * 2 ** (windows + 1)) windows++;
  return { windows, ewma: wished > 0 && rows >= fewestWindows * stride * ewmaSpan };
}

/** Rows before a row that its charts rest on. */
export const chartLookBack = ({ windows, ewma, shapes }: ChartMemory): number =>
  Math.max(stride * (2 ** windows - 1), ewma ? stride * (2 ** ewmaDoublings - 1) : 0, shapes.window - 1);

const mark = "\u001f"; // no tag has it in its name

export const shapeColumn = `${mark}shape`;

export const isChartColumn = (tag: string): boolean => tag.includes(mark);

/**
 * The frame with the columns of the charts behind each tag: the means over the windows of the CUSUM, the shortest first, then the exponentially weighted mean; last of all, of
 * a cyclic tag, how far its shape is from those of the reference.
 */
export function chartColumns({ intervalMs, windows, ewma, shapes }: ChartMemory, frame: Frame): Frame {
  const found = runs(frame.time, gapIntervals * intervalMs);
  const first = frame.columns[0];
  const distances = shapes.window > 0 && first ? [{ tag: shapeColumn, unit: "", values: shapeDistances(shapes, first.values, found) }] : [];
  const charts = frame.columns.flatMap((column): Column[] => {
    const means = doubledWindows(column.values, found, { stride, doublings: windows });
    const faded = ewma ? doubledWindows(column.values, found, { stride, doublings: ewmaDoublings, fade }).slice(-1) : [];
    return [column, ...[...means, ...faded].map((values, k) => ({ ...column, tag: `${column.tag}${mark}${k}`, values }))];
  });
  return { time: frame.time, columns: [...charts, ...distances] };
}
