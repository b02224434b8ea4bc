import { fillBins, missingBin } from "../models/boosted-trees-bins.ts";
import type { Forest } from "../models/boosted-trees-forest.ts";

/**
 * Shapley values of the trees: how far each input moves the expected value of a row away from the mean over reference rows, all orders
 * in which the inputs could be told counted alike. Exact against every reference row: inputs not told yet have the reference row's
 * values (interventional TreeSHAP; Lundberg et al., Nature Machine Intelligence 2 (2020) 56–67, supplement; game of Shapley 1953).
 * The cost grows with rows × references × trees.
 * @param inputs [inputs][rows] NaN is "missing". @param references [inputs][references] @param tick share done, 0 … 1.
 * @returns [inputs][rows] target's unit; over the inputs they sum to f(row) − mean f(references).
 */
export function attributeForest(
  forest: Forest,
  inputs: readonly Float64Array[],
  references: readonly Float64Array[],
  tick: (share: number) => void = () => {},
): Float64Array[] {
  const p = inputs.length;
  const rows = inputs[0]?.length ?? 0;
  const others = references[0]?.length ?? 0;
  const binned = (columns: readonly Float64Array[], count: number): Uint8Array[] =>
    columns.map((values, j) => {
      const bins = new Uint8Array(count);
      fillBins(values, 0, count, forest.limits[j]!, bins);
      return bins;
    });
  const [own, other] = [binned(inputs, rows), binned(references, others)];
  const out = inputs.map(() => new Float64Array(rows));
  const { feature, bin, missingLeft, left, value, roots } = forest;
  const weights = orderWeights(p);
  // 1: the path went the row's way at this input, 2: the reference's way.
  const way = new Uint8Array(p);
  const moved = new Float64Array(p);

  const walk = (from: number, row: number, reference: number, ours: number, theirs: number): void => {
    let node = from;
    for (let j = feature[node]!; j >= 0; j = feature[node]!) {
      const limit = bin[node]!;
      const missing = missingLeft[node] === 1;
      const a = own[j]![row]!;
      const b = other[j]![reference]!;
      const goesA = left[node]! + (a <= limit || (a === missingBin && missing) ? 0 : 1);
      const goesB = left[node]! + (b <= limit || (b === missingBin && missing) ? 0 : 1);
      // An input is told or not: once the path took one side of it, it stays there.
      if (goesA === goesB || way[j] === 1) node = goesA;
      else if (way[j] === 2) node = goesB;
      else {
        way[j] = 1;
        walk(goesA, row, reference, ours + 1, theirs);
        way[j] = 2;
        walk(goesB, row, reference, ours, theirs + 1);
        way[j] = 0;
        return;
      }
    }
    if (ours + theirs === 0) return;
    const worth = value[node]!;
    const gain = ours > 0 ? worth * weights[(ours - 1) * (p + 1) + theirs]! : 0;
    const loss = theirs > 0 ? worth * weights[ours * (p + 1) + theirs - 1]! : 0;
    for (let k = 0; k < p; k++) {
      if (way[k] === 1) moved[k] = moved[k]! + gain;
      else if (way[k] === 2) moved[k] = moved[k]! - loss;
    }
  };

  const trees = roots.length - 1;
  for (let row = 0; row < rows; row++) {
    if (row % 16 === 0) tick(row / rows);
    moved.fill(0);
    for (let reference = 0; reference < others; reference++)
      for (let tree = 0; tree < trees; tree++) walk(roots[tree]!, row, reference, 0, 0);
    for (let k = 0; k < p; k++) out[k]![row] = moved[k]! / others;
  }
  return out;
}

/** [a × (p + 1) + b] share of the orders of a + b + 1 inputs in which one comes behind a given ones and before b others: a! b! / (a + b + 1)!. */
function orderWeights(p: number): Float64Array {
  const weights = new Float64Array((p + 1) * (p + 1));
  for (let b = 0; b <= p; b++) {
    let weight = 1 / (b + 1);
    for (let a = 0; a <= p; a++) {
      weights[a * (p + 1) + b] = weight;
      weight *= (a + 1) / (a + b + 2);
    }
  }
  return weights;
}
