import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { pca } from "../../../../main/analysis/models/pca.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { exampleFrame } from "../../../conformance/example-frame.ts";

const trained = (frame = exampleFrame(), variance = 0.85) => pca.fit([frame], { variance }, quietRun());

test("T2 and SPE are the squared lengths of a row along and across the components, in standard deviations", () => {
  const state = trained();
  const frame = exampleFrame({ rows: 300, seed: 9 });
  const answer = pca.score(state, frame);
  if (answer.kind !== "anomaly") throw new Error();
  const { T2, SPE } = answer.statistics;
  for (let row = 0; row < 300; row++) {
    const z = frame.columns.map((c, j) => (c.values[row]! - state.mean[j]!) / state.scale[j]!);
    const squares = z.map((_, c) => z.reduce((dot, x, j) => dot + x * state.directions[c * 5 + j]!, 0) ** 2 / state.variances[c]!);
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    expect(T2![row]).toBeCloseTo(sum(squares.slice(0, state.components)), 8);
    expect(SPE![row]).toBeCloseTo(sum(squares.slice(state.components)), 8);
    const index = T2![row]! / state.t2Scale + SPE![row]! / state.speScale;
    expect(answer.score[row]).toBeCloseTo(index / (1 + index), 12);
  }
});

test("as many components as hold the variance asked for, and one direction is left over", () => {
  const two = trained();
  expect(two.components).toBe(2);
  expect(two.explained).toBeGreaterThan(0.85);
  expect(trained(exampleFrame(), 0.5).components).toBe(1);
  expect(trained(exampleFrame(), 0.99).components).toBeLessThanOrEqual(4);
});

test("the expected value of a tag that is off is what the others tell", () => {
  const state = trained();
  const frame = exampleFrame({ seed: 4 });
  const healthy = frame.columns[1]!.values[50]!;
  frame.columns[1]!.values[50] = healthy + 5;
  const [first] = pca.explain(state, frame, 50);
  expect(first!.tag).toBe("a");
  expect(first!.share).toBeGreaterThan(0.5);
  expect(healthy + 5 - first!.residual!).toBeCloseTo(healthy, 0);
});

test("a single tag is its own component: the score grows with its distance from the mean", () => {
  const chance = random(1);
  const one = {
    time: Float64Array.from({ length: 100 }, (_, i) => i),
    columns: [{ tag: "a", unit: "", values: Float64Array.from({ length: 100 }, () => chance()) }],
  };
  const state = trained(one);
  const { score } = pca.score(state, {
    time: Float64Array.of(0, 1, 2),
    columns: [{ tag: "a", unit: "", values: Float64Array.of(0.5, 2, 9) }],
  }) as {
    score: Float64Array;
  };
  expect([...score]).toEqual([...score].sort((a, b) => a - b));
});

test("two tags that are copies of each other do not break the fit, and a difference between them is seen", () => {
  const frame = exampleFrame();
  const twin = {
    ...frame,
    columns: [...frame.columns, { tag: "twin of a", unit: "", values: Float64Array.from(frame.columns[1]!.values) }],
  };
  const state = trained(twin);
  const later = structuredClone(twin);
  later.columns[5]!.values[10]! += 2;
  const { score } = pca.score(state, later) as { score: Float64Array };
  expect(score.indexOf(Math.max(...score))).toBe(10);
  expect(score.every((s) => Number.isFinite(s))).toBe(true);
});

test("a row with an infinite value has no score", () => {
  const frame = exampleFrame({ rows: 3 });
  frame.columns[0]!.values[1] = Number.POSITIVE_INFINITY;
  expect((pca.score(trained(), frame) as { score: Float64Array }).score[1]).toBeNaN();
});
