import { fillBins } from "./boosted-trees-bins.ts";
import type { Forest } from "./boosted-trees-forest.ts";
import { childOf } from "./boosted-trees-predict.ts";

/**
 * How far each input moved the expected value of a row away from the mean: every step down a tree changes the value of the node, and
 * that change goes to the input the node asked for (Saabas, "Interpreting random forests", 2014).
 * @returns [inputs] target's unit.
 */
export function movedByForest(forest: Forest, inputs: readonly Float64Array[], row: number): number[] {
  const bins = inputs.map((values, j) => {
    const bin = new Uint8Array(1);
    fillBins(values, row, 1, forest.limits[j]!, bin);
    return bin;
  });
  const moved = inputs.map(() => 0);
  for (let tree = 0; tree + 1 < forest.roots.length; tree++) {
    let node = forest.roots[tree]!;
    while (forest.feature[node]! >= 0) {
      const child = childOf(forest, node, bins, 0);
      const input = forest.feature[node]!;
      moved[input] = moved[input]! + forest.value[child]! - forest.value[node]!;
      node = child;
    }
  }
  return moved;
}
