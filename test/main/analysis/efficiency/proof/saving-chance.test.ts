import { expect, test } from "vitest";
import { baselineNoise } from "../../../../../main/analysis/efficiency/proof/baseline-noise.ts";
import { blockBootstrap, blockLength } from "../../../../../main/analysis/efficiency/proof/block-bootstrap.ts";
import { designColumns } from "../../../../../main/analysis/efficiency/proof/design-columns.ts";
import { grainsOf } from "../../../../../main/analysis/efficiency/proof/grains.ts";
import { longRunShare } from "../../../../../main/analysis/efficiency/proof/long-run-share.ts";
import { halfWidth, noiseWeights, standardError } from "../../../../../main/analysis/efficiency/proof/saving-chance.ts";
import { normal } from "../../models/efficiency-frames.ts";
import { baselineOf, day, exampleMeter, meter } from "./example-meter.ts";

const hour = 3_600_000;

function parts(memory: number) {
  const rows = exampleMeter({ days: 455, seed: 11, memory });
  const baseline = baselineOf(rows, 365);
  const { chance } = baselineNoise(baseline);
  const after = { time: rows.time.subarray(365), drivers: rows.drivers.map((d) => ({ ...d, values: d.values.subarray(365) })) };
  return { chance: chance!, added: { ...designColumns(baseline, after), time: after.time } };
}

test("each reading that is added up weighs −1; the baseline answers with weights that add up to as many", () => {
  const { chance, added } = parts(0);
  const { weights, within } = noiseWeights(chance, added);
  expect(weights.length).toBe(455);
  expect([...weights.subarray(365)]).toEqual(Array.from({ length: 90 }, () => -1));
  expect(weights.subarray(0, 365).reduce((a, b) => a + b, 0)).toBeCloseTo(90, 6);
  // A day is a grain of its own here.
  expect(within).toBeCloseTo(0, 12);
});

test("the standard error is that of the sum under the covariance of the memory", () => {
  const { chance, added } = parts(0.6);
  const weights = noiseWeights(chance, added);
  const { correlation, fresh, variance } = chance.likely;
  let sum = 0;
  for (const [i, a] of weights.weights.entries())
    for (const [j, b] of weights.weights.entries()) sum += a * b * ((1 - fresh) * correlation ** Math.abs(i - j) + (i === j ? fresh : 0));
  expect(standardError(chance, weights)).toBeCloseTo(Math.sqrt(chance.rest * variance * sum), 6);
});

test("noise that remembers makes the interval wider, and so does a level closer to certainty", () => {
  const [calm, lasting] = [parts(0), parts(0.8)];
  const half = (of: typeof calm, level: number): number => halfWidth(of.chance, noiseWeights(of.chance, of.added), level);
  expect(half(lasting, 0.9)).toBeGreaterThan(1.8 * half(calm, 0.9));
  expect(half(calm, 0.95)).toBeGreaterThan(half(calm, 0.9));
});

test("without memory the block bootstrap and the robust interval say the same", () => {
  const { chance, added } = parts(0);
  const weights = noiseWeights(chance, added);
  const drawn = blockBootstrap(chance, weights, 0.9, 3);
  const half = halfWidth(chance, weights, 0.9);
  expect((drawn.high - drawn.low) / 2 / half).toBeGreaterThan(0.8);
  expect((drawn.high - drawn.low) / 2 / half).toBeLessThan(1.15);
  expect(blockBootstrap(chance, weights, 0.9, 3)).toEqual(drawn);
});

test("blocks are as long as the memory asks for", () => {
  const draw = normal(5);
  let state = 0;
  const lasting = Float64Array.from({ length: 800 }, () => {
    state = 0.8 * state + draw();
    return state;
  });
  expect(blockLength(Float64Array.from({ length: 800 }, draw))).toBeLessThan(5);
  expect(blockLength(lasting)).toBeGreaterThan(10);
});

test("a long total of values that alternate varies less than one of independent values, of values that persist more", () => {
  const draw = normal(6);
  const fresh = Float64Array.from({ length: 1000 }, draw);
  expect(longRunShare(fresh)).toBeCloseTo(1, 0);
  expect(longRunShare(fresh.map((v, i) => v - 0.5 * (fresh[i - 1] ?? 0)))).toBeLessThan(0.6);
  expect(longRunShare(fresh.map((v, i) => v + 0.8 * (fresh[i - 1] ?? 0)))).toBeGreaterThan(1.4);
});

test("chance in hourly readings is added up by local days; in a baseline of few days every reading stands for itself", () => {
  const hourly = { ...meter, intervalMs: hour, clockOffsetMs: -6 * hour };
  const month = Float64Array.from({ length: 30 * 24 }, (_, i) => 6 * hour + i * hour);
  const grains = grainsOf(hourly, month);
  expect(grains.grainMs).toBe(day);
  expect(grains.of(month[23]!)).toBe(grains.of(month[0]!));
  expect(grains.of(month[24]!)).toBe(grains.of(month[0]!) + 1);
  expect(grainsOf(hourly, month.subarray(0, 48)).grainMs).toBe(hour);
});
