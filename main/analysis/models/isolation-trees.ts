import type { Run } from "#shared/domain/run.ts";
import type { IsolationTrees } from "./isolation-depths.ts";

const eulerGamma = 0.5772156649015329;

/** Average path of an unsuccessful search among so many rows: c(n) of Liu, Ting & Zhou 2008, equation 1; 0 for one row. */
export function averagePath(rows: number): number {
  if (rows <= 1) return 0;
  if (rows === 2) return 1;
  return 2 * (Math.log(rows - 1) + eulerGamma) - (2 * (rows - 1)) / rows;
}

/**
 * Grows trees of random cuts on random rows, each as deep as a balanced tree of its rows would be.
 * @param columns [tags][rows] without NaN in the rows given. @param chance numbers in [0, 1).
 */
export function growTrees(
  columns: readonly Float64Array[],
  rows: Int32Array,
  { trees, sample }: { trees: number; sample: number },
  chance: () => number,
  run: Run,
): IsolationTrees {
  const deepest = Math.ceil(Math.log2(Math.max(2, sample)));
  const feature: number[] = [];
  const threshold: number[] = [];
  const right: number[] = [];
  const size: number[] = [];
  const path: number[] = [];

  const grow = (members: Int32Array, depth: number): void => {
    const node = feature.length;
    feature.push(-1);
    threshold.push(0);
    right.push(-1);
    size.push(members.length);
    path.push(depth + averagePath(members.length));
    if (depth >= deepest || members.length <= 1) return;
    const cut = randomCut(columns, members, chance);
    if (!cut) return;
    const column = columns[cut.tag]!;
    feature[node] = cut.tag;
    threshold[node] = cut.at;
    grow(
      members.filter((row) => column[row]! < cut.at),
      depth + 1,
    );
    right[node] = feature.length;
    grow(
      members.filter((row) => column[row]! >= cut.at),
      depth + 1,
    );
  };

  const shuffled = Int32Array.from(rows);
  const roots = new Int32Array(trees);
  for (let tree = 0; tree < trees; tree++) {
    run.tick(tree, trees, "trees");
    // The first places of a shuffle that is not finished are a sample without repetition.
    for (let i = 0; i < sample; i++) {
      const j = i + Math.floor(chance() * (shuffled.length - i));
      const swap = shuffled[i]!;
      shuffled[i] = shuffled[j]!;
      shuffled[j] = swap;
    }
    roots[tree] = feature.length;
    grow(shuffled.slice(0, sample), 0);
  }
  run.tick(trees, trees);
  return {
    roots,
    feature: Int32Array.from(feature),
    threshold: Float64Array.from(threshold),
    right: Int32Array.from(right),
    size: Int32Array.from(size),
    path: Float64Array.from(path),
  };
}

/** A cut that leaves rows on both sides, on a tag chosen among those that differ within the rows; none where no tag does. */
function randomCut(columns: readonly Float64Array[], members: Int32Array, chance: () => number): { tag: number; at: number } | undefined {
  const candidates = Int32Array.from(columns, (_, i) => i);
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
}
