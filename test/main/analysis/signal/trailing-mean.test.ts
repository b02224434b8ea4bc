import { expect, test } from "vitest";
import { random } from "../../../../main/analysis/signal/random.ts";
import { trailingMean } from "../../../../main/analysis/signal/trailing-mean.ts";
import { naiveTrailingMean } from "../../../naive/analysis/trailing-mean.ts";

test("equals its slow twin on data with holes", () => {
  const chance = random(3);
  const values = Float64Array.from({ length: 200 }, () => (chance() < 0.3 ? Number.NaN : chance()));
  for (const width of [1, 2, 5, 10]) {
    const means = trailingMean(values, width, [{ from: 0, to: 200 }]);
    naiveTrailingMean([...values], width).forEach((mean, i) => {
      if (Number.isNaN(mean)) expect(means[i]).toBeNaN();
      else expect(means[i]).toBeCloseTo(mean, 12);
    });
  }
});

test("a window does not reach into the run before, and rows outside of runs have no mean", () => {
  const means = trailingMean(Float64Array.of(100, 100, 1, 2, 3), 2, [
    { from: 0, to: 1 },
    { from: 2, to: 5 },
  ]);
  expect([...means]).toEqual([100, Number.NaN, 1, 1.5, 2.5]);
});
