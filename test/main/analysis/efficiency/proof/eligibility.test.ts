import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { eligibility } from "../../../../../main/analysis/efficiency/proof/eligibility.ts";
import { simulateCoverage } from "../../../../../main/analysis/efficiency/proof/simulate-coverage.ts";
import { baselineOf, exampleMeter } from "./example-meter.ts";

test("more weeks prove smaller savings, more noise and longer memory only larger ones", () => {
  const at12 = (noise: number, memory: number): number =>
    eligibility(baselineOf(exampleMeter({ days: 365, seed: 1, noise, memory }), 365), null, [12]).lengths[0]!.provablePercent;
  const { lengths } = eligibility(baselineOf(exampleMeter({ days: 365, seed: 1, noise: 10 }), 365), null);
  expect(lengths.map((l) => l.weeks)).toEqual([4, 8, 12, 26, 52]);
  for (let k = 1; k < lengths.length; k++) expect(lengths[k]!.provablePercent).toBeLessThan(lengths[k - 1]!.provablePercent);
  expect(at12(20, 0) / at12(10, 0)).toBeCloseTo(2, 0);
  expect(at12(10, 0.7)).toBeGreaterThan(1.5 * at12(10, 0));
});

test("a saving the baseline itself leaves open is never provable; a larger one takes the fewest weeks that do", () => {
  const baseline = baselineOf(exampleMeter({ days: 365, seed: 2, noise: 20, memory: 0.6 }), 365);
  const { floorPercent } = eligibility(baseline, null);
  const never = eligibility(baseline, floorPercent / 2);
  expect(never.wanted).toEqual({ percent: floorPercent / 2, weeks: null });
  expect(never.findings.map((f) => f.code)).toContain("proof.never-provable");
  const { weeks } = eligibility(baseline, 4).wanted!;
  const around = eligibility(baseline, null, [weeks! - 1, weeks!]).lengths.map((l) => l.provablePercent);
  expect(around[0]).toBeGreaterThan(4);
  expect(around[1]).toBeLessThanOrEqual(4);
});

test("the saving said to be provable is proven in about four of five simulated meters, and the interval holds in nine of ten", () => {
  const rows = exampleMeter({ days: 365 + 84, seed: 3, noise: 15, memory: 0.4 });
  const baseline = baselineOf(rows, 365);
  const { provablePercent } = eligibility(baseline, null, [12]).lengths[0]!;
  const reporting = { time: rows.time.subarray(365), drivers: rows.drivers.map((d) => ({ ...d, values: d.values.subarray(365) })) };
  const savings = [0, provablePercent / 100];
  const check = simulateCoverage({ baseline, reporting, runs: 60, savings }, quietRun(5));
  expect(check.runs).toBe(60);
  expect(check.bySaving[1]!.proven).toBeGreaterThan(64);
  expect(check.bySaving[1]!.proven).toBeLessThan(95);
  expect(check.interval90).toBeGreaterThan(81);
  expect(check.provenAtZero).toBeLessThan(12);
  const again = { baseline, reporting, runs: 5, savings };
  expect(simulateCoverage(again, quietRun(6))).toEqual(simulateCoverage(again, quietRun(6)));
});
