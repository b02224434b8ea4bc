import { assemble, type Code, wasm as w } from "../signal/wasm/assembler.ts";
import { fillBins, missingBin } from "./boosted-trees-bins.ts";
import type { Forest } from "./boosted-trees-forest.ts";
import { tree as t } from "./boosted-trees-instructions.ts";
import { binKernel, limitBytes, type TreeKernel } from "./boosted-trees-kernels.ts";
import { memoryOf } from "./boosted-trees-memory.ts";
import { binsPerInput, inputsPerWord } from "./boosted-trees-space.ts";

// Bins and sums of so many rows stay in the second cache while trees pass over them.
const blockRows = 4096;
// Rows that one set of tables is drawn up for, and trees of a set.
const batchRows = 65_536;
const treesPerSet = 64;
// Below this it is quicker to walk the trees than to draw up their tables.
const fewRows = 64;
const leavesPerMask = 32;

/** Expected values from all trees. @param inputs [inputs][rows], NaN is "missing". @returns [rows] NaN where every input is missing. */
export function predictForest(forest: Forest, inputs: readonly Float64Array[], rows: number): Float64Array {
  return predictAfter(forest, inputs, rows, [forest.roots.length - 1])[0]!;
}

/**
 * Expected values as they stood after so many trees, row by row the start plus one leaf of each.
 * @param rounds ascending; at most the number of trees. @returns [rounds][rows].
 */
export function predictAfter(forest: Forest, inputs: readonly Float64Array[], rows: number, rounds: readonly number[]): Float64Array[] {
  const results = rounds.map(() => new Float64Array(rows));
  if (rows < fewRows) walk(forest, inputs, rounds, results);
  else lookUp(forest, inputs, rounds, results);
  for (let i = 0; i < rows; i++)
    if (inputs.every((values) => !Number.isFinite(values[i]!))) for (const result of results) result[i] = Number.NaN;
  return results;
}

function walk(forest: Forest, inputs: readonly Float64Array[], rounds: readonly number[], results: readonly Float64Array[]): void {
  const rows = results[0]?.length ?? 0;
  const bins = inputs.map((values, j) => {
    const column = new Uint8Array(rows);
    fillBins(values, 0, rows, forest.limits[j]!, column);
    return column;
  });
  for (let i = 0; i < rows; i++) {
    let sum = forest.start;
    let tree = 0;
    for (const [k, round] of rounds.entries()) {
      for (; tree < round; tree++) sum += forest.value[leafOf(forest, tree, bins, i)]!;
      results[k]![i] = sum;
    }
  }
}

/** The leaf a row ends in. @param bins [inputs][block]. */
export function leafOf(forest: Forest, tree: number, bins: readonly Uint8Array[], i: number): number {
  let node = forest.roots[tree]!;
  while (forest.feature[node]! >= 0) node = childOf(forest, node, bins, i);
  return node;
}

export function childOf(forest: Forest, node: number, bins: readonly Uint8Array[], i: number): number {
  const bin = bins[forest.feature[node]!]![i]!;
  const goesLeft = bin <= forest.bin[node]! || (bin === missingBin && forest.missingLeft[node] === 1);
  return forest.left[node]! + (goesLeft ? 0 : 1);
}

/**
 * As `walk`, by tables. A node that sends a row right rules out the leaves on its left; the leftmost leaf that nothing rules out is the
 * row's (Lucchese et al., QuickScorer, SIGIR 2015). Here the nodes of one input are taken together for every bin, so that a tree costs
 * one look per input and never a branch.
 */
function lookUp(forest: Forest, inputs: readonly Float64Array[], rounds: readonly number[], results: readonly Float64Array[]): void {
  const rows = results[0]!.length;
  const groups = Math.ceil(inputs.length / inputsPerWord);
  const masks = masksOf(forest);
  const tableBytes = 4 * masks * groups * inputsPerWord * binsPerInput;
  const leafBytes = 8 * masks * leavesPerMask;
  const { memory, at } = memoryOf({
    // [blocks][groups][block] bins, four inputs to a word.
    words: 4 * groups * batchRows,
    sums: 8 * batchRows,
    tables: treesPerSet * tableBytes,
    values: treesPerSet * leafBytes,
    block: 8 * blockRows,
    limits: inputs.length * limitBytes,
    bins: blockRows,
  });
  const { buffer } = memory;
  const sums = new Float64Array(buffer, at.sums, batchRows);
  const tables = new Int32Array(buffer, at.tables, (treesPerSet * tableBytes) / 4);
  const values = new Float64Array(buffer, at.values, (treesPerSet * leafBytes) / 8);
  const toBins = binKernel(memory);
  const add = adder(groups, masks, memory);
  for (const [j, limits] of forest.limits.entries()) {
    const own = new Float64Array(buffer, at.limits + j * limitBytes, limitBytes / 8).fill(Number.POSITIVE_INFINITY);
    own.set(limits);
  }

  for (let start = 0; start < rows; start += batchRows) {
    const count = Math.min(batchRows, rows - start);
    for (let from = 0; from < count; from += blockRows) pack(from, Math.min(blockRows, count - from), start);
    sums.fill(forest.start);
    let tree = 0;
    for (const [k, round] of rounds.entries()) {
      while (tree < round) {
        const end = Math.min(round, tree + treesPerSet);
        tables.fill(-1);
        for (let one = tree; one < end; one++)
          drawUp(forest, one, groups, (one - tree) * (tableBytes / 4), tables, (one - tree) * (leafBytes / 8), values);
        for (let from = 0; from < count; from += blockRows) {
          const to = Math.min(count, from + blockRows);
          for (let one = 0; one < end - tree; one++)
            add(
              at.words + 4 * groups * from,
              at.sums + 8 * from,
              at.sums + 8 * to,
              at.tables + one * tableBytes,
              at.values + one * leafBytes,
            );
        }
        tree = end;
      }
      results[k]!.set(sums.subarray(0, count), start);
    }
  }

  /** Bins of one block, four inputs to a word. */
  function pack(from: number, count: number, start: number): void {
    const block = new Float64Array(buffer, at.block, count);
    const bins = new Uint8Array(buffer, at.bins, count);
    for (const [j, column] of inputs.entries()) {
      block.set(column.subarray(start + from, start + from + count));
      toBins(at.block, at.block + 8 * count, at.limits + j * limitBytes, at.bins);
      const words = new Int32Array(buffer, at.words + 4 * groups * from + 4 * blockRows * Math.floor(j / inputsPerWord), count);
      const shift = 8 * (j % inputsPerWord);
      if (shift === 0) words.set(bins);
      else for (let i = 0; i < count; i++) words[i] = words[i]! | (bins[i]! << shift);
    }
  }
}

