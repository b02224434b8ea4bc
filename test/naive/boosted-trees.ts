/** Gradient boosting the slow and obvious way: every limit between two values of every input is tried by summing up both sides. */
export interface NaiveParams {
  rounds: number;
  learningRate: number;
  leaves: number;
  leafRows: number;
  shrinkage: number;
  /** Which quantile is expected; the mean where it is missing. */
  quantile?: number;
  /** [inputs] 1 never falls, −1 never rises, 0 free. */
  directions?: number[];
}

interface Leaf {
  rows: number[];
  low: number;
  high: number;
  best: Split | undefined;
}

interface Split {
  gain: number;
  left: Omit<Leaf, "best">;
  right: Omit<Leaf, "best">;
}

/** @returns [rows] expected value of every row of training. */
export function naiveBoost(inputs: readonly Float64Array[], target: Float64Array, params: NaiveParams): number[] {
  const { quantile, learningRate, shrinkage } = params;
  const middle = (of: number[]): number =>
    quantile === undefined ? of.reduce((a, b) => a + b, 0) / of.length : naiveQuantile(of, quantile);
  const expected = new Array<number>(target.length).fill(middle([...target]));
  for (let round = 0; round < params.rounds; round++) {
    const residual = expected.map((e, i) => target[i]! - e);
    const slope = quantile === undefined ? residual : residual.map((r) => (r > 0 ? quantile : quantile - 1));
    for (const { rows, low, high } of naiveTree(inputs, slope, params)) {
      const free = (middle(rows.map((i) => residual[i]!)) * rows.length) / (rows.length + shrinkage);
      const value = Math.min(high, Math.max(low, free));
      for (const i of rows) expected[i] = expected[i]! + learningRate * value;
    }
  }
  return expected;
}

/** The value between two neighbours that parts so many of the others from the rest, in proportion. */
function naiveQuantile(of: number[], share: number): number {
  const ascending = [...of].sort((a, b) => a - b);
  const at = (ascending.length - 1) * share;
  const [below, above] = [ascending[Math.floor(at)]!, ascending[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}

function naiveTree(inputs: readonly Float64Array[], residual: readonly number[], params: NaiveParams): Leaf[] {
  const leaf = (of: Omit<Leaf, "best">): Leaf => ({ ...of, best: bestSplit(inputs, residual, of, params) });
  let leaves = [leaf({ rows: residual.map((_, i) => i), low: -Infinity, high: Infinity })];
  while (leaves.length < params.leaves) {
    const open = leaves.filter((l) => l.best).sort((a, b) => b.best!.gain - a.best!.gain);
    const next = open[0];
    if (!next) break;
    leaves = [...leaves.filter((l) => l !== next), leaf(next.best!.left), leaf(next.best!.right)];
  }
  return leaves;
}

function bestSplit(
  inputs: readonly Float64Array[],
  residual: readonly number[],
  { rows, low, high }: Omit<Leaf, "best">,
  { leafRows, shrinkage, directions }: NaiveParams,
): Split | undefined {
  const value = (of: number[]): number => {
    const free = of.reduce((sum, i) => sum + residual[i]!, 0) / (of.length + shrinkage);
    return Math.min(high, Math.max(low, free));
  };
  // Squared error taken off, the penalty of the value counted as so many rows at 0.
  const worth = (of: number[]): number => {
    const v = value(of);
    return of.reduce((sum, i) => sum + residual[i]! ** 2 - (residual[i]! - v) ** 2, 0) - shrinkage * v * v;
  };
  let best: Split | undefined;
  for (const [j, x] of inputs.entries()) {
    const values = [...new Set(rows.map((i) => x[i]!).filter((v) => !Number.isNaN(v)))].sort((a, b) => a - b);
    const missing = rows.filter((i) => Number.isNaN(x[i]!));
    const direction = directions?.[j] ?? 0;
    for (const side of missing.length > 0 ? ["right", "left"] : ["right"])
      for (const limit of values) {
        const left = rows.filter((i) => (Number.isNaN(x[i]!) ? side === "left" : x[i]! <= limit));
        const right = rows.filter((i) => !left.includes(i));
        if (left.length < leafRows || right.length < leafRows) continue;
        const [ofLeft, ofRight] = [value(left), value(right)];
        if (direction * (ofRight - ofLeft) < 0) continue;
        const gain = worth(left) + worth(right) - worth(rows);
        if (!(gain > (best?.gain ?? 1e-9) * (1 + 1e-9))) continue;
        const middle = (ofLeft + ofRight) / 2;
        const lower = { low, high: direction === 0 ? high : middle };
        const upper = { low: direction === 0 ? low : middle, high };
        best = {
          gain,
          left: { rows: left, ...(direction < 0 ? upper : lower) },
          right: { rows: right, ...(direction < 0 ? lower : upper) },
        };
      }
  }
  return best;
}
