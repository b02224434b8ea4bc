import { expect, test } from "vitest";
import { studentQuantile, studentT } from "../../../../../main/analysis/efficiency/proof/student-t.ts";

test.each([
  [0.95, 1, 6.3138],
  [0.95, 10, 1.8125],
  [0.975, 4, 2.7764],
  [0.95, 120, 1.6577],
  [0.95, Number.POSITIVE_INFINITY, 1.6449],
])("Student's t stays below the tabled value: probability %d, %d degrees of freedom", (probability, freedom, value) => {
  expect(studentQuantile(probability, freedom)).toBeCloseTo(value, 3);
  expect(studentT(value, freedom)).toBeCloseTo(probability, 4);
  expect(studentT(-value, freedom)).toBeCloseTo(1 - probability, 4);
});
