import { expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { autoencoder } from "../../../../main/analysis/models/autoencoder.ts";
import type { Answer } from "../../../../main/analysis/models/family.ts";
import { pca } from "../../../../main/analysis/models/pca.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { tensorBackend } from "../../../../main/compute/backend.ts";

const { tf: tensors } = await tensorBackend();
const run = { ...quietRun(), tensors };
const params = autoencoder.params.parse({});

/** A pump by affinity laws: flow goes with speed, head with its square, power with its cube; flow is also throttled. */
function pump(rows: number, seed: number): Frame {
  const chance = random(seed);
  const speed = Float64Array.from({ length: rows }, () => 0.4 + 0.6 * chance());
  const noisy = (f: (s: number) => number) => speed.map((s) => f(s) + 0.01 * (chance() + chance() - 1));
  const columns = [
    { tag: "speed", unit: "rpm", values: noisy((s) => 3000 * s) },
    { tag: "flow", unit: "m3/h", values: noisy((s) => 100 * s) },
    { tag: "head", unit: "m", values: noisy((s) => 60 * s ** 2) },
    { tag: "power", unit: "kW", values: noisy((s) => 30 * s ** 3) },
  ];
  return { time: Float64Array.from({ length: rows }, (_, i) => i * 1000), columns };
}

function scoresOf(answer: Answer): Float64Array {
  if (answer.kind !== "anomaly") throw new Error("no score");
  return answer.score;
}

const reference = pump(1500, 1);
const state = autoencoder.fit([reference], params, run);

test("a row on the straight line between two normal ones, off the bent relation, stands out as it does not for principal components", () => {
  // Halfway between a slow and a fast pump on every tag: the mean of the cubes is not the cube of the mean.
  const between = pump(1, 2);
  const at = (s: number) => [3000 * s, 100 * s, 60 * s ** 2, 30 * s ** 3];
  const [slow, fast] = [at(0.45), at(0.95)];
  between.columns.forEach((column, j) => {
    column.values[0] = (slow[j]! + fast[j]!) / 2;
  });
  const straight = pca.fit([reference], pca.params.parse({}), quietRun());
  const farthest = (frame: Frame) => ({
    net: Math.max(...scoresOf(autoencoder.score(state, frame))),
    components: Math.max(...scoresOf(pca.score(straight, frame))),
  });
  const normal = farthest(pump(500, 3));
  expect(farthest(between).net).toBeGreaterThan(normal.net);
  expect(farthest(between).components).toBeLessThan(normal.components);
});

test("the value that was expected of a tag that is off is near the true one", () => {
  const later = pump(3, 4);
  const truth = later.columns[3]!.values[1]!;
  later.columns[3]!.values[1] = truth + 6;
  const [first] = autoencoder.explain(state, later, 1);
  expect(first!.tag).toBe("power");
  expect(Math.abs(first!.residual! - 6)).toBeLessThan(2.5);
});

test("training without the tensor library is refused in words", () => {
  expect(() => autoencoder.fit([reference], params, quietRun())).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: "model.no-tensors" }) }),
  );
});

test("the work told of a fit grows with rows, tags and passes", () => {
  const work = (rows: number, tags: number, epochs = 200) => autoencoder.work!({ rows, tags }, { ...params, epochs });
  expect(work(2000, 10)).toBe(2 * work(1000, 10));
  expect(work(1000, 20)).toBeGreaterThan(work(1000, 10));
  expect(work(1000, 10, 100)).toBe(work(1000, 10) / 2);
});
