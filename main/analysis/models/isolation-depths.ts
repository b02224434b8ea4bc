/** Trees in flat arrays, in the order they are walked: the left child of a node is the next one. */
export interface IsolationTrees {
  /** [trees] first node of each. */
  readonly roots: Int32Array;
  /** [nodes] tag the node cuts on, −1 at a leaf. */
  readonly feature: Int32Array;
  /** [nodes] in the tag's unit; smaller values go left. */
  readonly threshold: Float64Array;
  /** [nodes] right child, −1 at a leaf. */
  readonly right: Int32Array;
  /** [nodes] reference rows that reached it. */
  readonly size: Int32Array;
  /** [nodes] depth, and the average path that the rows ending there would still have needed. */
  readonly path: Float64Array;
}

const blockRows = 2048;
const levels = 14; // deepest tree: log2 of 4096 rows, its root and one to spare

/**
 * Path of every row, summed over the trees. Rows are not walked one by one: the rows of a block are parted at a node as
 * they would be when sorting, so that a cut is loaded once for all rows that meet it and no step waits for the one before.
 * @param columns [tags][rows]. @returns [rows] NaN where a row has a NaN.
 */
export function isolationDepths(trees: IsolationTrees, columns: readonly Float64Array[]): Float64Array {
  const rows = columns[0]?.length ?? 0;
  const depths = new Float64Array(rows);
  const members = Array.from({ length: levels }, () => new Uint16Array(blockRows));
  const first = members[0]!;
  for (let i = 0; i < blockRows; i++) first[i] = i;
  for (let start = 0; start < rows; start += blockRows) {
    const size = Math.min(blockRows, rows - start);
    const block = columns.map((column) => column.subarray(start, start + size));
    const sums = depths.subarray(start, start + size);
    for (let tree = 0; tree < trees.roots.length; tree++) walk(trees, block, sums, members, trees.roots[tree]!, 0, 0, size);
    for (const column of block) for (let i = 0; i < size; i++) if (column[i]! - column[i]! !== 0) sums[i] = Number.NaN;
  }
  return depths;
}

/** Adds the paths of the rows [from, to) of this level's members, all of which have reached the node. */
function walk(
  trees: IsolationTrees,
  block: readonly Float64Array[],
  sums: Float64Array,
  members: readonly Uint16Array[],
  node: number,
  level: number,
  from: number,
  to: number,
): void {
  const here = members[level]!;
  const tag = trees.feature[node]!;
  if (tag < 0) {
    const path = trees.path[node]!;
    for (let i = from; i < to; i++) {
      const row = here[i]!;
      sums[row] = sums[row]! + path;
    }
    return;
  }
  const column = block[tag]!;
  const cut = trees.threshold[node]!;
  const below = members[level + 1]!;
  let left = from;
  let right = to - 1;
  for (let i = from; i < to; i++) {
    const row = here[i]!;
    below[left] = row;
    below[right] = row;
    const goesLeft = column[row]! < cut ? 1 : 0;
    left += goesLeft;
    right -= 1 - goesLeft;
  }
  if (left > from) walk(trees, block, sums, members, node + 1, level + 1, from, left);
  if (left < to) walk(trees, block, sums, members, trees.right[node]!, level + 1, left, to);
}
