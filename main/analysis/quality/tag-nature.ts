import type { TagNature } from "#shared/domain/quality.ts";
import type { Spread } from "./spread.ts";
import type { TagFigures } from "./tag-figures.ts";

const mostStates = 12;
const fewestRises = 50;
const fallsPerRise = 0.002; // a counter is set back now and then
const risingBlocks = 0.9;

/** What kind of signal a tag carries; `spread` is undefined where it holds no sample. */
export function tagNature(
  { valid, lowest, highest, rises, falls, blocks, chosen, unit }: TagFigures,
  spread: Spread | undefined,
): TagNature {
  if (valid === 0 || !spread || !lowest || !highest) return "empty";
  if (lowest.value === highest.value) return "constant";
  const integers = chosen.every(Number.isInteger);
  if (spread.levels <= 2 || (integers && unit === "" && spread.levels <= mostStates && highest.value - lowest.value <= 2 * mostStates))
    return "states";
  if (rises >= fewestRises && falls <= fallsPerRise * rises && blocks.length >= 8) {
    let rising = 0;
    for (let i = 1; i < blocks.length; i++) if (blocks[i]!.median >= blocks[i - 1]!.median) rising++;
    if (rising >= risingBlocks * (blocks.length - 1)) return "counter";
  }
  return "signal";
}
