import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { similarity } from "../../../../main/analysis/models/similarity.ts";
import { similarityExpectation } from "../../../../main/analysis/models/similarity-expectation.ts";
import { similarityMemory } from "../../../../main/analysis/models/similarity-memory.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { exampleFrame } from "../../../conformance/example-frame.ts";
import { naiveExpectation } from "../../../naive/analysis/similarity-expectation.ts";
import { similarityMemory as naiveMemory } from "../../../naive/analysis/similarity-memory.ts";

const trained = (frame = exampleFrame()) => similarity.fit([frame], { vectors: 200, bandwidth: 1 }, quietRun());

test.each([
  [1, 1, 1],
  [3, 5, 40],
  [37, 7, 65],
  [100, 20, 32],
])("%i remembered states of %i tags expect of %i rows what the written definition says", (vectors, tags, rows) => {
  const chance = random(vectors);
  const memory = Array.from({ length: vectors }, () => Array.from({ length: tags }, () => 4 * chance() - 2));
  const columns = Array.from({ length: tags }, () => Float64Array.from({ length: rows }, () => 6 * chance() - 3));
  const { expected, nearest } = similarityExpectation(Float64Array.from(memory.flat()), 0.8, columns);
  for (let i = 0; i < rows; i++) {
    const row = columns.map((c) => c[i]!);
    naiveExpectation(memory, 0.8, row).forEach((x, j) => {
      expect(expected[j]![i]).toBeCloseTo(x, 9);
    });
    expect(nearest[i]).toBeCloseTo(Math.min(...memory.map((m) => m.reduce((s, x, j) => s + (x - row[j]!) ** 2, 0))), 9);
  }
});

test("the centres are those of every row held against every centre, also where rows are equal", () => {
  const chance = random(5);
  const wander = Float64Array.from({ length: 400 }, () => 0);
  for (let i = 1; i < 400; i++) wander[i] = 0.95 * wander[i - 1]! + chance() - 0.5;
  const columns = [wander, wander.map((x) => 2 * x + 0.1 * chance()), wander.map(Math.round), wander.map(() => Math.floor(3 * chance()))];
  expect(similarityMemory(columns, 60, () => {})).toEqual(naiveMemory(columns, 60));
  const steps = [Float64Array.from({ length: 100 }, (_, i) => i % 4)];
  expect(similarityMemory(steps, 10, () => {})).toEqual(naiveMemory(steps, 10));
});

test("a memory of two ways of running holds a state of each, and no mean of the two", () => {
  const chance = random(3);
  const load = Float64Array.from({ length: 400 }, (_, i) => (i % 100 < 50 ? 1 : 10) + 0.1 * chance());
  const memory = similarityMemory([load], 20, () => {});
  expect(memory.some((x) => x < 2)).toBe(true);
  expect(memory.some((x) => x > 9)).toBe(true);
  expect(memory.every((x) => x < 2 || x > 9)).toBe(true);
});

test("a curved relation is followed: a row on the curve is normal, one beside it is not", () => {
  const chance = random(5);
  const curve = (x: Float64Array, y: Float64Array) => ({
    time: Float64Array.from(x.keys()),
    columns: [
      { tag: "x", unit: "", values: x },
      { tag: "y", unit: "", values: y },
      ...[0, 1, 2].map((k) => ({ tag: `sine ${k}`, unit: "", values: x.map((v) => Math.sin(v + k) + 0.05 * chance()) })),
    ],
  });
  const x = Float64Array.from({ length: 2000 }, () => 4 * chance() - 2);
  const state = trained(
    curve(
      x,
      x.map((v) => v * v + 0.05 * chance()),
    ),
  );
  const { score } = similarity.score(state, curve(Float64Array.of(1, 0), Float64Array.of(1, 2))) as { score: Float64Array };
  expect(score[0]).toBeLessThan(0.5);
  expect(score[1]).toBeGreaterThan(0.7);
});

test("the expected value of a tag that is off is what the others tell", () => {
  const state = trained(exampleFrame({ rows: 2000 }));
  const frame = exampleFrame({ seed: 4 });
  const healthy = frame.columns[1]!.values[50]!;
  frame.columns[1]!.values[50] = healthy + 5;
  const [first] = similarity.explain(state, frame, 50);
  expect(first!.tag).toBe("a");
  expect(first!.share).toBeGreaterThan(0.5);
  expect(Math.abs(healthy + 5 - first!.residual! - healthy)).toBeLessThan(2.5);
});
