import type { Finding } from "#shared/domain/finding.ts";
import type { MeterRows } from "#shared/domain/proof.ts";
import { proofFinding } from "../proof-finding.ts";
import { studentQuantile } from "../student-t.ts";

export interface TrialNeeds {
  readonly blockMs: number;
  /** Pairs and hours until a gain of that size is proven with a chance of 80 %; null where a year would not do or nothing is known. */
  readonly pairs: number | null;
  readonly hours: number | null;
  /** Deviation of a pair's difference in the history, percent of the mean energy; NaN where the history is too short. */
  readonly deviationPercent: number;
}

const hour = 3_600_000;
const power = 0.8;
const oneSided = 0.95;
const fewestPairs = 6;
const fewestSeen = 8;
const mostHours = 8784;

/**
 * How long a trial must run, for blocks of several lengths, told by the history: it is cut into the same pairs of blocks, of which neither
 * had the measure; how far they differ is what the gain has to stand out from. Memory, shifts and daily rounds of the plant are in it.
 * @param history readings without the measure. @param expected [rows] of a baseline, undefined without one.
 * @param percent gain to prove, percent of the mean energy.
 */
export function trialNeeds({
  history,
  expected,
  percent,
  washoutMs,
  blockLengthsMs,
}: {
  history: Pick<MeterRows, "time" | "energy"> & { readonly weight?: Float64Array };
  expected?: Float64Array | undefined;
  percent: number;
  washoutMs: number;
  blockLengthsMs: readonly number[];
}): { needs: TrialNeeds[]; findings: Finding[] } {
  const mean = meanOf(history);
  const needs = blockLengthsMs.map((blockMs): TrialNeeds => {
    const differences = washoutMs < blockMs ? pairDifferences(history, expected, blockMs, washoutMs) : [];
    const n = differences.length;
    if (n < fewestSeen) return { blockMs, pairs: null, hours: null, deviationPercent: Number.NaN };
    // The sign of a pair is drawn by lot, so its mean is no part of what is expected of it.
    const deviation = Math.sqrt(differences.reduce((sum, d) => sum + d * d, 0) / n);
    const pairs = pairsFor((percent / 100) * Math.abs(mean), deviation, mostHours / ((2 * blockMs) / hour));
    return {
      blockMs,
      pairs,
      hours: pairs === null ? null : (pairs * 2 * blockMs) / hour,
      deviationPercent: (100 * deviation) / Math.abs(mean),
    };
  });
  const best = needs.filter((n) => n.hours !== null).sort((a, b) => a.hours! - b.hours!)[0];
  const findings = [
    best
      ? proofFinding("trial.hours-needed", "note", { percent, pairs: best.pairs!, hours: best.hours! })
      : proofFinding("trial.never-enough", "warning", { percent, hours: mostHours }),
  ];
  return { needs, findings };
}

/** Smallest gain, percent of the mean, that so many pairs prove with a chance of 80 %. @param deviationPercent of a pair's difference. */
export function provableBy(pairs: number, deviationPercent: number): number {
  if (pairs < fewestPairs) return Number.NaN;
  return ((studentQuantile(oneSided, pairs - 1) + studentQuantile(power, pairs - 1)) * deviationPercent) / Math.sqrt(pairs);
}

/** The chances a trial is planned with. */
export const trialRisks = { falselyProven: 1 - oneSided, power } as const;

function meanOf({ energy, weight }: { readonly energy: Float64Array; readonly weight?: Float64Array }): number {
  let [sum, weights] = [0, 0];
  for (let i = 0; i < energy.length; i++) {
    const w = weight ? weight[i]! : 1;
    if (Number.isNaN(energy[i]!) || !(w > 0)) continue;
    sum += w * energy[i]!;
    weights += w;
  }
  return sum / weights;
}

function pairsFor(gain: number, deviation: number, most: number): number | null {
  for (let pairs = fewestPairs; pairs <= most; pairs++) {
    const needed = studentQuantile(oneSided, pairs - 1) + studentQuantile(power, pairs - 1);
    if (gain >= (needed * deviation) / Math.sqrt(pairs)) return pairs;
  }
  return null;
}

/** First minus second block of every pair the history holds; a pair that lacks a side is left out. */
function pairDifferences(
  { time, energy, weight }: Pick<MeterRows, "time" | "energy"> & { readonly weight?: Float64Array },
  expected: Float64Array | undefined,
  blockMs: number,
  washoutMs: number,
): number[] {
  const sums = new Map<number, { sum: number; count: number }>();
  const start = time[0] ?? 0;
  for (let i = 0; i < time.length; i++) {
    const block = Math.floor((time[i]! - start) / blockMs);
    const value = energy[i]! - (expected ? expected[i]! : 0);
    const w = weight ? weight[i]! : 1;
    if (time[i]! - start - block * blockMs < washoutMs || Number.isNaN(value) || !(w > 0)) continue;
    const of = sums.get(block) ?? { sum: 0, count: 0 };
    of.sum += w * value;
    of.count += w;
    sums.set(block, of);
  }
  const differences: number[] = [];
  for (const [block, first] of sums) {
    const second = block % 2 === 0 ? sums.get(block + 1) : undefined;
    if (second) differences.push(first.sum / first.count - second.sum / second.count);
  }
  return differences;
}
