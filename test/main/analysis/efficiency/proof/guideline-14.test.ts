import { expect, test } from "vitest";
import { guideline14 } from "../../../../../main/analysis/efficiency/proof/guideline-14.ts";

// Smallest savings F with an uncertainty of half of F at 90 %, in percent: the formula worked by hand with the normal quantile.
test.each([
  [0.02, 0, 365, 0.44],
  [0.05, 0.5, 365, 1.9],
  [0.1, 0.8, 365, 6.69],
  [0.05, 0.5, 90, 3.83],
])("the guideline's formula gives its worked examples: CV %d, correlation %d, %d days", (cvRmse, correlation, m, percent) => {
  const half = guideline14({ n: 365, parameters: 2, correlation, cvRmse }, m, 0.9);
  expect(200 * half).toBeCloseTo(percent, 1);
});
