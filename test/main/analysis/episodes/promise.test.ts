import { expect, test } from "vitest";
import { allowedCount, atMost } from "../../../../main/analysis/episodes/promise.ts";

// Upper limits of a Poisson count at 80 %, one-sided: gamma quantiles, as qgamma(0.8, count + 1) of R gives them.
test.each([
  [0, 1.609],
  [1, 2.994],
  [2, 4.279],
  [10, 13.651],
])("%d alerts counted allow for a rate of %d", (count, rate) => {
  expect(Math.abs(atMost(count) - rate)).toBeLessThan(0.01 * rate);
});

test("the allowed count keeps the budget and leaves nothing of it", () => {
  for (const budget of [3, 4, 10, 40]) expect(atMost(allowedCount(budget))).toBeCloseTo(budget, 9);
});

test("a budget below what not a single alert would prove allows none", () => {
  expect(allowedCount(1.5)).toBeCloseTo(0, 9);
  expect(allowedCount(0)).toBe(0);
});
