import type { Run } from "#shared/domain/run.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { random } from "../signal/random.ts";
import { binLimits } from "./boosted-trees-bins.ts";
import type { Forest } from "./boosted-trees-forest.ts";
import { type GrownTree, type GrowParams, growTree } from "./boosted-trees-grow.ts";
import { type Bounds, parted, unbounded, within } from "./boosted-trees-monotone.ts";
import { growingSpace } from "./boosted-trees-space.ts";

export interface BoostParams extends GrowParams {
  readonly rounds: number;
  /** Share of a tree's correction that is applied, 0 … 1. */
  readonly learningRate: number;
  /** Share of the rows that each tree sees, 0 … 1. */
  readonly rowShare: number;
  /** Which quantile is expected, 0 … 1 (the pinball loss); the mean (squared error) where it is missing. */
  readonly quantile?: number | undefined;
}

// A round of so few rows takes about a millisecond; of more, up to a tenth of a second.
const manyRows = 20_000;
const roundsPerTick = 20;

/**
 * Gradient boosting of regression trees for the squared error (Friedman, Annals of Statistics 29 (2001) 1189; with a share of the
 * rows per tree, Computational Statistics & Data Analysis 38 (2002) 367), or for a quantile: trees are grown on the slope of the
 * pinball loss, and a leaf is worth the quantile of what is left of its rows (as Friedman's 4.4 does for the median).
 * @param inputs [inputs][rows] NaN is "missing", a value like any other. @param target [rows] without NaN.
 * @returns the trees, and what they leave of the target.
 */
export function boost(
  inputs: readonly Float64Array[],
  target: Float64Array,
  params: BoostParams,
  run: Run,
): { forest: Forest; residual: Float64Array } {
  const n = target.length;
  const limits = inputs.map(binLimits);
  const space = growingSpace(inputs, limits, params.leaves);

  const { quantile } = params;
  let start = 0;
  if (quantile === undefined) {
    for (let i = 0; i < n; i++) start += target[i]!;
    start /= n;
  } else start = sortedQuantile(sorted(target), quantile);
  // What a tree is grown on is what is left itself, or only on which side of the quantile it lies.
  const residual = quantile === undefined ? space.residual : new Float64Array(n);
  for (let i = 0; i < n; i++) residual[i] = target[i]! - start;
  const chance = random(run.seed);
  const growing = new GrowingForest();
  for (let round = 0; round < params.rounds; round++) {
    const count = chooseRows(space.rows, n, params.rowShare, chance);
    if (quantile !== undefined) for (let i = 0; i < n; i++) space.residual[i] = residual[i]! > 0 ? quantile : quantile - 1;
    const tree = growTree(space, count, params);
    const value =
      quantile === undefined
        ? meanValues(tree, space.rows, residual, params)
        : quantileValues(tree, space.rows, residual, params, quantile);
    if (params.directions) holdDirections(tree, value, params.directions);
    for (let node = 0; node < value.length; node++) value[node] = params.learningRate * value[node]!;
    if (count === n) applyLeaves(tree, value, space.rows, residual);
    else applyTree(tree, value, space.bins, residual);
    growing.add(tree, value);
    if (round % roundsPerTick === 0 || n > manyRows) run.tick(round + 1, params.rounds);
  }
  return { forest: growing.forest(start, limits), residual: Float64Array.from(residual) };
}

/** The rows of one tree, ascending. @returns how many. */
function chooseRows(rows: Int32Array, n: number, share: number, chance: () => number): number {
  if (share >= 1) {
    for (let i = 0; i < n; i++) rows[i] = i;
    return n;
  }
  // Exactly `wanted` of them, each with the same chance (Knuth, TAOCP 2, 3.4.2, algorithm S).
  const wanted = Math.max(1, Math.round(n * share));
  let count = 0;
  for (let i = 0; i < n && count < wanted; i++) if ((n - i) * chance() < wanted - count) rows[count++] = i;
  return count;
}

/** [nodes] shrunken mean residual of every node, from the residuals themselves. */
function meanValues(tree: GrownTree, rows: Int32Array, residual: Float64Array, { shrinkage }: GrowParams): Float64Array {
  const nodes = tree.feature.length;
  const sums = new Float64Array(nodes);
  const value = new Float64Array(nodes);
  // Children stand behind their parent.
  for (let node = nodes - 1; node >= 0; node--) {
    let sum = 0;
    if (tree.feature[node]! >= 0) sum = sums[tree.left[node]!]! + sums[tree.left[node]! + 1]!;
    else for (let i = tree.from[node]!; i < tree.to[node]!; i++) sum += residual[rows[i]!]!;
    sums[node] = sum;
    value[node] = sum / (tree.to[node]! - tree.from[node]! + shrinkage);
  }
  return value;
}

