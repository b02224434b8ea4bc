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
  // A row of NaN may stand before every cell.
  const most = 2 * found.reduce((sum, { cells }) => sum + cells.length, 0);
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
  for (const { place, i } of inOrder(found)) {
    const { cells, intervalMs } = found[place]!;
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

/** The cells of all folders by time, those of the earlier folder first where times are equal. The same object each time: it is read at once. */
function* inOrder(found: readonly FolderCells[]): Generator<{ place: number; i: number }> {
  const at = new Int32Array(found.length);
  const now = { place: 0, i: 0 };
  for (;;) {
    let next = -1;
    let earliest = Number.POSITIVE_INFINITY;
    for (let k = 0; k < found.length; k++) {
      const { cells } = found[k]!;
      if (at[k]! < cells.length && cells.from[at[k]!]! < earliest) {
        next = k;
        earliest = cells.from[at[k]!]!;
      }
    }
    if (next < 0) return;
    now.place = next;
    now.i = at[next]!++;
    yield now;
  }
}
