import { expect, test } from "vitest";
import { memoryLikelihood } from "../../../../../main/analysis/efficiency/proof/memory-likelihood.ts";
import { residualLikelihood } from "../../../../naive/analysis/residual-likelihood.ts";
import { normal } from "../../models/efficiency-frames.ts";

function series(count: number, memory: number, seed: number): Float64Array {
  const draw = normal(seed);
  let state = draw();
  return Float64Array.from({ length: count }, () => {
    state = memory * state + Math.sqrt(1 - memory * memory) * draw();
    return state;
  });
}

const mean = (of: ReturnType<typeof memoryLikelihood>): number =>
  of.memories.reduce((sum, m) => sum + m.weight * m.correlation * (1 - m.fresh), 0);

test("the likelihood of a memory is that of the whole covariance matrix, gaps and columns included", () => {
  const values = series(24, 0.6, 1);
  for (const gap of [5, 6, 15]) values[gap] = Number.NaN;
  const columns = [values.map(() => 1), values.map((_, i) => Math.cos(i))];
  const { memories, freedom } = memoryLikelihood(values, columns);
  const at = [...values.keys()].filter((i) => !Number.isNaN(values[i]!));
  const pick = (of: Float64Array): number[] => at.map((i) => of[i]!);
  const slow = (k: number) => residualLikelihood(memories[k]!, at, columns.map(pick), pick(values));
  expect(freedom).toBe(19);
  // Neighbours on the grid have equal prior weight, so that their weights differ by the likelihood alone.
  for (const [a, b] of [
    [9, 10],
    [8, 11],
    [20, 33],
  ] as const) {
    expect(Math.log(memories[a]!.weight / memories[b]!.weight)).toBeCloseTo(slow(a).log - slow(b).log, 8);
    expect(memories[a]!.variance).toBeCloseTo(slow(a).variance, 8);
  }
  expect(memories.reduce((sum, m) => sum + m.weight, 0)).toBeCloseTo(1, 10);
});

test("long series tell their memory, independent ones that they have none", () => {
  const constant = [new Float64Array(1000).fill(1)];
  expect(mean(memoryLikelihood(series(1000, 0.8, 2), constant))).toBeCloseTo(0.8, 1);
  expect(mean(memoryLikelihood(series(1000, 0, 3), constant))).toBeLessThan(0.08);
});

test("a column that says what others say takes no freedom", () => {
  const values = series(60, 0.3, 4);
  const columns = [values.map(() => 1), values.map((_, i) => i), values.map((_, i) => 3 + 2 * i)];
  expect(memoryLikelihood(values, columns).freedom).toBe(58);
});

test("three grains tell nothing", () => {
  expect(memoryLikelihood(Float64Array.of(1, 2, 3), [new Float64Array(3).fill(1)]).memories).toEqual([]);
});
