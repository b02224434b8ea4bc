import { expect, test } from "vitest";
import { columnEnvelope } from "../../../renderer/charts/column-envelope.ts";

const rows = 20_000;
const time = Float64Array.from({ length: rows }, (_, i) => i * 1000);
const wave = Float64Array.from({ length: rows }, (_, i) => Math.sin(i / 300));
const all = { from: 0, to: rows * 1000 };

test("a spike of one sample is in the drawing at every width", () => {
  const spiked = wave.slice();
  spiked[12_345] = 9;
  for (const pixels of [50, 333, 1000, 4000]) {
    const drawn = columnEnvelope(time, spiked, spiked, all, pixels);
    expect(Math.max(...drawn.max)).toBe(9);
    expect(drawn.time.length).toBeLessThanOrEqual(pixels + 2);
  }
});

test("rows that are fewer than two to a pixel are drawn as they are", () => {
  const drawn = columnEnvelope(time, wave, wave, { from: 5_000_000, to: 5_100_000 }, 800);
  expect([...drawn.time]).toEqual(Array.from({ length: 102 }, (_, i) => (4999 + i) * 1000));
  expect(drawn.min).toEqual(drawn.max);
});

test("a gap longer than a pixel stays a gap; a single missing sample does not break the curve", () => {
  const holed = wave.slice().fill(Number.NaN, 10_000, 10_200);
  holed[500] = Number.NaN;
  const { time: at, min } = columnEnvelope(time, holed, holed, all, 200);
  const gap = [...min].map((value, k) => (Number.isNaN(value) ? at[k]! : -1)).filter((t) => t >= 0);
  expect(gap.length).toBeGreaterThan(0);
  expect(gap.every((t) => t >= 9_999_000 && t < 10_201_000)).toBe(true);
});

test("a band keeps its lowest low and its highest high", () => {
  const low = wave.map((v) => v - 1);
  const high = wave.map((v) => v + 1);
  high[777] = 50;
  low[888] = -50;
  const drawn = columnEnvelope(time, low, high, all, 100);
  expect([Math.min(...drawn.min), Math.max(...drawn.max)]).toEqual([-50, 50]);
});
