import type { Frame } from "#shared/domain/frame.ts";
import type { SampleChunk } from "./sample-sorter.ts";

const frameCells = 1 << 20;
const maxRows = 65_536;
const leastRows = 16;

export interface UnionInput {
  /** Samples in the order of time. */
  readonly samples: Iterable<SampleChunk>;
  /** Tags of the frames. */
  readonly tags: readonly { readonly tag: string; readonly unit: string }[];
  /** [series] the tag a series belongs to; -1 where its samples have a time and nothing that is kept. */
  readonly slots: Int32Array;
}

/**
 * One row per time at which any tag has a sample, NaN where a tag has none. A second sample of one tag at one time begins another row of that
 * time: which of them stays is the plan's rule for duplicates.
 */
export function* unionFrames({ samples, tags, slots }: UnionInput): Generator<Frame> {
  const capacity = Math.max(leastRows, Math.min(maxRows, Math.floor(frameCells / (tags.length + 1))));
  // The row in which a tag was last seen, counted over all frames.
  const seen = new Float64Array(tags.length).fill(-1);
  let frame = emptyFrame(tags, capacity);
  let columns = frame.columns.map((c) => c.values);
  let row = -1;
  let before = 0;
  let now = Number.NaN;
  for (const { time, series, value, from, to } of samples) {
    for (let i = from; i < to; i++) {
      const slot = slots[series[i]!]!;
      if (time[i] !== now || (slot >= 0 && seen[slot] === before + row)) {
        if (row + 1 === capacity) {
          yield frame;
          before += capacity;
          row = -1;
          frame = emptyFrame(tags, capacity);
          columns = frame.columns.map((c) => c.values);
        }
        now = time[i]!;
        frame.time[++row] = now;
      }
      if (slot < 0) continue;
      columns[slot]![row] = value[i]!;
      seen[slot] = before + row;
    }
  }
  const rows = row + 1;
  if (rows > 0 || before === 0) yield cutTo(frame, rows);
}

function emptyFrame(tags: UnionInput["tags"], rows: number): Frame {
  const values = new Float64Array(rows * tags.length).fill(Number.NaN);
  return {
    time: new Float64Array(rows),
    columns: tags.map(({ tag, unit }, k) => ({ tag, unit, values: values.subarray(k * rows, (k + 1) * rows) })),
  };
}

const cutTo = (frame: Frame, rows: number): Frame => ({
  time: frame.time.subarray(0, rows),
  columns: frame.columns.map((c) => ({ ...c, values: c.values.subarray(0, rows) })),
});
