import { type Code, wasm as w } from "../signal/wasm/assembler.ts";
import { kernel } from "../signal/wasm/kernel.ts";
import { isolation as i } from "./isolation-instructions.ts";

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
  /** [nodes] depth, and the average path that the rows ending there would still have needed; a whole number of path steps. */
  readonly path: Float64Array;
}

const stepsPerCut = 2 ** 20;

/** To the next whole step of 2⁻²⁰ cuts: sums of such paths are exact, in whatever order the trees are met. */
export const inPathSteps = (path: number): number => Math.round(path * stepsPerCut) / stepsPerCut;

const blockRows = 2048;
// Rows that are near in time mostly go the same way. Where they do, so many of them are one.
const groupRows = 256;
// Where a group ranges over as much as its whole block does, nearness tells nothing, and the block is the better group.
const likeTheBlock = 0.7;
const columnBytes = 8 * blockRows;
const levelBytes = 2 * blockRows;
const levels = 14; // deepest tree: log2 of 4096 rows, its root and one to spare

// Memory: path sums of the rows, members of each level, what a whole group has in common, nodes, ranges, columns.
const membersAt = columnBytes;
const groupSumAt = membersAt + levels * levelBytes;
const nodesAt = groupSumAt + 8;
// A node: threshold, path, where the column of its tag begins (−1 at a leaf), where the range of its tag is, address of the right child.
const nodeBytes = 32;
const [thresholdAt, pathAt, columnAt, rangeAt, rightAt] = [0, 8, 16, 20, 24];
// The range of a tag in a group: least, greatest, and a NaN where a value of it is no number.
const rangeBytes = 24;
const [leastAt, greatestAt, holeAt] = [0, 8, 16];

const below = (address: Code): Code => w.add(address, w.i32(levelBytes));

/** On to the next cut, as long as there is one that parts nobody. Afterwards `node` is a leaf, whose column is −1, or a cut within the range of its tag. */
const descend = ({ node, ranges, next, column, range, cut }: Readonly<Record<string, number>>): Code[] => [
  w.set(next!, w.get(node!)),
  w.doWhile(
    i.unequal(w.get(next!), w.get(node!)),
    w.set(node!, w.get(next!)),
    w.set(column!, w.loadI32(w.get(node!), columnAt)),
    w.if(
      w.less(w.i32(-1), w.get(column!)),
      w.set(cut!, w.loadF64(w.get(node!), thresholdAt)),
      w.set(range!, w.add(w.get(ranges!), w.loadI32(w.get(node!), rangeAt))),
      w.set(
        next!,
        i.select(
          w.lessF64(w.loadF64(w.get(range!), greatestAt), w.get(cut!)),
          w.add(w.get(node!), w.i32(nodeBytes)),
          i.select(w.lessF64(w.loadF64(w.get(range!), leastAt), w.get(cut!)), w.get(node!), w.loadI32(w.get(node!), rightAt)),
        ),
      ),
    ),
  ),
];

/**
 * run(node, from, to, columns, ranges), addresses in bytes: adds the paths of the members, all of which have reached the node; the
 * members of this level lie from … to. A cut beside the range of its tag sends all members the same way. At any other they are parted as
 * they would be when sorting: small values to the front of the next level's members, the others to the back, without a choice that a
 * processor could guess wrong.
 */
const part = (() => {
  const [node, from, to, columns, ranges, at, left, right, row, column, range, next, cut] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const rowSum = w.shiftLeft(w.get(row), 3);
  return kernel({
    params: 5,
    locals: ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "f64"],
    body: [
      ...descend({ node, ranges, next, column, range, cut }),
      w.if(
        w.less(w.get(column), w.i32(0)),
        w.set(cut, w.loadF64(w.get(node), pathAt)),
        w.if(
          // Nobody has left the group.
          w.less(w.get(from), w.i32(membersAt + levelBytes)),
          w.storeF64(w.i32(groupSumAt), w.addF64(w.loadF64(w.i32(groupSumAt)), w.get(cut))),
          w.return,
        ),
        w.set(at, w.get(from)),
        w.doWhile(
          w.less(w.get(at), w.get(to)),
          w.set(row, w.loadU16(w.get(at))),
          w.storeF64(rowSum, w.addF64(w.loadF64(rowSum), w.get(cut))),
          w.set(at, w.add(w.get(at), w.i32(2))),
        ),
        w.return,
      ),
      w.set(column, w.add(w.get(columns), w.get(column))),
      w.set(at, w.get(from)),
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
        w.call(0, w.add(w.get(node), w.i32(nodeBytes)), below(w.get(from)), w.get(left), w.get(columns), w.get(ranges)),
      ),
      w.if(
        w.less(w.get(left), below(w.get(to))),
        w.call(0, w.loadI32(w.get(node), rightAt), w.get(left), below(w.get(to)), w.get(columns), w.get(ranges)),
      ),
    ],
  });
})();

