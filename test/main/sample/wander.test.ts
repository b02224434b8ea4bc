import { expect, test } from "vitest";
import { random } from "../../../main/sample/random.ts";
import { wander } from "../../../main/sample/wander.ts";

const path = (sigma: number, tau: number, step: number, count: number): number[] => {
  const next = wander(random(5, "wander"), sigma, tau, step);
  return Array.from({ length: count }, next);
};
const deviation = (x: number[]): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);

test("its standard deviation does not depend on the step", () => {
  expect(deviation(path(3, 10, 1, 200_000))).toBeCloseTo(3, 0);
  expect(deviation(path(3, 10, 30, 200_000))).toBeCloseTo(3, 0);
});

test("after one time constant the correlation is 1 / e", () => {
  const x = path(1, 20, 1, 200_000);
  const lagged = x.slice(20).reduce((sum, v, k) => sum + v * x[k]!, 0) / (x.length - 20);
  expect(lagged / deviation(x) ** 2).toBeCloseTo(Math.exp(-1), 1);
});
