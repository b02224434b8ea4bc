import { fillBins, missingBin } from "./boosted-trees-bins.ts";
import type { Forest } from "./boosted-trees-forest.ts";
import { binsPerInput, inputsPerWord, packBins } from "./boosted-trees-histogram.ts";

// Masks, bins and sums of so many rows stay in the first cache while all trees pass over them.
const blockRows = 1024;
// Below this it is quicker to walk the trees than to draw up their tables.
const fewRows = 64;

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
  const bins = inputs.map(() => new Uint8Array(blockRows));
  const trees = rounds.at(-1)!;
  const tables = rows < fewRows ? undefined : Array.from({ length: trees }, (_, tree) => leafTable(forest, tree, inputs.length));
  for (let start = 0; start < rows; start += blockRows) {
    const count = Math.min(blockRows, rows - start);
    for (const [j, values] of inputs.entries()) fillBins(values, start, count, forest.limits[j]!, bins[j]!);
    const sums = new Float64Array(count).fill(forest.start);
    for (let i = 0; i < count; i++) if (bins.every((column) => column[i] === missingBin)) sums[i] = Number.NaN;
    let tree = 0;
    const words = tables && packedWords(bins, count);
    for (const [k, round] of rounds.entries()) {
      if (tables) addByTables(tables, tree, round, words!, sums);
      else addByWalking(forest, tree, round, bins, sums);
      tree = round;
      results[k]!.set(sums, start);
    }
  }
  return results;
}

function packedWords(bins: readonly Uint8Array[], count: number): Int32Array[] {
  const words: Int32Array[] = [];
  for (let j = 0; j < bins.length; j += inputsPerWord) words.push(packBins(bins.slice(j, j + inputsPerWord), count));
  return words;
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

function addByWalking(forest: Forest, from: number, to: number, bins: readonly Uint8Array[], sums: Float64Array): void {
  for (let tree = from; tree < to; tree++)
    for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + forest.value[leafOf(forest, tree, bins, i)]!;
}

/** What the bins of a row say about its leaf, as sets of leaves: 32 leaves to a number. */
interface LeafTable {
  /** [sets of 32 leaves][groups of 4 inputs] [4 · 256] the leaves a bin leaves possible; undefined where the tree asks none of the four. */
  readonly possible: readonly (readonly (Int32Array | undefined)[])[];
  /** [leaves] from left to right. */
  readonly value: Float64Array;
}

/**
 * Draws up the table of a tree. A node that sends a row right rules out the leaves on its left; the leftmost leaf that nothing rules
 * out is the row's (Lucchese et al., QuickScorer, SIGIR 2015), here with the nodes of one input taken together for every bin, so
 * that a row needs one look per input and never a branch.
 */
function leafTable(forest: Forest, tree: number, inputs: number): LeafTable {
  const value: number[] = [];
  const sets = Math.ceil((forest.roots[tree + 1]! - forest.roots[tree]! + 1) / 2 / 32);
  const groups = Math.ceil(inputs / inputsPerWord);
  const possible = Array.from({ length: sets }, () => new Array<Int32Array | undefined>(groups).fill(undefined));
  const visit = (node: number): void => {
    const input = forest.feature[node]!;
    if (input < 0) {
      value.push(forest.value[node]!);
      return;
    }
    const first = value.length;
    visit(forest.left[node]!);
    const end = value.length;
    visit(forest.left[node]! + 1);
    const group = input >> 2;
    const base = (input & 3) * binsPerInput;
    for (let set = first >> 5; set <= (end - 1) >> 5; set++) {
      const from = Math.max(0, first - 32 * set);
      const to = Math.min(32, end - 32 * set);
      // Leaves from … to − 1 of this set; a shift by 32 would do nothing.
      const ruledOut = (to === 32 ? -1 : (1 << to) - 1) & ~((1 << from) - 1);
      let table = possible[set]![group];
      if (!table) possible[set]![group] = table = new Int32Array(inputsPerWord * binsPerInput).fill(-1);
      for (let bin = forest.bin[node]! + 1; bin < missingBin; bin++) table[base + bin] = table[base + bin]! & ~ruledOut;
      if (forest.missingLeft[node] !== 1) table[base + missingBin] = table[base + missingBin]! & ~ruledOut;
    }
  };
  visit(forest.roots[tree]!);
  return { possible, value: Float64Array.from(value) };
}

function addByTables(tables: readonly LeafTable[], from: number, to: number, words: readonly Int32Array[], sums: Float64Array): void {
  const count = sums.length;
  const leaves = new Int32Array(count);
  const found = new Int32Array(count);
  for (let tree = from; tree < to; tree++) {
    const { possible, value } = tables[tree]!;
    if (value.length === 1) {
      for (let i = 0; i < count; i++) sums[i] = sums[i]! + value[0]!;
      continue;
    }
    found.fill(-1);
    for (const [set, groups] of possible.entries()) {
      leaves.fill(-1);
      for (const [k, table] of groups.entries()) if (table) narrow(leaves, words[k]!, table, count);
      if (possible.length === 1) {
        // The lowest bit that is set.
        for (let i = 0; i < count; i++) sums[i] = sums[i]! + value[31 - Math.clz32(leaves[i]! & -leaves[i]!)]!;
      } else {
        for (let i = 0; i < count; i++)
          if (found[i]! < 0 && leaves[i] !== 0) found[i] = 32 * set + 31 - Math.clz32(leaves[i]! & -leaves[i]!);
      }
    }
    if (possible.length > 1) for (let i = 0; i < count; i++) sums[i] = sums[i]! + value[found[i]!]!;
  }
}

function narrow(leaves: Int32Array, words: Int32Array, table: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const word = words[i]!;
    leaves[i] =
      leaves[i]! &
      table[word & 255]! &
      table[256 | ((word >>> 8) & 255)]! &
      table[512 | ((word >>> 16) & 255)]! &
      table[768 | (word >>> 24)]!;
  }
}