/** run(starts, end, roots, ranges): how far down all rows of a block go together, tree by tree: the address of a leaf, or of the first cut that parts them. */
const start = (() => {
  const [starts, end, roots, ranges, node, next, column, range, cut] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  return kernel(
    {
      params: 4,
      locals: ["i32", "i32", "i32", "i32", "f64"],
      body: [
        w.doWhile(
          w.less(w.get(starts), w.get(end)),
          w.set(node, w.loadI32(w.get(roots))),
          ...descend({ node, ranges, next, column, range, cut }),
          i.storeI32(w.get(starts), w.get(node)),
          w.set(roots, w.add(w.get(roots), w.i32(4))),
          w.set(starts, w.add(w.get(starts), w.i32(4))),
        ),
      ],
    },
    part,
  );
})();

/** run(values, end, range): least and greatest of the values, those that are no numbers passed over, and whether there are such; an even number of values. */
const measure = (() => {
  const [values, end, range, pair, least, greatest, hole] = [0, 1, 2, 3, 4, 5, 6];
  const both = (of: (a: Code, b: Code) => Code, of64: number): Code => i.foldPairBy(of, w.get(of64));
  return kernel(
    {
      params: 3,
      locals: ["v128", "v128", "v128", "v128"],
      body: [
        w.set(least, i.pairOf(Number.POSITIVE_INFINITY)),
        w.set(greatest, i.pairOf(Number.NEGATIVE_INFINITY)),
        w.doWhile(
          w.less(w.get(values), w.get(end)),
          w.set(pair, w.loadPair(w.get(values))),
          w.set(least, i.lesserPair(w.get(least), w.get(pair))),
          w.set(greatest, i.greaterPair(w.get(greatest), w.get(pair))),
          // x − x is 0 for a number alone.
          w.set(hole, w.addPair(w.get(hole), w.subPair(w.get(pair), w.get(pair)))),
          w.set(values, w.add(w.get(values), w.i32(16))),
        ),
        w.storeF64(w.get(range), both(i.minF64, least), leastAt),
        w.storeF64(w.get(range), both(i.maxF64, greatest), greatestAt),
        w.storeF64(w.get(range), w.foldPair(w.get(hole)), holeAt),
      ],
    },
    part,
  );
})();

/**
 * Path of every row, summed over the trees. Rows are not walked one by one: a group's rows go down together and are parted only where
 * a cut lies within what the group's tag ranges over, so that a cut is loaded once for all rows that meet it and no step waits for the one before.
 * @param columns [tags][rows]. @returns [rows] NaN where a row has a NaN or an infinity.
 */
