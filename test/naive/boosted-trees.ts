/** Gradient boosting the slow and obvious way: every limit between two values of every input is tried by summing up both sides. */
export interface NaiveParams {
  rounds: number;
  learningRate: number;
  leaves: number;
  leafRows: number;
  shrinkage: number;
}

interface Leaf {
  rows: number[];
  best: { gain: number; left: number[]; right: number[] } | undefined;
}

/** @returns [rows] expected value of every row of training. */
export function naiveBoost(inputs: readonly Float64Array[], target: Float64Array, params: NaiveParams): number[] {
  const expected = new Array<number>(target.length).fill(target.reduce((a, b) => a + b, 0) / target.length);
  for (let round = 0; round < params.rounds; round++) {
    const residual = expected.map((e, i) => target[i]! - e);
    for (const rows of naiveTree(inputs, residual, params)) {
      const sum = rows.reduce((total, i) => total + residual[i]!, 0);
      for (const i of rows) expected[i] = expected[i]! + (params.learningRate * sum) / (rows.length + params.shrinkage);
    }
  }
  return expected;
}

function naiveTree(inputs: readonly Float64Array[], residual: readonly number[], params: NaiveParams): number[][] {
  const leaf = (rows: number[]): Leaf => ({ rows, best: bestSplit(inputs, residual, rows, params) });
  let leaves = [leaf(residual.map((_, i) => i))];
  while (leaves.length < params.leaves) {
    const open = leaves.filter((l) => l.best).sort((a, b) => b.best!.gain - a.best!.gain);
    const next = open[0];
    if (!next) break;
    leaves = [...leaves.filter((l) => l !== next), leaf(next.best!.left), leaf(next.best!.right)];
  }
  return leaves.map((l) => l.rows);
}

function bestSplit(
  inputs: readonly Float64Array[],
  residual: readonly number[],
  rows: number[],
  { leafRows, shrinkage }: NaiveParams,
): Leaf["best"] {
  const worth = (of: number[]): number => of.reduce((sum, i) => sum + residual[i]!, 0) ** 2 / (of.length + shrinkage);
  let best: Leaf["best"];
  for (const x of inputs) {
    const values = [...new Set(rows.map((i) => x[i]!).filter((v) => !Number.isNaN(v)))].sort((a, b) => a - b);
    const missing = rows.filter((i) => Number.isNaN(x[i]!));
    for (const limit of values)
      for (const side of missing.length > 0 ? ["right", "left"] : ["right"]) {
        const left = rows.filter((i) => (Number.isNaN(x[i]!) ? side === "left" : x[i]! <= limit));
        const right = rows.filter((i) => !left.includes(i));
        if (left.length < leafRows || right.length < leafRows) continue;
        const gain = worth(left) + worth(right) - worth(rows);
        if (gain > (best?.gain ?? 1e-9) * (1 + 1e-9)) best = { gain, left, right };
      }
  }
  return best;
}
