import type { Contribution } from "../models/family.ts";

const explainedRows = 200;

/** Mean share of every input over rows spread evenly. */
export function meanShares(
  tags: readonly string[],
  rows: number,
  explain: (row: number) => Contribution[],
): { tag: string; share: number }[] {
  const count = Math.min(rows, explainedRows);
  const sums = new Map(tags.map((tag) => [tag, 0]));
  for (let k = 0; k < count; k++)
    for (const { tag, share } of explain(Math.floor((k * rows) / count))) if (Number.isFinite(share)) sums.set(tag, sums.get(tag)! + share);
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  return [...sums].map(([tag, sum]) => ({ tag, share: total > 0 ? sum / total : 1 / tags.length })).sort((a, b) => b.share - a.share);
}
