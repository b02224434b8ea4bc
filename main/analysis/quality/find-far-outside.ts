import type { Ranked } from "./greatest.ts";
import type { Spread } from "./spread.ts";
import type { TagFigures } from "./tag-figures.ts";

const timesRange = 5;
const mostShare = 0.001;

/** Samples further outside the tag's 1 … 99 % range than five times its width, the farthest first; none where they are no rarity. */
export function findFarOutside({ least, greatest, valid }: Pick<TagFigures, "least" | "greatest" | "valid">, spread: Spread): Ranked[] {
  const width = spread.high - spread.low;
  if (!(width > 0)) return [];
  const out = (v: number): number => Math.max(v - spread.high, spread.low - v);
  const found = [...greatest, ...least].filter(({ value }) => out(value) > timesRange * width);
  return found.length > Math.max(3, mostShare * valid) ? [] : found.sort((a, b) => out(b.value) - out(a.value));
}
