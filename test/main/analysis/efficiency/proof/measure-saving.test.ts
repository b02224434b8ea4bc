import { expect, test } from "vitest";
import { AvoidedEnergy, type ReportingPlan } from "#shared/domain/proof.ts";
import { quietRun } from "#shared/domain/run.ts";
import { measureSaving } from "../../../../../main/analysis/efficiency/proof/measure-saving.ts";
import { baselineOf, between, exampleMeter, locked, reportingOf } from "./example-meter.ts";

const plan = (from: number, to: number, more: Partial<ReportingPlan> = {}): ReportingPlan => ({
  period: reportingOf(from, to),
  exclusions: [],
  adjustments: [],
  ...more,
});
const codes = (result: AvoidedEnergy): string[] => result.findings.map((f) => f.code);
const measure = (rows: ReturnType<typeof exampleMeter>, wish: ReportingPlan) =>
  measureSaving({ locked: locked(baselineOf(rows, 365)), rows, plan: wish }, quietRun(1));

test("a saving of 2 % in a quiet meter is proven, and the interval holds it", () => {
  const rows = exampleMeter({ days: 730, seed: 1, noise: 15, memory: 0.5, saving: 0.02, savingFrom: 365 });
  const result = measure(rows, plan(365, 730));
  expect(result.verdict).toBe("proven");
  expect(result.percentInterval.low).toBeLessThan(2);
  expect(result.percentInterval.high).toBeGreaterThan(2);
  expect(result.avoided).toBeCloseTo(result.expected - result.measured, 6);
  expect(result.intervals.guideline.high - result.intervals.guideline.low).toBeGreaterThan(0);
  expect(codes(result)).toEqual(["proof.memory", "proof.proven"]);
  expect(AvoidedEnergy.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
});

test("no saving is not proven, and the reason is in words", () => {
  const rows = exampleMeter({ days: 500, seed: 2, noise: 15, memory: 0.5 });
  const result = measure(rows, plan(365, 500));
  expect(result.verdict).toBe("not-proven");
  expect(codes(result)).toContain("proof.interval-holds-zero");
});

test("a plant that takes more than expected is told so", () => {
  const result = measure(exampleMeter({ days: 730, seed: 3, saving: -0.05, savingFrom: 365 }), plan(365, 730));
  expect(result.verdict).toBe("not-proven");
  const { data } = result.findings.find((f) => f.code === "proof.use-rose")!;
  expect(data.percent).toBeCloseTo(5, 0);
  expect(data.low).toBeLessThan(Number(data.high));
});

test("the last point of the running sum is the total with its interval", () => {
  const result = measure(exampleMeter({ days: 500, seed: 4, saving: 0.03, savingFrom: 365 }), plan(365, 500));
  expect(result.cumulative.avoided.at(-1)).toBeCloseTo(result.avoided, 6);
  expect(result.cumulative.low.at(-1)).toBeCloseTo(result.intervals.robust.low, 3);
  expect(result.cumulative.avoided.length).toBe(120);
  const width = result.cumulative.high.map((h, k) => h - result.cumulative.low[k]!);
  expect(width[0]).toBeLessThan(width.at(-1)! / 3);
});

test("an excluded stretch does not count, and what it would have changed is told", () => {
  const rows = exampleMeter({ days: 500, seed: 5, noise: 2 });
  rows.energy.fill(0, 400, 410);
  const result = measure(rows, plan(365, 500, { exclusions: [{ range: between(400, 410), reason: "shutdown" }] }));
  expect(result.rows).toBe(125);
  expect(result.verdict).toBe("not-proven");
  expect(result.exclusionEffects).toEqual([{ reason: "shutdown", rows: 10, avoided: expect.any(Number) }]);
  expect(result.exclusionEffects[0]!.avoided).toBeGreaterThan(3000);
});

test("a non-routine adjustment moves the saving by its amount and widens the interval by its error", () => {
  const rows = exampleMeter({ days: 500, seed: 6 });
  const adjustment = { range: between(400, 500), amount: 1000, standardError: 500, reason: "second shift" };
  const [plain, adjusted] = [measure(rows, plan(365, 500)), measure(rows, plan(365, 500, { adjustments: [adjustment] }))];
  expect(adjusted.avoided - plain.avoided).toBeCloseTo(1000, 6);
  const half = ({ intervals: { robust } }: AvoidedEnergy): number => (robust.high - robust.low) / 2;
  expect(half(adjusted)).toBeCloseTo(Math.hypot(half(plain), 1.645 * 500), -1);
  expect(adjusted.cumulative.avoided.at(-1)).toBeCloseTo(adjusted.avoided, 6);
  expect(adjusted.cumulative.low.at(-1)).toBeCloseTo(adjusted.intervals.robust.low, 0);
  const elsewhere = { ...adjustment, range: between(100, 200) };
  expect(measure(rows, plan(365, 500, { adjustments: [elsewhere] })).avoided).toBeCloseTo(plain.avoided, 6);
});

test("weather the baseline has not seen cannot be tested", () => {
  const rows = exampleMeter({ days: 500, seed: 7, saving: 0.1, savingFrom: 365 });
  for (let i = 440; i < 500; i++) rows.drivers[0]!.values[i] = 60;
  const result = measure(rows, plan(365, 500));
  expect(result.verdict).toBe("cannot-be-tested");
  expect(result.outside.drivers.find((d) => d.tag === "temperature")!.share).toBeCloseTo(60 / 135, 2);
  expect(codes(result)).toContain("proof.outside-refused");
  for (let i = 452; i < 500; i++) rows.drivers[0]!.values[i] = 10;
  expect(codes(measure(rows, plan(365, 500)))).toContain("proof.outside-range");
});

test("a reporting period inside the baseline or without readings cannot be tested", () => {
  const rows = exampleMeter({ days: 500, seed: 8 });
  expect(measure(rows, plan(300, 500))).toMatchObject({ verdict: "cannot-be-tested" });
  const empty = measure(rows, plan(600, 700));
  expect(empty.verdict).toBe("cannot-be-tested");
  expect(empty.avoided).toBeNaN();
  expect(codes(empty)).toContain("proof.too-few-readings");
});

test("readings without a value or a driver do not count, and many of them are told", () => {
  const rows = exampleMeter({ days: 500, seed: 9 });
  rows.energy.fill(Number.NaN, 370, 390);
  rows.drivers[1]!.values[395] = Number.NaN;
  const result = measure(rows, plan(365, 500));
  expect(result).toMatchObject({ rows: 114, missingRows: 21 });
  expect(codes(result)).toContain("proof.readings-missing");
});
