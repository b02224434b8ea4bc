import { expect, test } from "vitest";
import { median } from "../../../../main/analysis/signal/median.ts";
import { quantile } from "../../../../main/analysis/signal/quantile.ts";

test("a quantile between two numbers is interpolated by the R-7 rule", () => {
  // R: quantile(c(10, 3, 6, 1), c(0, .25, .5, .9, 1), type = 7)
  const values = Float64Array.of(10, 3, 6, 1);
  expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantile(values, share))).toEqual([1, 2.5, 4.5, 8.8, 10]);
});

test("missing values have no part in a quantile, zeros and negative numbers do", () => {
  expect(quantile(Float64Array.of(Number.NaN, -4, 0, Number.NaN, 4), 0.5)).toBe(0);
});

test("of no numbers there is no quantile", () => {
  expect(quantile(Float64Array.of(Number.NaN), 0.5)).toBeNaN();
});

test("the median is not moved by one wild value", () => {
  expect(median(Float64Array.of(2, 1e9, 1, 3, 2))).toBe(2);
});
