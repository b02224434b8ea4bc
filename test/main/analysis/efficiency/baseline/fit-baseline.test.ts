import { expect, test } from "vitest";
import { Baseline } from "#shared/domain/proof.ts";
import { fitBaseline } from "../../../../../main/analysis/efficiency/baseline/fit-baseline.ts";
import { eemeter, nmecr } from "../../../../bench/protocols/energy-meters.ts";
import { referenceData } from "../../../../data/reference.ts";
import { between, day, exampleMeter, meter, periodOf, start } from "../proof/example-meter.ts";

const whole = { meter, period: periodOf(0, 365), exclusions: [], changeDriver: "temperature" };

test("balance points and slopes of a meter without noise are found to the last digits", () => {
  const { baseline } = fitBaseline({ ...whole, rows: exampleMeter({ days: 365, seed: 1, noise: 0 }) });
  expect(baseline!.form).toBe("heating-cooling");
  expect(baseline!.terms).toEqual([
    { kind: "constant" },
    { kind: "linear", tag: "output" },
    { kind: "below", tag: "temperature", at: expect.closeTo(14, 4) },
    { kind: "above", tag: "temperature", at: expect.closeTo(18, 4) },
  ]);
  for (const [k, value] of [200, 2, 12, 15].entries()) expect(baseline!.coefficients[k]).toBeCloseTo(value, 2);
  expect(baseline!.quality).toMatchObject({ n: 365, parameters: 6 });
  expect(baseline!.quality.r2).toBeCloseTo(1, 6);
});

test("a baseline is plain values: it survives JSON and its own schema", () => {
  const { baseline } = fitBaseline({ ...whole, rows: exampleMeter({ days: 365, seed: 2 }) });
  expect(Baseline.parse(JSON.parse(JSON.stringify(baseline)))).toEqual(baseline);
});

test("heating that saves energy in the cold is no candidate", () => {
  const rows = exampleMeter({ days: 365, seed: 3 });
  const upsideDown = { ...rows, energy: rows.energy.map((e) => 2000 - e) };
  const forms = fitBaseline({ ...whole, rows: upsideDown }).baseline!.candidates.map((c) => c.form);
  expect(forms).toContain("mean");
  expect(forms).not.toContain("heating");
  expect(forms).not.toContain("heating-cooling");
});

test("readings in an exclusion or without a driver are not learned from", () => {
  const rows = exampleMeter({ days: 365, seed: 4 });
  rows.energy.fill(9999, 30, 40);
  rows.drivers[0]!.values[100] = Number.NaN;
  const excluded = [{ range: between(30, 40), reason: "meter was replaced" }];
  const { baseline } = fitBaseline({ ...whole, rows, exclusions: excluded });
  expect(baseline!.quality.n).toBe(354);
  expect(baseline!.quality.cvRmse).toBeLessThan(0.02);
});

test("a handful of readings is no baseline, and less than a year is told", () => {
  const rows = exampleMeter({ days: 100, seed: 5 });
  expect(fitBaseline({ ...whole, rows, period: periodOf(0, 8) })).toMatchObject({
    baseline: undefined,
    findings: [{ code: "proof.baseline-short", severity: "blocking", data: { rows: 8, needed: 12 } }],
  });
  const { findings } = fitBaseline({ ...whole, rows });
  expect(findings.map((f) => f.code)).toContain("proof.baseline-not-a-year");
});

test("a driver that never changes, or is another in other units, is left out and told; its range is kept", () => {
  const rows = exampleMeter({ days: 365, seed: 8 });
  const twice = { tag: "output in kg", unit: "kg", values: rows.drivers[1]!.values.map((v) => 1000 * v) };
  const still = { tag: "shifts", unit: "", values: new Float64Array(365).fill(2) };
  const { baseline, findings } = fitBaseline({ ...whole, rows: { ...rows, drivers: [...rows.drivers, twice, still] } });
  expect(findings.filter((f) => f.code === "proof.driver-silent").map((f) => f.data.tag)).toEqual(["output in kg", "shifts"]);
  expect(baseline!.terms.length).toBe(4);
  expect(baseline!.drivers.find((d) => d.tag === "shifts")).toMatchObject({ low: 2, high: 2 });
});

