import { missingBin } from "./boosted-trees-bins.ts";
import { type Bounds, bestMonotoneSplit, boundsBelow, unbounded } from "./boosted-trees-monotone.ts";
import { binsPerInput, type GrowingSpace } from "./boosted-trees-space.ts";

export interface GrowParams {
  /** Most leaves of a tree, ≥ 2. */
  readonly leaves: number;
  /** Fewest rows in a leaf. */
  readonly leafRows: number;
  /** Added to the number of rows of a leaf: pulls the values of small leaves to 0. */
  readonly shrinkage: number;
  /** [inputs] 1 where the expectation never falls as the input rises, −1 where it never rises, 0 where nothing is known of it. */
  readonly directions?: ArrayLike<number> | undefined;
}

/** One tree as it grows: nodes in the order they were made. */
export interface GrownTree {
  readonly feature: number[];
  readonly bin: number[];
  readonly missingLeft: number[];
  readonly left: number[];
  readonly gain: number[];
  /** [nodes] rows of the node: from `from[node]` to `to[node]` in `rows`. */
  readonly from: number[];
  readonly to: number[];
}

/** Best known way to split a node. */
export interface Split {
  gain: number;
  feature: number;
  bin: number;
  missingLeft: boolean;
}

/** A leaf that may still be split. */
interface Growing {
  readonly node: number;
  /** Which histogram of the space is its own. */
  readonly histogram: number;
  readonly split: Split;
  /** Between which values its leaves have to stay. */
  readonly bounds: Bounds;
}

/**
 * Grows one regression tree on binned inputs, the most promising leaf first, by histograms: a child is its parent less its
 * sibling, so that only the smaller one is counted (Ke et al., LightGBM, NeurIPS 30 (2017); Chen & Guestrin, XGBoost, KDD 2016).
 *
 * Residual and count travel in one double: the residual rounded to a whole number times 2^countBits, plus one. Sums of whole
 * numbers below 2^53 are exact, so one addition counts both, the order of adding does not matter, and parent − child leaves no error.
 * @param count rows of the tree, the first of `space.rows`.
 */
export function growTree(space: GrowingSpace, count: number, params: GrowParams): GrownTree {
  const { bins, histograms } = space;
  const countBits = Math.ceil(Math.log2(count + 1));
  const unit = 2 ** countBits;
  const scale = space.pack(count, 2 ** (52 - 2 * countBits), unit);

  const tree: GrownTree = { feature: [-1], bin: [0], missingLeft: [0], left: [0], gain: [0], from: [0], to: [count] };
  const growing: Growing[] = [];
  const free = Array.from(histograms.keys()).reverse();
  const { directions } = params;
  const consider = (node: number, histogram: number, bounds: Bounds): void => {
    const isLarge = tree.to[node]! - tree.from[node]! >= 2 * params.leafRows;
    const split = !isLarge
      ? undefined
      : directions
        ? bestMonotoneSplit(histograms[histogram]!, bins.length, unit, params, directions, bounds)
        : bestSplit(histograms[histogram]!, bins.length, unit, params);
    if (split) growing.push({ node, histogram, split, bounds });
    else free.push(histogram);
  };

  const root = free.pop()!;
  space.count(root, 0, count);
  consider(0, root, unbounded);
  for (let leaves = 1; leaves < params.leaves && growing.length > 0; leaves++) {
    let best = 0;
    for (let k = 1; k < growing.length; k++) if (growing[k]!.split.gain > growing[best]!.split.gain) best = k;
    const { node, histogram, split, bounds } = growing.splice(best, 1)[0]!;
    const from = tree.from[node]!;
    const to = tree.to[node]!;
    const middle = space.divide(split.feature, split.bin, split.missingLeft, from, to);
    const left = tree.feature.length;
    tree.feature[node] = split.feature;
    tree.bin[node] = split.bin;
    tree.missingLeft[node] = split.missingLeft ? 1 : 0;
    tree.left[node] = left;
    // In the unit of the residual again.
    tree.gain[node] = scale > 0 ? split.gain / (scale * scale) : 0;
    for (const [start, end] of [
      [from, middle],
      [middle, to],
    ] as const) {
      tree.feature.push(-1);
      tree.bin.push(0);
      tree.missingLeft.push(0);
      tree.left.push(0);
      tree.gain.push(0);
      tree.from.push(start);
      tree.to.push(end);
    }
    // The last leaves are not split any more, so nobody needs their histograms.
    if (leaves + 1 === params.leaves) break;
    const smaller = middle - from <= to - middle ? left : left + 1;
    const counted = free.pop()!;
    space.count(counted, tree.from[smaller]!, tree.to[smaller]!);
    subtract(histograms[histogram]!, histograms[counted]!);
    const [ofLeft, ofRight] = boundsBelow(bounds, directions?.[split.feature] ?? 0, split);
    consider(smaller, counted, smaller === left ? ofLeft : ofRight);
    consider(smaller === left ? left + 1 : left, histogram, smaller === left ? ofRight : ofLeft);
  }
  return tree;
}

function subtract(parent: Float64Array, child: Float64Array): void {
  for (let i = 0; i < parent.length; i++) parent[i] = parent[i]! - child[i]!;
}

/** The split that lowers the squared error most; undefined where none does. Ties go to the first input and the lowest bin. */
function bestSplit(histogram: Float64Array, inputs: number, unit: number, params: GrowParams): Split | undefined {
  const { leafRows, shrinkage } = params;
  const perUnit = 1 / unit;
  let best: Split | undefined;
  let total = 0;
  for (let b = 0; b < binsPerInput; b++) total += histogram[b]!;
  const allSum = Math.floor(total * perUnit);
  const all = total - allSum * unit;
  const alone = (allSum * allSum) / (all + shrinkage);
  // A gain must be above the error of its own arithmetic.
  let bestGain = alone * 1e-12;
  for (let j = 0; j < inputs; j++) {
    const base = j * binsPerInput;
    const missing = histogram[base + missingBin]!;
    const sides = missing === 0 ? 1 : 2;
    for (let side = 0; side < sides; side++) {
      // First with the missing on the right, then on the left.
      let below = side === 0 ? 0 : missing;
      for (let b = 0; b < missingBin; b++) {
        const here = histogram[base + b]!;
        if (here === 0) continue;
        below += here;
        const sumLeft = Math.floor(below * perUnit);
        const left = below - sumLeft * unit;
        if (left < leafRows) continue;
        const right = all - left;
        if (right < leafRows) break;
        const sumRight = allSum - sumLeft;
        const gain = (sumLeft * sumLeft) / (left + shrinkage) + (sumRight * sumRight) / (right + shrinkage) - alone;
        if (gain > bestGain) {
          bestGain = gain;
          // A value that goes missing only later follows the greater part of the rows.
          best = { gain, feature: j, bin: b, missingLeft: sides === 1 ? left > right : side === 1 };
        }
      }
    }
  }
  return best;
}