export function isolationDepths(trees: IsolationTrees, columns: readonly Float64Array[]): Float64Array {
  const rows = columns[0]?.length ?? 0;
  const tags = columns.length;
  const nodes = trees.feature.length;
  const count = trees.roots.length;
  const rangesAt = nodesAt + nodes * nodeBytes;
  const groups = blockRows / groupRows;
  // Behind the ranges of the groups those of the block.
  const blockRangesAt = rangesAt + groups * tags * rangeBytes;
  const columnsAt = blockRangesAt + tags * rangeBytes;
  const rootsAt = columnsAt + tags * columnBytes;
  const startsAt = rootsAt + 4 * count;
  const memory = part.reserve(startsAt + 4 * count);
  const f64 = memory.f64(nodesAt, (nodes * nodeBytes) / 8);
  const i32 = memory.i32(nodesAt, (nodes * nodeBytes) / 4);
  for (let k = 0; k < nodes; k++) {
    const feature = trees.feature[k]!;
    f64[(k * nodeBytes + thresholdAt) / 8] = trees.threshold[k]!;
    f64[(k * nodeBytes + pathAt) / 8] = inPathSteps(trees.path[k]!);
    i32[(k * nodeBytes + columnAt) / 4] = feature < 0 ? -1 : feature * columnBytes;
    i32[(k * nodeBytes + rangeAt) / 4] = feature * rangeBytes;
    i32[(k * nodeBytes + rightAt) / 4] = nodesAt + trees.right[k]! * nodeBytes;
  }
  const first = memory.u16(membersAt, blockRows);
  for (let row = 0; row < blockRows; row++) first[row] = row;
  const sums = memory.f64(0, blockRows);
  const groupSum = memory.f64(groupSumAt, 1);
  const ranges = memory.f64(rangesAt, ((groups + 1) * tags * rangeBytes) / 8);
  const blocks = columns.map((_, j) => memory.f64(columnsAt + j * columnBytes, blockRows));
  const starts = memory.i32(startsAt, count);
  memory.i32(rootsAt, count).set(trees.roots.map((root) => nodesAt + root * nodeBytes));

  const depths = new Float64Array(rows);
  for (let first = 0; first < rows; first += blockRows) {
    const size = Math.min(blockRows, rows - first);
    for (let j = 0; j < tags; j++) blocks[j]!.set(columns[j]!.subarray(first, first + size));
    sums.fill(0);
    for (let from = 0, g = 0; from < size; from += groupRows, g++) rangesOf(from, Math.min(size, from + groupRows), g);
    const apart = groupsDiffer(ranges, Math.ceil(size / groupRows), groups, tags);
    start.run(startsAt, startsAt + 4 * count, rootsAt, blockRangesAt);
    let ended = 0;
    let parting = 0;
    for (let tree = 0; tree < count; tree++) {
      const node = starts[tree]!;
      if (i32[(node - nodesAt + columnAt) / 4]! < 0) ended += f64[(node - nodesAt + pathAt) / 8]!;
      else starts[parting++] = node;
    }
    const step = apart ? groupRows : size;
    for (let from = 0, g = 0; from < size; from += step, g++) {
      const to = Math.min(size, from + step);
      const own = apart ? rangesAt + g * tags * rangeBytes : blockRangesAt;
      groupSum[0] = ended;
      for (let tree = 0; tree < parting; tree++) part.run(starts[tree]!, membersAt + 2 * from, membersAt + 2 * to, columnsAt, own);
      const common = groupSum[0]!;
      for (let row = from; row < to; row++) depths[first + row] = sums[row]! + common;
    }
    for (let j = 0; j < tags; j++) {
      if (ranges[(groups * tags + j) * rangeNumbers + 2] === 0) continue;
      const block = blocks[j]!;
      for (let row = 0; row < size; row++) if (block[row]! - block[row]! !== 0) depths[first + row] = Number.NaN;
    }
  }
  return depths;

  function rangesOf(from: number, to: number, group: number): void {
    for (let j = 0; j < tags; j++) {
      const column = columnsAt + j * columnBytes;
      // Beside the last row of an odd number its twin, so that rows go by two.
      if ((to - from) % 2 === 1) blocks[j]![to] = blocks[j]![to - 1]!;
      measure.run(column + 8 * from, column + 8 * to, rangesAt + (group * tags + j) * rangeBytes);
    }
  }
}

const rangeNumbers = rangeBytes / 8;

/**
 * Whether the groups of a block range over clearly less than the block does, tag by tag on average.
 * @param ranges [groups][tags] least, greatest, hole; the ranges of the block are put behind them, at the place of a group of the given number.
 */
function groupsDiffer(ranges: Float64Array, groups: number, blockAt: number, tags: number): boolean {
  let shares = 0;
  for (let j = 0; j < tags; j++) {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    let hole = 0;
    let widths = 0;
    for (let g = 0; g < groups; g++) {
      const at = (g * tags + j) * rangeNumbers;
      if (ranges[at]! < least) least = ranges[at]!;
      if (ranges[at + 1]! > greatest) greatest = ranges[at + 1]!;
      hole += ranges[at + 2]!;
      if (ranges[at + 1]! > ranges[at]!) widths += ranges[at + 1]! - ranges[at]!;
    }
    if (greatest > least) shares += widths / groups / (greatest - least);
    const at = (blockAt * tags + j) * rangeNumbers;
    ranges[at] = least;
    ranges[at + 1] = greatest;
    ranges[at + 2] = hole;
  }
  return shares < likeTheBlock * tags;
}
