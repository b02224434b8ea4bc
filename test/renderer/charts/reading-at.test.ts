import { expect, test } from "vitest";
import { readingAt } from "../../../renderer/charts/reading-at.ts";
import { plainTrend } from "../../../renderer/charts/trend.ts";

const series = plainTrend({ id: "a", label: "a", unit: "" }, Float64Array.of(0, 10, 20, 30), Float64Array.of(1, 2, Number.NaN, 4));

test("the cursor reads the sample nearest to it", () => {
  expect(readingAt(series, 4)?.max).toBe(1);
  expect(readingAt(series, 6)?.max).toBe(2);
});

test("the cursor reads nothing in a gap and beyond the ends", () => {
  expect(readingAt(series, 19)).toBeNull();
  expect(readingAt(series, -1)).toBeNull();
  expect(readingAt(series, 31)).toBeNull();
  expect(readingAt(series, 30)?.max).toBe(4);
});

test("a bar is read over its whole width", () => {
  const bars = { ...series, look: "bars" as const };
  expect(readingAt(bars, 9)?.max).toBe(1);
  expect(readingAt(bars, 10)?.max).toBe(2);
});
