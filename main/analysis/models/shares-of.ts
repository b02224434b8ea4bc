import type { Contribution } from "./family.ts";

/** How far each tag moved an answer, as shares of all movement, the largest first; equal shares where nothing moved. */
export function sharesOf(tags: readonly string[], moved: readonly number[]): Contribution[] {
  const sum = moved.reduce((total, m) => total + Math.abs(m), 0);
  return tags.map((tag, j) => ({ tag, share: sum > 0 ? Math.abs(moved[j]!) / sum : 1 / tags.length })).sort((a, b) => b.share - a.share);
}
