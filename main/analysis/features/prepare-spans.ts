import type { Frame } from "#shared/domain/frame.ts";
import type { RowRange } from "../signal/runs.ts";
import { type Preparation, prepare } from "./preparation.ts";

const blockRows = 50_000; // what a block needs beside the log stays below some tens of megabytes

/**
 * How many rows before one have to be known for it to be prepared as in the whole log: its window, a change of band in it, how long the band before
 * was held, and the time in which the machine settles.
 */
function contextFrom({ time }: Frame, { smoothing, settlingMs, gapMs }: Preparation, row: number): number {
  let from = Math.max(0, row - 8 * smoothing);
  while (from > 0 && time[row]! - time[from]! < settlingMs + gapMs) from--;
  return from;
}

/**
 * The log prepared block by block, each given as if the whole had been: memory stays that of a block.
 * @param back rows before a block that are wanted prepared too, for families that look back.
 * @param take is given a prepared frame whose row `first` is row `from` of the log; the last is row `to` − 1.
 */
export function prepareBlocks(
  preparation: Preparation,
  frame: Frame,
  { from, to }: RowRange,
  back: number,
  take: (block: { prepared: Frame; first: number; from: number; to: number }) => void,
): void {
  for (let start = from; start < to; start += blockRows) {
    const end = Math.min(to, start + blockRows);
    const wanted = Math.max(0, start - back);
    const known = contextFrom(frame, preparation, wanted);
    take({
      prepared: rowsOf(prepare(preparation, rowsOf(frame, known, end)), wanted - known, end - known),
      first: start - wanted,
      from: start,
      to: end,
    });
  }
}

/**
 * As `prepare`, where only some rows are asked for: columns as long as the log, prepared in these spans and a little before them. What stands in the
 * other rows says nothing; memory that is never written is never taken.
 */
export function prepareSpans(preparation: Preparation, frame: Frame, spans: readonly RowRange[]): Frame {
  const rows = frame.time.length;
  const columns = preparation.tags.map((tag) => ({
    tag,
    unit: frame.columns.find((column) => column.tag === tag)?.unit ?? "",
    values: new Float64Array(rows),
  }));
  for (const span of merged(spans.map(({ from, to }) => ({ from: Math.max(0, from - lead), to })))) {
    prepareBlocks(preparation, frame, span, 0, ({ prepared, from }) => {
      prepared.columns.forEach(({ values }, k) => {
        columns[k]!.values.set(values, from);
      });
    });
  }
  return { time: frame.time, columns };
}

const lead = 2000; // rows a family may look back on

function merged(spans: readonly RowRange[]): RowRange[] {
  const found: RowRange[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else found.push({ from, to });
  }
  return found;
}

/** Rows as a frame of their own; values are views. */
export const rowsOf = (frame: Frame, from: number, to: number): Frame => ({
  time: frame.time.subarray(from, to),
  columns: frame.columns.map((column) => ({ ...column, values: column.values.subarray(from, to) })),
});
