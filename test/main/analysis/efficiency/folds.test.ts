import { expect, test } from "vitest";
import { type CrossValidation, simplestGood } from "../../../../main/analysis/efficiency/cross-validate.ts";
import { blockFolds } from "../../../../main/analysis/efficiency/folds.ts";
import { isInOrder, serialCorrelation } from "../../../../main/analysis/efficiency/order.ts";
import { normal } from "../models/efficiency-frames.ts";

const hour = 3_600_000;
const time = Float64Array.from({ length: 1000 }, (_, i) => i * hour);

test("every row is left out once, and nothing within a day of it is learned from", () => {
  const folds = blockFolds(time, 5, true);
  expect(folds.flatMap(({ test: rows }) => [...rows])).toEqual([...time.keys()]);
  for (const { train, test: rows } of folds)
    for (const row of train)
      for (const edge of [rows[0]!, rows.at(-1)!]) expect(Math.abs(time[row]! - time[edge]!)).toBeGreaterThan(24 * hour);
});

test("rows without an order of time need no embargo", () => {
  for (const { train, test: rows } of blockFolds(time, 5, false)) expect(train.length + rows.length).toBe(1000);
});

test("white noise has no order, a slow wave under noise has", () => {
  const draw = normal(1);
  expect(isInOrder([Float64Array.from({ length: 5000 }, draw), Float64Array.from({ length: 5000 }, draw)])).toBe(false);
  expect(isInOrder([Float64Array.from({ length: 5000 }, (_, i) => Math.sin(i / 50) + 2 * draw())])).toBe(true);
});

test("a constant has no serial correlation, and pairs with a gap do not count", () => {
  expect(serialCorrelation([3, 3, 3, 3]).correlation).toBe(0);
  expect(serialCorrelation([1, Number.NaN, 2, 3]).pairs).toBe(1);
});

test("the simpler model is kept within one standard error of the best", () => {
  const tried = (rmse: number, spread: number) => ({ error: { rmse }, spread }) as CrossValidation;
  const [simple, best] = [tried(1.04, 0.1), tried(1, 0.1)];
  expect(simplestGood([simple, best])).toBe(simple);
  expect(simplestGood([tried(1.1, 0.1), best])).toBe(best);
});
