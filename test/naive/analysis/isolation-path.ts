import type { IsolationTrees } from "../../../main/analysis/models/isolation-depths.ts";

/** Path of one row, summed over the trees, walked node by node. */
export function naiveIsolationPath(trees: IsolationTrees, row: readonly number[]): number {
  let sum = 0;
  for (const root of trees.roots) {
    let node = root;
    while (trees.feature[node]! >= 0) node = row[trees.feature[node]!]! < trees.threshold[node]! ? node + 1 : trees.right[node]!;
    sum += trees.path[node]!;
  }
  return sum;
}
