import type { WeeklySavings } from "#shared/domain/measure.ts";
import type { LockedBaseline, MeterRows, ReportingPlan } from "#shared/domain/proof.ts";
import { normalQuantile } from "../../signal/normal-quantile.ts";
import { rowsIn } from "../baseline/rows-in.ts";
import { baselineNoise } from "./baseline-noise.ts";
import { designColumns } from "./design-columns.ts";
import { halfWidth, noiseWeights } from "./saving-chance.ts";

const level = 0.9;
const day = 86_400_000;
const week = 7 * day;
// 1970-01-01 was a Thursday: the Monday before it lies three days back.
const thursday = 3 * day;

/**
 * Avoided energy of each week (Monday to Sunday, local standard time), with the two-sided 90 % interval of that week alone: what the
 * running sum cannot show, because its weeks share their chance. Non-routine adjustments come in evenly over their readings.
 * @param rows readings with the baseline's drivers; may reach beyond the period.
 * @returns a week without a reading that counts is NaN. Low and high are NaN where the noise of the baseline cannot be told.
 */
export function weeklySavings({ locked, rows, plan }: { locked: LockedBaseline; rows: MeterRows; plan: ReportingPlan }): WeeklySavings {
  const { baseline } = locked;
  const { chance } = baselineNoise(baseline);
  const kept = rowsIn(rows, plan.period.ranges, plan.exclusions);
  const design = designColumns(baseline, kept);
  const counted = [...kept.time.keys()].filter((i) => !Number.isNaN(design.expected[i]! - kept.energy[i]!));
  const offset = baseline.meter.clockOffsetMs;
  const weekOf = (t: number): number => Math.floor((t + offset + thursday) / week);
  const [first, last] = [counted[0], counted.at(-1)];
  const begin = first === undefined ? 0 : weekOf(kept.time[first]!);
  const count = last === undefined ? 0 : weekOf(kept.time[last]!) - begin + 1;
  const blank = () => new Float64Array(count).fill(Number.NaN);
  const out = {
    time: Float64Array.from({ length: count }, (_, k) => (begin + k) * week - thursday - offset),
    avoided: blank(),
    low: blank(),
    high: blank(),
  };
  for (let k = 0; k < count; k++) {
    const members = counted.filter((i) => weekOf(kept.time[i]!) - begin === k);
    if (members.length === 0) continue;
    const pick = (values: Float64Array): Float64Array => Float64Array.from(members, (i) => values[i]!);
    const shares = plan.adjustments.map(({ range, amount, standardError }) => {
      const within = (i: number): boolean => kept.time[i]! >= range.from && kept.time[i]! < range.to;
      const share = members.filter(within).length / (counted.filter(within).length || 1);
      return { amount: amount * share, error: standardError * share };
    });
    const expected = pick(design.expected);
    const saved = expected.reduce((sum, e, j) => sum + e - kept.energy[members[j]!]!, 0) + shares.reduce((sum, s) => sum + s.amount, 0);
    out.avoided[k] = saved;
    if (!chance) continue;
    const weights = noiseWeights(chance, { time: pick(kept.time), expected, columns: design.columns.map(pick) });
    const adjusted = normalQuantile((1 + level) / 2) * Math.hypot(...shares.map((s) => s.error));
    const half = Math.hypot(halfWidth(chance, weights, level), adjusted);
    out.low[k] = saved - half;
    out.high[k] = saved + half;
  }
  return out;
}
