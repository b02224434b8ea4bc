import type { TagQuality } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { Block } from "./blocks.ts";
import type { Distances } from "./distances.ts";

/** A distance of more than so many usual ones is a gap: a logger that misses a sample or two has not stopped. */
const gapIntervals = 3;
const regularShare = 0.8; // of the distances, within 10 % of the median
const irregularTimes = 10; // of the 99 % quantile: what is a gap where samples come as values change

const sameRate = 1.25;
const otherRate = 1.5;
const leastShare = 0.05;
const toldShare = 0.9;

/** When samples come, and when they do not. */
export interface Clock {
  /** Median distance, ms; NaN with fewer than two samples. */
  readonly intervalMs: number;
  /** Nearly all distances are the median one. */
  readonly regular: boolean;
  readonly gaps: readonly TimeRange[];
  readonly count: number;
  /** Time missed in gaps, and before the first and after the last sample, ms. */
  readonly missedMs: number;
  readonly rates: TagQuality["rates"];
}

/**
 * @param log the time in which samples are due. @param extent of the samples; NaN without any.
 * @returns `gaps` holds the longest, the longest first, the ends of the log included.
 */
export function usualClock(input: { distances: Distances; blocks: readonly Block[]; log: TimeRange; extent: TimeRange }): Clock {
  const { distances, log, extent } = input;
  const { tally } = distances;
  const intervalMs = tally.quantile(0.5);
  const regular = tally.near(intervalMs, 1.1) >= regularShare;
  const limit = regular ? gapIntervals * intervalMs : Math.max(gapIntervals * intervalMs, irregularTimes * tally.quantile(0.99));
  if (Number.isNaN(intervalMs)) {
    const missedMs = Number.isNaN(extent.from) ? log.to - log.from : 0;
    return { intervalMs, regular, gaps: [], count: 0, missedMs, rates: [] };
  }
  const inside = tally.above(limit);
  const ends = [
    { from: log.from, to: extent.from },
    { from: extent.to, to: log.to },
  ].filter(({ from, to }) => to - from > limit);
  const gaps = [...distances.longest().filter(({ size }) => size > limit), ...ends]
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const missedMs = inside.sum - inside.count * intervalMs + ends.reduce((sum, { from, to }) => sum + to - from, 0);
  return { intervalMs, regular, gaps, count: inside.count + ends.length, missedMs, rates: ratesOf(input.blocks, intervalMs) };
}

/** Rates that each hold for stretches of the record; the median alone where they cannot be told apart. */
function ratesOf(blocks: readonly Block[], intervalMs: number): TagQuality["rates"] {
  const found: { intervalMs: number; samples: number }[] = [];
  let all = 0;
  for (const { intervalMs: distance, samples } of blocks) {
    if (!(distance > 0)) continue;
    all += samples;
    const known = found.find((f) => distance <= f.intervalMs * sameRate && f.intervalMs <= distance * sameRate);
    if (known) known.samples += samples;
    else found.push({ intervalMs: distance, samples });
  }
  const rates = found
    .map((f) => ({ intervalMs: f.intervalMs, share: f.samples / all }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share);
  const told = rates.reduce((sum, { share }) => sum + share, 0);
  const apart = rates.every((a, k) =>
    rates.slice(k + 1).every((b) => Math.max(a.intervalMs / b.intervalMs, b.intervalMs / a.intervalMs) >= otherRate),
  );
  return told >= toldShare && apart && rates.length > 1 ? rates : [{ intervalMs, share: 1 }];
}
