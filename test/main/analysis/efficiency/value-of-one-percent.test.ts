import { expect, test } from "vitest";
import { ValueOfOnePercent } from "#shared/domain/efficiency.ts";
import { valueOfOnePercent } from "../../../../main/analysis/efficiency/value-of-one-percent.ts";

const totals = {
  measured: 0.103,
  expected: 0.1,
  lossPercent: 3,
  lossPercentInterval: { low: 2, high: 4, level: 0.9 },
  excess: 300,
  excessInterval: { low: 200, high: 400, level: 0.9 },
  expectedAmount: 10_000,
  throughput: 100_000,
  throughputUnit: "m3",
  hours: 1000,
  coverage: 1,
  extrapolatedShare: 0,
};

test("one percent of a year's energy at the typed throughput and price", () => {
  const value = valueOfOnePercent(totals, "kWh", { throughputPerYear: 1_000_000, pricePerUnit: 0.2, currency: "EUR", hoursPerYear: 8000 });
  expect(ValueOfOnePercent.parse(value)).toMatchObject({
    currency: "EUR",
    unit: "kWh",
    throughputUnit: "m3",
    throughputPerYear: 1_000_000,
  });
  expect(value.kpiPerYear).toBeCloseTo(100_000, 6);
  expect(value.onePercentAmount).toBeCloseTo(1000, 6);
  expect(value.onePercentPerYear).toBeCloseTo(200, 6);
  expect(value.lossPerYear).toBeCloseTo(600, 6);
  expect(value.lossPerYearInterval.low).toBeCloseTo(400, 6);
  expect(value.lossPerYearInterval.high).toBeCloseTo(800, 6);
});

test("without a typed throughput the measured rate runs for the typed hours", () => {
  const value = valueOfOnePercent(totals, "kWh", { throughputPerYear: null, pricePerUnit: 0.2, currency: "EUR", hoursPerYear: 8000 });
  expect(value.throughputPerYear).toBe(800_000);
});

test("a gain is a negative loss", () => {
  const gained = { ...totals, lossPercent: -1, lossPercentInterval: { low: -2, high: 0, level: 0.9 } };
  expect(
    valueOfOnePercent(gained, "kWh", { throughputPerYear: null, pricePerUnit: 1, currency: "EUR", hoursPerYear: 1000 }).lossPerYear,
  ).toBeCloseTo(-100, 6);
});