test("a year of monthly bills is enough for one balance point", () => {
  const months = Array.from({ length: 12 }, (_, i) => Date.UTC(2024, i, 1));
  const temperature = Float64Array.from(months, (_, i) => 11 - 12 * Math.cos((2 * Math.PI * i) / 12) + (i % 3));
  const rows = {
    time: Float64Array.from(months),
    energy: temperature.map((t) => 5000 + 300 * Math.max(0, 14 - t)),
    drivers: [{ tag: "temperature", unit: "degC", values: temperature }],
  };
  const { baseline } = fitBaseline({ ...whole, meter: { ...meter, intervalMs: 30.4 * day }, rows });
  expect(baseline!.terms).toContainEqual({ kind: "below", tag: "temperature", at: expect.closeTo(14, 3) });
});

test("a meter that stands at zero is no baseline", () => {
  const rows = exampleMeter({ days: 365, seed: 9 });
  const { baseline, findings } = fitBaseline({ ...whole, rows: { ...rows, energy: new Float64Array(365) } });
  expect(baseline).toBeUndefined();
  expect(findings.map((f) => f.code)).toEqual(["proof.baseline-no-form"]);
});

test("a plant that moves under its baseline is told", () => {
  const rows = exampleMeter({ days: 365, seed: 6, saving: 0.05, savingFrom: 200 });
  const drift = fitBaseline({ ...whole, rows }).findings.find((f) => f.code === "proof.baseline-drift");
  expect(drift!.data.percent).toBeLessThan(-2);
});

test("weekends that take less are learned by time of week, and a day belongs to the week of its own clock", () => {
  const rows = exampleMeter({ days: 365, seed: 7, noise: 1 });
  const offset = 8 * 3_600_000;
  const stamps = rows.time.map((t) => t - offset);
  const energy = rows.energy.map((e, i) => e - (Math.round((rows.time[i]! - start) / day) % 7 > 4 ? 80 : 0));
  const { baseline } = fitBaseline({
    ...whole,
    meter: { ...meter, clockOffsetMs: offset },
    period: periodOf(-1, 365),
    rows: { ...rows, time: stamps, energy },
    forms: ["time-of-week"],
  });
  const level = (slot: number): number =>
    baseline!.coefficients[baseline!.terms.findIndex((t) => t.kind === "time-of-week" && t.slot === slot)]!;
  // 1 January 2024 was a Monday.
  expect(level(4) - level(5)).toBeGreaterThan(60);
  expect(level(6) - level(5)).toBeLessThan(10);
});

const data = referenceData(".");

test.skipIf(!data || !nmecr(data))("the building of nmecr gives the published R² and, within 1 %, the published CV(RMSE)", () => {
  const { straightLine, fourParameter } = nmecr(data!)!;
  expect(straightLine.r2).toBeCloseTo(0.6909, 4);
  expect(straightLine.cvRmsePercent / 11.44).toBeCloseTo(1, 2);
  expect(fourParameter.r2).toBeCloseTo(0.7197, 3);
  expect(fourParameter.cvRmsePercent / 10.91).toBeCloseTo(1, 2);
});

test.skipIf(!data || !eemeter(data))(
  "the sample meter of OpenEEmeter gives the peer's savings on the ramp, and the interval holds the truth",
  () => {
    const found = eemeter(data!)!;
    expect(Math.abs(found.ramp / 1630 - 1)).toBeLessThan(0.01);
    expect(Math.abs(found.modelled / 177 - 1)).toBeLessThan(0.1);
    expect(found).toMatchObject({ form: "heating-cooling", intervalHoldsTruth: 1, verdict: "proven" });
  },
);
