import { median } from "../signal/median.ts";
import type { Block } from "./blocks.ts";

const dayMs = 86_400_000;
const madToSigma = 1.4826; // 1 / Φ⁻¹(0.75)
/** Below three days a drift cannot be told from what a day does. */
const shortestDays = 3;
const fewestBlocks = 24;
const mostBlocks = 128; // pairs of them grow with the square
const leastSigma = 6;
const leastOfThird = 0.15; // of the whole change, between neighbouring thirds of the record

export interface Trend {
  readonly perDay: number;
  /** Over the whole record, in the tag's unit. */
  readonly change: number;
  /** Large against all else the tag does, and under way from beginning to end. */
  readonly steady: boolean;
  /** Robust standard deviation about the line. */
  readonly sigma: number;
}

/**
 * Median of the slopes between all pairs of block medians (P. K. Sen, J. Am. Stat. Assoc. 63 (1968) 1379-1389): nearly a third of them may be wrong.
 * @returns undefined for a record of less than three days or 24 blocks.
 */
export function findTrend(all: readonly Block[]): Trend | undefined {
  const blocks = thinned(all);
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last || blocks.length < fewestBlocks) return undefined;
  const days = (last.at - first.at) / dayMs;
  if (!(days >= shortestDays)) return undefined;
  const slopes = new Float64Array((blocks.length * (blocks.length - 1)) / 2);
  let k = 0;
  for (let i = 0; i < blocks.length; i++)
    for (let j = i + 1; j < blocks.length; j++)
      slopes[k++] = (blocks[j]!.median - blocks[i]!.median) / ((blocks[j]!.at - blocks[i]!.at) / dayMs);
  const perDay = median(slopes);
  const rest = Float64Array.from(blocks, (b) => b.median - perDay * ((b.at - first.at) / dayMs));
  const level = median(rest);
  const sigma = madToSigma * median(rest.map((r) => Math.abs(r - level)));
  const change = perDay * days;
  const third = Math.floor(blocks.length / 3);
  const middle = (from: number, to: number): number => median(Float64Array.from(blocks.slice(from, to), (b) => b.median));
  const thirds = [middle(0, third), middle(third, blocks.length - third), middle(blocks.length - third, blocks.length)] as const;
  const sign = Math.sign(change);
  const least = leastOfThird * Math.abs(change);
  const steady =
    Math.abs(change) >= leastSigma * sigma &&
    change !== 0 &&
    sign * (thirds[1] - thirds[0]) >= least &&
    sign * (thirds[2] - thirds[1]) >= least;
  return { perDay, change, steady, sigma };
}

/** Neighbouring blocks laid together until there are few enough. */
function thinned(blocks: readonly Block[]): { at: number; median: number }[] {
  const together = Math.ceil(blocks.length / mostBlocks);
  const found: { at: number; median: number }[] = [];
  for (let i = 0; i < blocks.length; i += together) {
    const part = blocks.slice(i, i + together);
    found.push({
      at: (part[0]!.from + part.at(-1)!.to) / 2,
      median: median(Float64Array.from(part, (b) => b.median)),
    });
  }
  return found;
}
