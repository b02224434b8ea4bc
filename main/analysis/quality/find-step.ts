import { median } from "../signal/median.ts";
import { quantile } from "../signal/quantile.ts";
import type { Block } from "./blocks.ts";
import type { Spread } from "./spread.ts";

const madToSigma = 1.4826; // 1 / Φ⁻¹(0.75)
const fewestBlocks = 16;
const shortestSide = 0.05; // of the record
const leastSigma = 8;
const leastOfRange = 0.5;
const sharp = 0.8; // of the shift must happen from one block to the next but one

/** The level of a tag before and after one moment. */
export interface Step {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/**
 * The one moment that parts the record into two steady levels, by least squares over block medians; undefined where there is none, or where the tag
 * moves otherwise as well: eight robust standard deviations of what is left either side, and nine tenths of what is left, lie below the shift, which is half the usual range or more.
 */
export function findStep(blocks: readonly Block[], { low, high, resolution }: Spread): Step | undefined {
  const n = blocks.length;
  if (n < fewestBlocks) return undefined;
  const medians = Float64Array.from(blocks, (b) => b.median);
  const side = Math.max(4, Math.ceil(shortestSide * n));
  const total = medians.reduce((sum, v) => sum + v, 0);
  let best = -1;
  let gain = 0;
  let left = 0;
  for (let k = 1; k < n; k++) {
    left += medians[k - 1]!;
    if (k < side || n - k < side) continue;
    // Between-group sum of squares of the two sides.
    const apart = left / k - (total - left) / (n - k);
    const explained = (apart * apart * k * (n - k)) / n;
    if (explained > gain) {
      gain = explained;
      best = k;
    }
  }
  if (best < 0) return undefined;
  const before = median(medians.subarray(0, best));
  const after = median(medians.subarray(best));
  const shift = Math.abs(after - before);
  const rest = medians.map((v, k) => Math.abs(v - (k < best ? before : after)));
  const step = Number.isNaN(resolution) ? 0 : resolution;
  const sigma = Math.max(madToSigma * median(rest), step / 2);
  if (!(shift >= Math.max(leastSigma * sigma, leastOfRange * (high - low))) || quantile(rest, 0.9) * 3 > shift) return undefined;
  const around = (from: number, to: number): number => median(medians.subarray(Math.max(0, from), Math.min(n, to)));
  if (Math.abs(around(best + 1, best + 4) - around(best - 4, best - 1)) < sharp * shift) return undefined;
  return { at: blocks[best]!.from, before, after };
}