/** [nodes] shrunken quantile of what is left of the rows of a leaf; of any other node the mean of its leaves, weighted by their rows. */
function quantileValues(
  tree: GrownTree,
  rows: Int32Array,
  residual: Float64Array,
  { shrinkage }: GrowParams,
  quantile: number,
): Float64Array {
  const size = (node: number): number => tree.to[node]! - tree.from[node]!;
  const value = new Float64Array(tree.feature.length);
  for (let node = value.length - 1; node >= 0; node--) {
    const left = tree.left[node]!;
    if (tree.feature[node]! >= 0) value[node] = (size(left) * value[left]! + size(left + 1) * value[left + 1]!) / size(node);
    else {
      const of = Float64Array.from({ length: size(node) }, (_, k) => residual[rows[tree.from[node]! + k]!]!);
      value[node] = (sortedQuantile(sorted(of), quantile) * of.length) / (of.length + shrinkage);
    }
  }
  return value;
}

/** Holds the values of a tree to what is known of its inputs, from the root downwards: a value that would break it stops at the bound. */
function holdDirections(tree: GrownTree, value: Float64Array, directions: ArrayLike<number>): void {
  const bounds: Bounds[] = [unbounded];
  for (let node = 0; node < value.length; node++) {
    const own = bounds[node]!;
    value[node] = within(own, value[node]!);
    if (tree.feature[node]! < 0) continue;
    const left = tree.left[node]!;
    const direction = directions[tree.feature[node]!] ?? 0;
    const [ofLeft, ofRight] =
      direction === 0 ? [own, own] : parted(own, direction, within(own, value[left]!), within(own, value[left + 1]!));
    bounds[left] = ofLeft;
    bounds[left + 1] = ofRight;
  }
}

function applyLeaves(tree: GrownTree, value: Float64Array, rows: Int32Array, residual: Float64Array): void {
  for (let node = 0; node < value.length; node++) {
    if (tree.feature[node]! >= 0) continue;
    const step = value[node]!;
    for (let i = tree.from[node]!; i < tree.to[node]!; i++) residual[rows[i]!] = residual[rows[i]!]! - step;
  }
}

/** As `applyLeaves`, for rows the tree did not see as well. */
function applyTree(tree: GrownTree, value: Float64Array, bins: readonly Uint8Array[], residual: Float64Array): void {
  const feature = Int32Array.from(tree.feature);
  const bin = Int32Array.from(tree.bin);
  const missingLeft = Int32Array.from(tree.missingLeft);
  const left = Int32Array.from(tree.left);
  for (let i = 0; i < residual.length; i++) {
    let node = 0;
    while (feature[node]! >= 0) {
      const b = bins[feature[node]!]![i]!;
      const goesLeft = b <= bin[node]! || (b === 255 && missingLeft[node] === 1);
      node = left[node]! + (goesLeft ? 0 : 1);
    }
    residual[i] = residual[i]! - value[node]!;
  }
}

/** Collects trees into flat arrays. */
class GrowingForest {
  private readonly roots: number[] = [0];
  private readonly feature: number[] = [];
  private readonly bin: number[] = [];
  private readonly missingLeft: number[] = [];
  private readonly left: number[] = [];
  private readonly value: number[] = [];
  private readonly gain: number[] = [];

  add(tree: GrownTree, value: Float64Array): void {
    const root = this.feature.length;
    for (let node = 0; node < value.length; node++) {
      this.feature.push(tree.feature[node]!);
      this.bin.push(tree.bin[node]!);
      this.missingLeft.push(tree.missingLeft[node]!);
      this.left.push(tree.feature[node]! < 0 ? 0 : root + tree.left[node]!);
      this.value.push(value[node]!);
      this.gain.push(tree.gain[node]!);
    }
    this.roots.push(this.feature.length);
  }

  forest(start: number, limits: readonly Float64Array[]): Forest {
    return {
      start,
      limits,
      roots: Int32Array.from(this.roots),
      feature: Int32Array.from(this.feature),
      bin: Int32Array.from(this.bin),
      missingLeft: Int32Array.from(this.missingLeft),
      left: Int32Array.from(this.left),
      value: Float64Array.from(this.value),
      gain: Float64Array.from(this.gain),
    };
  }
}
