import { expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { forecaster } from "../../../../main/analysis/models/forecaster.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { tensorBackend } from "../../../../main/compute/backend.ts";

const { tf: tensors } = await tensorBackend();
const run = { ...quietRun(), tensors };
const params = forecaster.params.parse({});

/** Two tags of a machine that repeats itself every 80 rows, with noise; one row a second. */
function cycles(rows: number, seed: number, begin = 0): Frame {
  const chance = random(seed);
  const wave = (phase: number) =>
    Float64Array.from({ length: rows }, (_, i) => Math.sin((2 * Math.PI * (i + phase)) / 80) + 0.1 * (chance() - 0.5));
  const columns = [wave(0), wave(20)].map((values, j) => ({ tag: `t${j}`, unit: "bar", values }));
  return { time: Float64Array.from({ length: rows }, (_, i) => begin + i * 1000), columns };
}

const state = forecaster.fit([cycles(1500, 1)], params, run);
const scores = (frame: Frame): Float64Array => {
  const answer = forecaster.score(state, forecaster.lookBack!.widen(state, frame));
  if (answer.kind !== "anomaly") throw new Error("no score");
  return answer.score;
};

test("a cycle that stands still is seen although every value of it is usual", () => {
  const broken = cycles(400, 2);
  for (const { values } of broken.columns) values.fill(values[200]!, 200, 230);
  const score = scores(broken);
  expect(Math.max(...score.slice(205, 230))).toBeGreaterThan(Math.max(...score.slice(60, 200)));
});

test("a row has a score once its window of sixty rows is whole, and none that reaches over a gap", () => {
  const one = cycles(150, 3);
  const score = scores(one);
  expect(score.slice(0, 60).every(Number.isNaN)).toBe(true);
  expect(score.slice(60).every(Number.isFinite)).toBe(true);
  const gap = { ...one, time: one.time.map((t, i) => (i < 75 ? t : t + 3_600_000)) };
  const around = scores(gap);
  expect(around.slice(60, 75).every(Number.isFinite)).toBe(true);
  expect(around.slice(75, 135).every(Number.isNaN)).toBe(true);
  expect(around.slice(135).every(Number.isFinite)).toBe(true);
});

test("the same rows begin to count against the model only with their windows", () => {
  const short = forecaster.sufficiency([cycles(100, 4)], params);
  expect(short).toContainEqual(expect.objectContaining({ code: "health.too-few-rows", data: expect.objectContaining({ rows: 40 }) }));
});

test("an explanation from prepared rows and from widened ones is the same", () => {
  const frame = cycles(200, 5);
  expect(forecaster.explain(state, frame, 120)).toEqual(forecaster.explain(state, forecaster.lookBack!.widen(state, frame), 120));
});
