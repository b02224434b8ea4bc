import { expect, test } from "vitest";
import { ewmaWindow, trailingEwma } from "../../../../main/analysis/signal/trailing-ewma.ts";

const whole = (length: number) => [{ from: 0, to: length }];

test("a level is kept, and after a step the mean has gone two thirds of the way within half a span and more", () => {
  const step = Float64Array.from({ length: 120 }, (_, i) => (i < 60 ? 2 : 5));
  const means = trailingEwma(step, 9, whole(120));
  expect(means[59]).toBeCloseTo(2, 12);
  // α = 0.2: after n rows of the new level (1 − 0.8^n) of the step, up to what is cut off.
  expect((means[64]! - 2) / 3).toBeCloseTo(1 - 0.8 ** 5, 2);
  expect(means[119]).toBeCloseTo(5, 12);
});

test("the newest row weighs most, holes are left out, and no window reaches over the end of a run", () => {
  const values = Float64Array.of(1, Number.NaN, 3, 10, 10);
  const means = trailingEwma(values, 3, [
    { from: 0, to: 3 },
    { from: 3, to: 5 },
  ]);
  expect(means[2]).toBeCloseTo((3 + 0.25) / 1.25, 12);
  expect([means[3], means[4]]).toEqual([10, 10]);
});

test("a row's value rests on a bounded window, so that a slice gives the same", () => {
  const values = Float64Array.from({ length: 300 }, (_, i) => Math.sin(i));
  const from = 200 - ewmaWindow(8) + 1;
  const slice = trailingEwma(values.slice(from, 201), 8, whole(201 - from));
  expect(slice.at(-1)).toBe(trailingEwma(values, 8, whole(300))[200]);
});

test("span 1 is the value itself", () => {
  expect([...trailingEwma(Float64Array.of(1, 4, 2), 1, whole(3))]).toEqual([1, 4, 2]);
});
