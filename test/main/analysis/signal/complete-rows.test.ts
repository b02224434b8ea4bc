import { expect, test } from "vitest";
import { completeRows } from "../../../../main/analysis/signal/complete-rows.ts";

test("a row is complete when every tag has a finite value; zero is a value", () => {
  const nan = Number.NaN;
  const columns = [Float64Array.of(0, nan, 1, 2, 0), Float64Array.of(0, 1, nan, 2, Number.POSITIVE_INFINITY)];
  expect([...completeRows(columns)]).toEqual([0, 3]);
});

test("no columns, no rows", () => {
  expect(completeRows([])).toHaveLength(0);
});
