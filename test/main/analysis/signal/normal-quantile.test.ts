import { expect, test } from "vitest";
import { normalQuantile } from "../../../../main/analysis/signal/normal-quantile.ts";

test.each([
  [0.5, 0],
  [0.6, 0.2533471],
  [0.975, 1.959964],
  [0.99, 2.3263479],
  [1 - 1e-6, 4.7534243],
  [1e-9, -5.9978071],
  [1e-13, -7.348796],
])("of %d it is %d", (probability, value) => {
  expect(normalQuantile(probability)).toBeCloseTo(value, 5);
});
