import { expect, test } from "vitest";
import { againstLimit } from "../../../../renderer/views/health/against-limit.ts";

const of = (scores: number[]) => {
  const values = Float64Array.from(scores);
  return { tag: "score", unit: "", time: values.map((_, i) => i), min: values, max: values, first: values, last: values };
};

test("a score at the limit stands at 0, above it higher, and odds of ten times at 2.3", () => {
  const { max } = againstLimit(of([0.5, 0.9, 0.2, 10 / 11, Number.NaN]), 0.5);
  expect(max[0]).toBe(0);
  expect(max[1]).toBeGreaterThan(0);
  expect(max[2]).toBeLessThan(0);
  expect(max[3]).toBeCloseTo(Math.log(10), 9);
  expect(max[4]).toBeNaN();
});

test("scores of exactly 0 and 1 stay drawable", () => {
  expect([...againstLimit(of([0, 1]), 0.9).max]).toEqual([-4, 12]);
});
