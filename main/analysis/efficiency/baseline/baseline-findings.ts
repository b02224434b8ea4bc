import type { Finding } from "#shared/domain/finding.ts";
import type { Baseline, MeterRows } from "#shared/domain/proof.ts";
import { driftOf } from "../drift.ts";
import { grainMeans, grainsOf } from "../proof/grains.ts";
import { proofFinding } from "../proof/proof-finding.ts";

const day = 86_400_000;
const year = 365;
// LBNL's and OpenEEmeter's reading of ASHRAE Guideline 14 for regressions of buildings.
const acceptedCvRmse = 0.25;

/** What a reader of a baseline must know: its fit in words, whether it lacks seasons, whether the plant moved under it. */
export function baselineFindings(
  { meter, quality }: Pick<Baseline, "meter" | "quality">,
  { time, energy }: MeterRows,
  fitted: Float64Array,
): Finding[] {
  const percent = rounded(100 * quality.cvRmse);
  const findings = [proofFinding("proof.baseline-fit", "note", { percent, explained: rounded(100 * quality.r2) })];
  if (quality.cvRmse > acceptedCvRmse)
    findings.push(proofFinding("proof.baseline-fit-poor", "warning", { percent, limit: 100 * acceptedCvRmse }));
  const days = Math.round((time.at(-1)! - time[0]! + meter.intervalMs) / day);
  if (days < year - 1) findings.push(proofFinding("proof.baseline-not-a-year", "note", { days }));
  const grains = grainsOf(meter, time);
  const first = grains.of(time[0]!);
  const grainOf = Int32Array.from(time, (t) => grains.of(t) - first);
  const residual = grainMeans(
    energy.map((e, i) => e - fitted[i]!),
    grainOf,
    grainOf.at(-1)! + 1,
  ).filter((v) => !Number.isNaN(v));
  const mean = energy.reduce((a, b) => a + b, 0) / energy.length;
  const drift = driftOf({ loss: residual, expected: residual.map(() => mean) });
  if (drift !== undefined) findings.push(proofFinding("proof.baseline-drift", "warning", { percent: rounded(100 * drift) }));
  return findings;
}

const rounded = (value: number): number => Number(value.toPrecision(3));
