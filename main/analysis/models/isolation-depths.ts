import { type Code, wasm as w } from "../signal/wasm/assembler.ts";
import { kernel } from "../signal/wasm/kernel.ts";

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
const columnBytes = 8 * blockRows;
const levelBytes = 2 * blockRows;
const levels = 14; // deepest tree: log2 of 4096 rows, its root and one to spare

// Memory: path sums of the rows, members of each level, nodes, columns.
const membersAt = columnBytes;
const nodesAt = membersAt + levels * levelBytes;
// A node: threshold, path, feature, right child.
const nodeBytes = 24;
const [thresholdAt, pathAt, featureAt, rightAt] = [0, 8, 16, 20];

// run(node, from, to, columns): addresses in bytes; the members of this level lie from … to. Locals by number.
const [node, from, to, columns, at, left, right, row, column, cut] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const below = (address: Code): Code => w.add(address, w.i32(levelBytes));
const rowSum = w.shiftLeft(w.get(row), 3);

/**
 * Adds the paths of the members, all of which have reached the node. They are parted as they would be when sorting: small
 * values to the front of the next level's members, the others to the back, without a choice that a processor could guess wrong.
 */
const { run, reserve } = kernel({
  params: 4,
  locals: ["i32", "i32", "i32", "i32", "i32", "f64"],
  body: [
    w.set(at, w.get(from)),
    w.if(
      w.less(w.loadI32(w.get(node), featureAt), w.i32(0)),
      w.set(cut, w.loadF64(w.get(node), pathAt)),
      w.doWhile(
        w.less(w.get(at), w.get(to)),
        w.set(row, w.loadU16(w.get(at))),
        w.storeF64(rowSum, w.addF64(w.loadF64(rowSum), w.get(cut))),
        w.set(at, w.add(w.get(at), w.i32(2))),
      ),
      w.return,
    ),
    w.set(cut, w.loadF64(w.get(node), thresholdAt)),
    w.set(column, w.add(w.get(columns), w.mul(w.loadI32(w.get(node), featureAt), w.i32(columnBytes)))),
    w.set(left, below(w.get(from))),
    w.set(right, below(w.sub(w.get(to), w.i32(2)))),
    w.doWhile(
      w.less(w.get(at), w.get(to)),
      w.set(row, w.loadU16(w.get(at))),
      w.storeU16(w.get(left), w.get(row)),
      w.storeU16(w.get(right), w.get(row)),
      // 2 where the row goes left, else 0.
      w.set(row, w.shiftLeft(w.lessF64(w.loadF64(w.add(w.get(column), rowSum)), w.get(cut)), 1)),
      w.set(left, w.add(w.get(left), w.get(row))),
      w.set(right, w.add(w.sub(w.get(right), w.i32(2)), w.get(row))),
      w.set(at, w.add(w.get(at), w.i32(2))),
    ),
    w.if(
      w.less(below(w.get(from)), w.get(left)),
      w.call(0, w.add(w.get(node), w.i32(nodeBytes)), below(w.get(from)), w.get(left), w.get(columns)),
    ),
    w.if(
      w.less(w.get(left), below(w.get(to))),
      w.call(
        0,
        w.add(w.i32(nodesAt), w.mul(w.loadI32(w.get(node), rightAt), w.i32(nodeBytes))),

        w.get(left),
        below(w.get(to)),
        w.get(columns),
      ),
    ),
  ],
});

/**
 * Path of every row, summed over the trees. Rows are not walked one by one: a block's rows are parted at each node, so that
 * a cut is loaded once for all rows that meet it and no step waits for the one before.
 * @param columns [tags][rows]. @returns [rows] NaN where a row has a NaN.
 */
export function isolationDepths(trees: IsolationTrees, columns: readonly Float64Array[]): Float64Array {
  const rows = columns[0]?.length ?? 0;
  const nodes = trees.feature.length;
  const columnsAt = nodesAt + nodes * nodeBytes;
  const memory = reserve(columnsAt + columns.length * columnBytes);
  const f64 = memory.f64(nodesAt, (nodes * nodeBytes) / 8);
  const i32 = memory.i32(nodesAt, (nodes * nodeBytes) / 4);
  for (let k = 0; k < nodes; k++) {
    f64[(k * nodeBytes + thresholdAt) / 8] = trees.threshold[k]!;
    f64[(k * nodeBytes + pathAt) / 8] = trees.path[k]!;
    i32[(k * nodeBytes + featureAt) / 4] = trees.feature[k]!;
    i32[(k * nodeBytes + rightAt) / 4] = trees.right[k]!;
  }
  const first = memory.u16(membersAt, blockRows);
  for (let i = 0; i < blockRows; i++) first[i] = i;
  const sums = memory.f64(0, blockRows);
  const blocks = columns.map((_, j) => memory.f64(columnsAt + j * columnBytes, blockRows));

  const depths = new Float64Array(rows);
  for (let start = 0; start < rows; start += blockRows) {
    const size = Math.min(blockRows, rows - start);
    columns.forEach((column, j) => {
      blocks[j]!.set(column.subarray(start, start + size));
    });
    sums.fill(0);
    for (const root of trees.roots) run(nodesAt + root * nodeBytes, membersAt, membersAt + 2 * size, columnsAt);
    depths.set(sums.subarray(0, size), start);
    for (const block of blocks) for (let i = 0; i < size; i++) if (block[i]! - block[i]! !== 0) depths[start + i] = Number.NaN;
  }
  return depths;
}
