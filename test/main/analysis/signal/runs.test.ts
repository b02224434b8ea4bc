import { expect, test } from "vitest";
import { runs } from "../../../../main/analysis/signal/runs.ts";

test("a run ends where the next row is further away than the gap", () => {
  expect(runs(Float64Array.of(0, 1, 2, 10, 11, 30), 5)).toEqual([
    { from: 0, to: 3 },
    { from: 3, to: 5 },
    { from: 5, to: 6 },
  ]);
});

test("a distance equal to the gap is no gap", () => {
  expect(runs(Float64Array.of(0, 5, 10), 5)).toEqual([{ from: 0, to: 3 }]);
});

test("an empty log has no run", () => {
  expect(runs(new Float64Array(0), 5)).toEqual([]);
});
