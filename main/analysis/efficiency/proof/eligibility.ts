import type { Finding } from "#shared/domain/finding.ts";
import type { Baseline, Eligibility, MeterRows } from "#shared/domain/proof.ts";
import { type BaselineNoise, baselineNoise } from "./baseline-noise.ts";
import { designColumns } from "./design-columns.ts";
import { proofFinding } from "./proof-finding.ts";
import { type AddedReadings, type Chance, firstReadings, halfWidth, noiseWeights, standardError } from "./saving-chance.ts";
import { studentQuantile } from "./student-t.ts";

const week = 7 * 86_400_000;
const level = 0.9;
// Usual for planned trials (Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988).
const power = 0.8;
const usualWeeks = [4, 8, 12, 26, 52];
const mostWeeks = 260;

/**
 * What could be proven with a baseline before anything is done: the drivers of the weeks to come are taken from the baseline, in order
 * from its start (for a year of baseline that is the same season), and the noise as the baseline had it.
 * @param hopedPercent saving hoped for, percent of expected; null to leave that question out.
 * @returns a blocking finding where the baseline's noise cannot be told.
 */
export function eligibility(baseline: Baseline, hopedPercent: number | null, weeks: readonly number[] = usualWeeks): Eligibility {
  const noise = baselineNoise(baseline);
  const { chance } = noise;
  const findings: Finding[] = [];
  if (!chance) {
    findings.push(proofFinding("proof.noise-unknown", "blocking"));
    return { level, power, lengths: [], wanted: null, floorPercent: Number.NaN, findings };
  }
  const most = Math.max(mostWeeks, ...weeks);
  const rows = rowsToCome(baseline, noise, most);
  const all = { ...designColumns(baseline, rows), time: rows.time };
  const at = (length: number) => provable(chance, all, Math.max(1, Math.round((length / most) * rows.time.length)));
  const lengths = weeks.map((length) => ({ weeks: length, ...at(length) }));
  const floorPercent = at(mostWeeks).provablePercent;
  const told = lengths.find((l) => l.weeks >= 12) ?? lengths.at(-1);
  if (told)
    findings.push(
      proofFinding("proof.smallest-provable", "note", {
        weeks: told.weeks,
        percent: Number(told.provablePercent.toPrecision(2)),
        level: 100 * level,
        power: 100 * power,
      }),
    );
  const needed = hopedPercent === null ? null : weeksFor(hopedPercent, (length) => at(length).provablePercent);
  if (hopedPercent !== null)
    findings.push(
      needed === null
        ? proofFinding("proof.never-provable", "warning", { percent: hopedPercent, floor: Number(floorPercent.toPrecision(2)) })
        : proofFinding("proof.weeks-needed", "note", { percent: hopedPercent, weeks: needed }),
    );
  return { level, power, lengths, wanted: hopedPercent === null ? null : { percent: hopedPercent, weeks: needed }, floorPercent, findings };
}

function provable(chance: Chance, all: AddedReadings, count: number): { provablePercent: number; halfWidthPercent: number } {
  const added = firstReadings(all, count);
  const weights = noiseWeights(chance, added);
  const expected = added.expected.reduce((a, b) => a + b, 0);
  const half = halfWidth(chance, weights, level);
  const limit = Math.max(half, 2 * halfWidth(chance, weights, 0.68));
  const reach = limit + studentQuantile(power, chance.freedom) * standardError(chance, weights);
  return { provablePercent: (100 * reach) / expected, halfWidthPercent: (100 * half) / expected };
}

/** Rows of the weeks after the baseline, with the baseline's drivers once more. */
function rowsToCome({ meter }: Baseline, { rows: { time, drivers } }: BaselineNoise, weeks: number): Omit<MeterRows, "energy"> {
  const count = Math.max(1, Math.round((weeks * week) / meter.intervalMs));
  const end = time.at(-1)! + meter.intervalMs;
  return {
    time: Float64Array.from({ length: count }, (_, i) => end + i * meter.intervalMs),
    drivers: drivers.map((d) => ({ ...d, values: Float64Array.from({ length: count }, (_, i) => d.values[i % time.length]!) })),
  };
}

/** The fewest weeks after which the smallest provable saving is no larger; null where five years would not do. */
function weeksFor(percent: number, provablePercent: (weeks: number) => number): number | null {
  let [short, long] = [0, 1];
  while (provablePercent(long) > percent) {
    if (long >= mostWeeks) return null;
    [short, long] = [long, Math.min(mostWeeks, 2 * long)];
  }
  while (long - short > 1) {
    const middle = Math.round((short + long) / 2);
    if (provablePercent(middle) > percent) short = middle;
    else long = middle;
  }
  return long;
}