/** How many masks of 32 leaves the largest tree needs. */
function masksOf({ roots }: Forest): number {
  let most = 1;
  for (let tree = 0; tree + 1 < roots.length; tree++) most = Math.max(most, (roots[tree + 1]! - roots[tree]! + 1) / 2);
  return Math.ceil(most / leavesPerMask);
}

/** Draws up the masks of one tree, all bits set before, and its leaves from left to right. */
function drawUp(
  forest: Forest,
  tree: number,
  groups: number,
  tableAt: number,
  tables: Int32Array,
  valueAt: number,
  values: Float64Array,
): void {
  const perMask = groups * inputsPerWord * binsPerInput;
  let leaves = 0;
  const visit = (node: number): void => {
    const input = forest.feature[node]!;
    if (input < 0) {
      values[valueAt + leaves++] = forest.value[node]!;
      return;
    }
    const first = leaves;
    visit(forest.left[node]!);
    const end = leaves;
    visit(forest.left[node]! + 1);
    for (let mask = first >> 5; mask <= (end - 1) >> 5; mask++) {
      const from = Math.max(0, first - leavesPerMask * mask);
      const to = Math.min(leavesPerMask, end - leavesPerMask * mask);
      // Leaves from … to − 1 of this mask stay out; a shift by 32 would do nothing.
      const others = ~((to === 32 ? -1 : (1 << to) - 1) & ~((1 << from) - 1));
      const base = tableAt + mask * perMask + input * binsPerInput;
      for (let bin = forest.bin[node]! + 1; bin < missingBin; bin++) tables[base + bin] = tables[base + bin]! & others;
      if (forest.missingLeft[node] !== 1) tables[base + missingBin] = tables[base + missingBin]! & others;
    }
  };
  visit(forest.roots[tree]!);
}

const adders = new Map<string, WebAssembly.Module>();

/** (words, sums, end of the sums, tables, leaves): adds one tree's leaf to the sum of every row of a block. */
function adder(groups: number, masks: number, memory: WebAssembly.Memory): TreeKernel {
  const key = `${groups} ${masks}`;
  const module = adders.get(key) ?? new WebAssembly.Module(assemble(adderCode(groups, masks)));
  adders.set(key, module);
  return new WebAssembly.Instance(module, { env: { memory } }).exports.run as TreeKernel;
}

function adderCode(groups: number, masks: number): Parameters<typeof assemble>[0] {
  const [words, sums, end, tables, leaves, leaf] = [0, 1, 2, 3, 4, 5];
  const word = (group: number): number => 6 + group;
  const mask = (m: number): number => 6 + groups + m;
  const look = (m: number, group: number, k: number): Code => {
    // Byte k of the word, times the four bytes of an entry.
    const entry = t.and(k === 0 ? w.shiftLeft(w.get(word(group)), 2) : w.shiftRight(w.get(word(group)), 8 * k - 2), w.i32(4 * 255));
    return w.loadI32(w.add(w.get(tables), entry), 4 * binsPerInput * (inputsPerWord * (groups * m + group) + k));
  };
  const all = (m: number): Code =>
    Array.from({ length: groups * inputsPerWord }, (_, i) => look(m, Math.floor(i / inputsPerWord), i % inputsPerWord)).reduce((a, b) =>
      t.and(a, b),
    );
  const lowest = (m: number): Code => w.add(t.trailingZeros(w.get(mask(m))), w.i32(leavesPerMask * m));
  return {
    params: 5,
    locals: new Array<"i32">(1 + groups + masks).fill("i32"),
    body: [
      w.doWhile(
        w.less(w.get(sums), w.get(end)),
        ...Array.from({ length: groups }, (_, g) => w.set(word(g), w.loadI32(w.get(words), 4 * blockRows * g))),
        ...Array.from({ length: masks }, (_, m) => w.set(mask(m), all(m))),
        w.set(leaf, lowest(masks - 1)),
        // The first mask with a leaf left wins.
        ...Array.from({ length: masks - 1 }, (_, k) => masks - 2 - k).map((m) =>
          w.set(leaf, t.select(w.get(mask(m)), lowest(m), w.get(leaf))),
        ),
        w.storeF64(w.get(sums), w.addF64(w.loadF64(w.get(sums)), w.loadF64(w.add(w.get(leaves), w.shiftLeft(w.get(leaf), 3))))),
        w.set(words, w.add(w.get(words), w.i32(4))),
        w.set(sums, w.add(w.get(sums), w.i32(8))),
      ),
    ],
  };
}
