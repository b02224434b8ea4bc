import { expect, test } from "vitest";
import { interval } from "../../../../main/analysis/signal/interval.ts";

test("the interval of a log is its usual distance, whatever its gaps", () => {
  expect(interval(Float64Array.of(0, 1000, 2000, 3000, 90_000, 91_000))).toBe(1000);
});

test("one row has no interval", () => {
  expect(interval(Float64Array.of(5))).toBeNaN();
});
