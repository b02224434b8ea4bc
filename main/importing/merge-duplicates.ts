import type { Frame } from "#shared/domain/frame.ts";

export type DuplicateRule = "first" | "last" | "mean";

/**
 * Makes one row of rows that follow each other with one time, tag by tag: the first, the last or the mean of its good samples,
 * so that rows which hold different tags complete each other. Rows of one time must be neighbours.
 */
export class DuplicateMerger {
  /** Rows that went into another. */
  merged = 0;
  readonly #rule: DuplicateRule;

  constructor(rule: DuplicateRule) {
    this.#rule = rule;
  }

  async *merge(frames: AsyncIterable<Frame>): AsyncGenerator<Frame> {
    let held: Frame | undefined;
    for await (const frame of frames) {
      const rows = frame.time.length;
      if (rows === 0) continue;
      let from = 0;
      if (held) {
        // The last rows of the frame before may go on in this one.
        const time = held.time[0]!;
        while (from < rows && frame.time[from] === time) from++;
        if (from === rows) {
          held = joined(held, frame);
          continue;
        }
        yield this.#collapse(from > 0 ? joined(held, slice(frame, 0, from)) : held);
      }
      let end = rows - 1;
      while (end > from && frame.time[end - 1] === frame.time[rows - 1]) end--;
      if (end > from) yield this.#collapse(slice(frame, from, end));
      held = copy(slice(frame, end, rows));
    }
    if (held) yield this.#collapse(held);
  }

  #collapse(frame: Frame): Frame {
    const { time } = frame;
    const rows = time.length;
    let kept = rows > 0 ? 1 : 0;
    for (let i = 1; i < rows; i++) if (time[i] !== time[i - 1]) kept++;
    if (kept === rows) return frame;
    this.merged += rows - kept;
    const starts = new Int32Array(kept + 1);
    for (let i = 1, k = 1; i < rows; i++) if (time[i] !== time[i - 1]) starts[k++] = i;
    starts[kept] = rows;
    return {
      time: Float64Array.from({ length: kept }, (_, k) => time[starts[k]!]!),
      columns: frame.columns.map((c) => ({ ...c, values: this.#collapseValues(c.values, starts) })),
    };
  }

  #collapseValues(values: Float64Array, starts: Int32Array): Float64Array {
    const kept = new Float64Array(starts.length - 1);
    for (let k = 0; k < kept.length; k++) {
      let value = Number.NaN;
      let sum = 0;
      let count = 0;
      for (let i = starts[k]!; i < starts[k + 1]!; i++) {
        const v = values[i]!;
        if (Number.isNaN(v)) continue;
        if (this.#rule === "last" || count === 0) value = v;
        sum += v;
        count++;
      }
      kept[k] = this.#rule === "mean" && count > 1 ? sum / count : value;
    }
    return kept;
  }
}

const slice = (frame: Frame, from: number, to: number): Frame => ({
  time: frame.time.subarray(from, to),
  columns: frame.columns.map((c) => ({ ...c, values: c.values.subarray(from, to) })),
});

const copy = (frame: Frame): Frame => ({
  time: frame.time.slice(),
  columns: frame.columns.map((c) => ({ ...c, values: c.values.slice() })),
});

function joined(a: Frame, b: Frame): Frame {
  const join = (x: Float64Array, y: Float64Array): Float64Array => {
    const both = new Float64Array(x.length + y.length);
    both.set(x);
    both.set(y, x.length);
    return both;
  };
  return { time: join(a.time, b.time), columns: a.columns.map((c, k) => ({ ...c, values: join(c.values, b.columns[k]!.values) })) };
}
