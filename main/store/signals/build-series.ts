import type { EnvelopeSeries } from "#shared/domain/envelope.ts";
import { gapIntervals } from "./gap-intervals.ts";
import type { Cells } from "./pyramid/cells.ts";

/** What one folder has of a tag. */
export interface FolderCells {
  readonly cells: Cells;
  readonly unit: string;
  /** Median distance of the tag's samples, ms; NaN with fewer than two. */
  readonly intervalMs: number;
}

/** Lays the folders' cells over each other and puts a row of NaN into every gap of more than three median intervals. */
export function buildSeries(tag: string, found: readonly FolderCells[]): EnvelopeSeries {
  const order = found.flatMap(({ cells, intervalMs }) => Array.from({ length: cells.length }, (_, i) => ({ cells, i, intervalMs })));
  if (found.length > 1) order.sort((a, b) => a.cells.from[a.i]! - b.cells.from[b.i]!);
  // A row of NaN may stand before every cell.
  const most = 2 * order.length;
  const [time, min, max, first, last] = [0, 1, 2, 3, 4].map(() => new Float64Array(most)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let rows = 0;
  const put = (at: number, low: number, high: number, begin: number, end: number): void => {
    time[rows] = at;
    min[rows] = low;
    max[rows] = high;
    first[rows] = begin;
    last[rows++] = end;
  };
  let end = Number.NaN;
  let interval = Number.NaN;
  for (const { cells, i, intervalMs } of order) {
    const from = cells.from[i]!;
    // Where one folder ends and the next begins the slower of the two says what a gap is.
    const usual = Number.isNaN(interval) ? intervalMs : Number.isNaN(intervalMs) ? interval : Math.max(interval, intervalMs);
    if (from - end > gapIntervals * usual) put(end + (from - end) / 2, Number.NaN, Number.NaN, Number.NaN, Number.NaN);
    put(from, cells.min[i]!, cells.max[i]!, cells.first[i]!, cells.last[i]!);
    end = Number.isNaN(end) ? cells.to[i]! : Math.max(end, cells.to[i]!);
    interval = intervalMs;
  }
  return {
    tag,
    unit: found.find((f) => f.unit !== "")?.unit ?? "",
    time: time.slice(0, rows),
    min: min.slice(0, rows),
    max: max.slice(0, rows),
    first: first.slice(0, rows),
    last: last.slice(0, rows),
  };
}
