import type { Frame } from "#shared/domain/frame.ts";

/**
 * Frames on one clock, ascending. Rows at one time become one row: each tag takes its first good sample in the order of
 * the frames. All frames have exactly these tags, in this order.
 */
export function mergeFrames(frames: readonly Frame[], tags: readonly string[]): Frame {
  const filled = frames.filter((f) => f.time.length > 0);
  const units = tags.map((_, k) => frames.map((f) => f.columns[k]!.unit).find((u) => u !== "") ?? "");
  if (filled.length === 1) return { time: filled[0]!.time, columns: filled[0]!.columns.map((c, k) => ({ ...c, unit: units[k]! })) };
  const total = filled.reduce((sum, f) => sum + f.time.length, 0);
  const merged = filled.reduce<Frame>((left, right) => mergeTwo(left, right), {
    time: new Float64Array(0),
    columns: tags.map((tag, k) => ({ tag, unit: units[k]!, values: new Float64Array(0) })),
  });
  return total === 0 ? merged : { time: merged.time, columns: merged.columns.map((c, k) => ({ ...c, unit: units[k]! })) };
}

function mergeTwo(left: Frame, right: Frame): Frame {
  const { order, rows } = interleave(left.time, right.time);
  const time = new Float64Array(rows);
  place(order, left.time, right.time, time);
  return {
    time,
    columns: left.columns.map((column, k) => {
      const values = new Float64Array(rows);
      place(order, column.values, right.columns[k]!.values, values);
      return { ...column, values };
    }),
  };
}

const fromLeft = 0;
const fromRight = 1;
const fromBoth = 2;

function interleave(left: Float64Array, right: Float64Array): { order: Uint8Array; rows: number } {
  const order = new Uint8Array(left.length + right.length);
  let i = 0;
  let j = 0;
  let rows = 0;
  while (i < left.length || j < right.length) {
    const a = i < left.length ? left[i]! : Number.POSITIVE_INFINITY;
    const b = j < right.length ? right[j]! : Number.POSITIVE_INFINITY;
    if (a === b) {
      order[rows++] = fromBoth;
      i++;
      j++;
    } else if (a < b) {
      order[rows++] = fromLeft;
      i++;
    } else {
      order[rows++] = fromRight;
      j++;
    }
  }
  return { order, rows };
}

function place(order: Uint8Array, left: Float64Array, right: Float64Array, to: Float64Array): void {
  let i = 0;
  let j = 0;
  for (let row = 0; row < to.length; row++) {
    if (order[row] === fromLeft) to[row] = left[i++]!;
    else if (order[row] === fromRight) to[row] = right[j++]!;
    else {
      const a = left[i++]!;
      const b = right[j++]!;
      to[row] = Number.isNaN(a) ? b : a;
    }
  }
}
