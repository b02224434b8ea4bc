import { expect, test } from "vitest";
import { outsideOf, seenRange } from "../../../../main/analysis/efficiency/seen-range.ts";
import { normal } from "../models/efficiency-frames.ts";

const draw = normal(1);
const a = Float64Array.from({ length: 500 }, draw);
const b = a.map((x) => x + 0.1 * draw());
const seen = seenRange([a, b]);
const outside = (x: number, y: number) => outsideOf(seen, [Float64Array.of(x), Float64Array.of(y)], 1);

test("nothing of the baseline itself lies outside", () => {
  expect(outsideOf(seen, [a, b], 500).outside.every((o) => o === 0)).toBe(true);
});

test("an input beyond its range lies outside, and is counted", () => {
  expect(outside(10, 0)).toMatchObject({ outside: Float64Array.of(1), beyond: [1, 0] });
});

test("a quarter of its range beyond it and further, an input is refused", () => {
  const range = seen.high[0]! - seen.low[0]!;
  expect([0.02, 0.24, 0.26].map((by) => outside(seen.high[0]! + by * range, 0).refused[0])).toEqual([0, 0, 1]);
  expect([0.24, 0.26].map((by) => outside(seen.low[0]! - by * range, 0).refused[0])).toEqual([0, 1]);
});

test("a combination never seen lies outside, each input being within its range", () => {
  expect(outside(1.5, 1.5).outside[0]).toBe(0);
  expect(outside(1.5, -1.5)).toMatchObject({ outside: Float64Array.of(1), beyond: [0, 0], refused: Uint8Array.of(0) });
});

test("a missing input has no answer", () => expect(outside(Number.NaN, 0).outside[0]).toBeNaN());

test("two inputs that tell the same do not make everything an extrapolation", () => {
  const twin = seenRange([a, a]);
  expect(outsideOf(twin, [a, a], 500).outside.every((o) => o === 0)).toBe(true);
});
