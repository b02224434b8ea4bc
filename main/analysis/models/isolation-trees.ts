import type { Run } from "#shared/domain/run.ts";
import { type IsolationTrees, inPathSteps } from "./isolation-depths.ts";

const eulerGamma = 0.5772156649015329;

/** Average path of an unsuccessful search among so many rows: c(n) of Liu, Ting & Zhou 2008, equation 1; 0 for one row. */
export function averagePath(rows: number): number {
  if (rows <= 1) return 0;
  if (rows === 2) return 1;
  return 2 * (Math.log(rows - 1) + eulerGamma) - (2 * (rows - 1)) / rows;
}

/**
 * Grows trees of random cuts on random rows, each as deep as a balanced tree of its rows would be.
 * @param columns [tags][rows]; rows with a NaN or an infinity are never drawn. @param sample rows of a tree, where there are so many complete ones.
 * @param chance numbers in [0, 1). @returns the trees, and the rows each was grown on.
 */
export function growTrees(
  columns: readonly Float64Array[],
  { trees, sample: wished }: { trees: number; sample: number },
  chance: () => number,
  run: Run,
): { sample: number; trees: IsolationTrees } {
  const feature: number[] = [];
  const threshold: number[] = [];
  const right: number[] = [];
  const size: number[] = [];
  const path: number[] = [];

  const drawn = rowsDrawnFrom(columns, wished, chance);
  let sample = 0;
  let deepest = 0;
  const cutAt = randomCut(drawn.columns, chance);
  const grow = (members: Uint16Array, depth: number): void => {
    const node = feature.length;
    feature.push(-1);
    threshold.push(0);
    right.push(-1);
    size.push(members.length);
    path.push(inPathSteps(depth + averagePath(members.length)));
    if (depth >= deepest || members.length <= 1) return;
    const cut = cutAt(members);
    if (!cut) return;
    const column = drawn.columns[cut.tag]!;
    // Those below the cut to the front, the others behind them, each in their order.
    const parted = new Uint16Array(members.length);
    let below = 0;
    for (const row of members) if (column[row]! < cut.at) parted[below++] = row;
    let above = below;
    for (const row of members) if (!(column[row]! < cut.at)) parted[above++] = row;
    feature[node] = cut.tag;
    threshold[node] = cut.at;
    grow(parted.subarray(0, below), depth + 1);
    right[node] = feature.length;
    grow(parted.subarray(below), depth + 1);
  };

  const roots = new Int32Array(trees);
  for (let tree = 0; tree < trees; tree++) {
    run.tick(tree, trees, "trees");
    sample = drawn.draw();
    deepest = Math.ceil(Math.log2(Math.max(2, sample)));
    roots[tree] = feature.length;
    grow(
      Uint16Array.from({ length: sample }, (_, i) => i),
      0,
    );
  }
  run.tick(trees, trees);
  return {
    sample,
    trees: {
      roots,
      feature: Int32Array.from(feature),
      threshold: Float64Array.from(threshold),
      right: Int32Array.from(right),
      size: Int32Array.from(size),
      path: Float64Array.from(path),
    },
  };
}

/**
 * Draws complete rows without repetition, every time anew. Only rows that are drawn are looked at: a row found incomplete is put aside
 * for good, so that all draws together cost little more than the rows drawn.
 * @returns `draw` gives the number of rows, `columns` [tags][rows] then hold their values.
 */
function rowsDrawnFrom(
  columns: readonly Float64Array[],
  wished: number,
  chance: () => number,
): { columns: Float64Array[]; draw: () => number } {
  const all = columns[0]?.length ?? 0;
  const pool = new Int32Array(all);
  for (let i = 0; i < all; i++) pool[i] = i;
  const swap = (i: number, j: number) => {
    const row = pool[i]!;
    pool[i] = pool[j]!;
    pool[j] = row;
  };
  let left = all;
  const most = Math.min(wished, all);
  const values = columns.map(() => new Float64Array(most));
  const holes = new Float64Array(most);
  return {
    columns: values,
    draw() {
      let count = 0;
      while (count < Math.min(wished, left)) {
        const end = Math.min(wished, left);
        for (let i = count; i < end; i++) swap(i, i + Math.floor(chance() * (left - i)));
        // Column by column and without a choice, as the reads wait for memory: so they wait together.
        holes.fill(0);
        for (let k = 0; k < columns.length; k++) {
          const from = columns[k]!;
          const to = values[k]!;
          for (let i = count; i < end; i++) {
            const value = from[pool[i]!]!;
            to[i] = value;
            // x − x is 0 for a number alone.
            holes[i]! += value - value;
          }
        }
        for (let i = count; i < end; i++) {
          if (holes[i] !== 0) continue;
          if (i > count) {
            swap(i, count);
            for (const of of values) of[count] = of[i]!;
          }
          count++;
        }
        for (let i = end - 1; i >= count; i--) swap(i, --left);
      }
      return count;
    },
  };
}

/** A cut that leaves rows on both sides, on a tag chosen among those that differ within the rows; none where no tag does. */
function randomCut(
  columns: readonly Float64Array[],
  chance: () => number,
): (members: Uint16Array) => { tag: number; at: number } | undefined {
  const candidates = new Int32Array(columns.length);
  return (members) => {
    for (let i = 0; i < candidates.length; i++) candidates[i] = i;
    for (let left = candidates.length; left > 0; left--) {
      const pick = Math.floor(chance() * left);
      const tag = candidates[pick]!;
      candidates[pick] = candidates[left - 1]!;
      const column = columns[tag]!;
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (const row of members) {
        const x = column[row]!;
        if (x < low) low = x;
        if (x > high) high = x;
      }
      if (!(high > low)) continue;
      const at = low + chance() * (high - low);
      // Rounding can put the cut on the lowest value itself; then nothing would lie below it.
      return { tag, at: at > low ? at : high };
    }
    return undefined;
  };
}
