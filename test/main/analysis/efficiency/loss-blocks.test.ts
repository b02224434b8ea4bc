import { expect, test } from "vitest";
import { driftOf } from "../../../../main/analysis/efficiency/drift.ts";
import { chanceInterval, lossBlocks } from "../../../../main/analysis/efficiency/loss-blocks.ts";
import { normal } from "../models/efficiency-frames.ts";

/** Daily residuals that remember the day before. */
function days(count: number, seed: number, memory: number): Float64Array {
  const draw = normal(seed);
  let state = draw();
  return Float64Array.from({ length: count }, () => {
    state = memory * state + Math.sqrt(1 - memory * memory) * draw();
    return state;
  });
}

test.each([
  [0, 60],
  [0.4, 60],
  [0.4, 28],
])("the 90 %% interval of a total holds the truth about as often as it says: daily memory %d, %d days of baseline", (memory, count) => {
  const meters = 1000;
  let held = 0;
  for (let k = 0; k < meters; k++) {
    const all = days(count + 60, 1000 + k, memory);
    const baseline = all.subarray(0, count);
    const reporting = all.subarray(count);
    const mean = (of: Float64Array): number => of.reduce((a, b) => a + b, 0) / of.length;
    // The baseline's own mean is taken for zero, as a fit does; the truth is a loss of 0.
    const residuals = baseline.map((r) => r - mean(baseline));
    const found = (mean(reporting) - mean(baseline)) / 100;
    const { low, high } = chanceInterval({ loss: residuals, expected: residuals.map(() => 100) }, 60, 0.9, 7);
    if (found + low <= 0 && found + high >= 0) held++;
  }
  expect(held / meters).toBeGreaterThan(0.87);
  expect(held / meters).toBeLessThan(0.93);
});

test("the same seed draws the same interval, and it is around zero", () => {
  const loss = days(30, 1, 0);
  const blocks = { loss, expected: loss.map(() => 100) };
  expect(chanceInterval(blocks, 20, 0.9, 3)).toEqual(chanceInterval(blocks, 20, 0.9, 3));
  const { low, high } = chanceInterval(blocks, 20, 0.9, 3);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(0);
});

test("without blocks there is no interval", () => {
  expect(chanceInterval({ loss: new Float64Array(0), expected: new Float64Array(0) }, 5, 0.9, 1)).toEqual({
    low: Number.NaN,
    high: Number.NaN,
  });
});

test("losses are added up by day, or by stretches of rows where there are few days or no order", () => {
  const hour = 3_600_000;
  const time = Float64Array.from({ length: 24 * 12 }, (_, i) => i * hour);
  const loss = time.map((_, i) => (i === 5 ? Number.NaN : 1));
  const byDay = lossBlocks(time, loss, loss, true);
  expect(byDay.loss.length).toBe(12);
  expect(byDay.loss[0]).toBe(23);
  expect(lossBlocks(time, loss, loss, false).loss.length).toBe(29);
  expect(lossBlocks(time.subarray(0, 48), loss.subarray(0, 48), loss.subarray(0, 48), true).loss.length).toBe(24);
});

test("a step in the middle of the days is a drift, days that wander are none", () => {
  const noise = days(60, 5, 0.3).map((d) => d / 2);
  const expected = noise.map(() => 100);
  expect(driftOf({ loss: noise, expected })).toBeUndefined();
  expect(driftOf({ loss: noise.map((d, i) => d + (i >= 35 ? 2 : 0)), expected })).toBeCloseTo(0.02, 2);
});
