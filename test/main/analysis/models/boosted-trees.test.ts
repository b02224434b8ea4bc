import { expect, test } from "vitest";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { boostedTrees, directedTrees } from "../../../../main/analysis/models/boosted-trees.ts";
import { binLimits, fillBins, missingBin } from "../../../../main/analysis/models/boosted-trees-bins.ts";
import { boost } from "../../../../main/analysis/models/boosted-trees-boost.ts";
import { predictForest } from "../../../../main/analysis/models/boosted-trees-predict.ts";
import { targetTag } from "../../../../main/analysis/models/target.ts";
import { naiveBoost } from "../../../naive/boosted-trees.ts";
import { bentFrame, frameOf, normal, rmse } from "./efficiency-frames.ts";

const params = boostedTrees.params.parse({ rounds: 60 });
const fromMean = boostedTrees.params.parse({ start: "mean", rounds: 60 });
const expectedOf = (state: ReturnType<typeof boostedTrees.fit>, frame: Frame): Float64Array => {
  const answer = boostedTrees.score(state, frame);
  return answer.kind === "efficiency" ? answer.expected : new Float64Array(0);
};
const inputsOf = (frame: Frame) => frame.columns.filter((c) => c.tag !== targetTag).map((c) => c.values);

test.each([
  ["without missing values", 0, 31, 12],
  ["with a fifth of the values missing", 0.2, 31, 12],
  ["with many small leaves", 0.1, 64, 5],
])("the fast builder gives what trying every limit gives, %s", (_, missing, leaves, leafRows) => {
  const frame = bentFrame(220, 3, 0.3, missing);
  const target = columnOf(frame, targetTag).values;
  const settings = { rounds: 5, learningRate: 0.3, leaves, leafRows, shrinkage: 1, rowShare: 1 };
  const { residual, forest } = boost(inputsOf(frame), target, settings, quietRun());
  const slow = naiveBoost(inputsOf(frame), target, settings);
  const fast = target.map((y, i) => y - residual[i]!);
  for (const [i, e] of slow.entries()) expect(fast[i]!).toBeCloseTo(e, 9);
  const predicted = predictForest(forest, inputsOf(frame), target.length);
  for (const [i, e] of slow.entries()) if (inputsOf(frame).some((x) => !Number.isNaN(x[i]!))) expect(predicted[i]!).toBeCloseTo(e, 9);
});

test.each([
  ["a low quantile, with a fifth of the values missing", { quantile: 0.1 }, 0.2],
  ["a higher one", { quantile: 0.65 }, 0],
  ["one input known to raise and one known to lower it", { directions: [1, 0, -1] }, 0],
  ["known directions that are wrong, with missing values", { directions: [-1, -1, 1] }, 0.2],
])("so it does for %s", (_, special, missing) => {
  const frame = bentFrame(220, 3, 0.3, missing);
  const target = columnOf(frame, targetTag).values;
  const settings = { rounds: 5, learningRate: 0.3, leaves: 20, leafRows: 8, shrinkage: 1, rowShare: 1, ...special };
  const { residual, forest } = boost(inputsOf(frame), target, settings, quietRun());
  const slow = naiveBoost(inputsOf(frame), target, settings);
  for (const [i, e] of slow.entries()) expect(target[i]! - residual[i]!).toBeCloseTo(e, 9);
  const predicted = predictForest(forest, inputsOf(frame), target.length);
  for (const [i, e] of slow.entries()) if (inputsOf(frame).some((x) => !Number.isNaN(x[i]!))) expect(predicted[i]!).toBeCloseTo(e, 9);
});

test.each([undefined, 0.2])("what is known of an input holds on every row, whatever the noise says (quantile %s)", (quantile) => {
  const draw = normal(11);
  const make = () => Float64Array.from({ length: 1500 }, draw);
  const [load, other] = [make(), make()];
  const target = load.map((x, i) => 0.3 * x + Math.sin(3 * x) + (other[i]! > 0 ? x : 0) + 0.5 * draw());
  const settings = { rounds: 80, learningRate: 0.2, leaves: 31, leafRows: 5, shrinkage: 1, rowShare: 1, directions: [1, 0], quantile };
  const { forest } = boost([load, other], target, settings, quietRun());
  const grid = Float64Array.from({ length: 400 }, (_, k) => -3 + (6 * k) / 399);
  for (const at of [-2, -0.5, 0, 0.7, 2]) {
    const along = predictForest(forest, [grid, new Float64Array(400).fill(at)], 400);
    expect(along.every((e, k) => k === 0 || e >= along[k - 1]!)).toBe(true);
    expect(along[399]!).toBeGreaterThan(along[0]!);
  }
});

test("trees that start from lines keep to a known direction where the lines themselves lead the other way", () => {
  const draw = normal(13);
  const a = Array.from({ length: 1200 }, draw);
  const b = a.map((x) => x + 0.3 * draw());
  const frame = frameOf({ a, b, [targetTag]: a.map((x, i) => 3 * Math.sin(x) - 0.4 * b[i]! + 0.2 * draw()) });
  const state = directedTrees({ b: "rises", a: "rises" }).fit([frame], boostedTrees.params.parse({ rounds: 60 }), quietRun());
  const grid = Array.from({ length: 200 }, (_, k) => -4 + k / 25);
  for (const along of [frameOf({ a: grid, b: grid.map(() => 0.5) }), frameOf({ a: grid.map(() => -1), b: grid })]) {
    const e = expectedOf(boostedTrees.deserialize(boostedTrees.serialize(state)), along);
    expect(e.every((v, k) => k === 0 || v >= e[k - 1]! - 1e-12)).toBe(true);
  }
  expect(expectedOf(state, frameOf({ a: [1.5], b: [0] }))[0]! - expectedOf(state, frameOf({ a: [-1.5], b: [0] }))[0]!).toBeGreaterThan(2);
});

test("a quantile has that share of unseen rows below it, where the noise grows as well", () => {
  const draw = normal(12);
  const make = (rows: number) => {
    const x = Float64Array.from({ length: rows }, draw);
    return { inputs: [x], target: x.map((v) => 2 * v + (0.2 + 0.3 * Math.abs(v)) * draw()) };
  };
  const [learned, unseen] = [make(4000), make(4000)];
  for (const quantile of [0.1, 0.5, 0.9]) {
    const settings = { rounds: 60, learningRate: 0.1, leaves: 8, leafRows: 40, shrinkage: 1, rowShare: 1, quantile };
    const { forest } = boost(learned.inputs, learned.target, settings, quietRun());
    const expected = predictForest(forest, unseen.inputs, 4000);
    const below = unseen.target.filter((y, i) => y <= expected[i]!).length / 4000;
    // Four standard errors of a share of 4,000, and a percent for what the trees have not learned.
    expect(Math.abs(below - quantile)).toBeLessThan(4 * Math.sqrt((quantile * (1 - quantile)) / 4000) + 0.01);
  }
});

test("a row has the same answer alone, in a batch and in another order", () => {
  const state = boostedTrees.fit([bentFrame(400, 1)], boostedTrees.params.parse({ rounds: 60, leaves: 40 }), quietRun());
  const batch = bentFrame(3000, 2, 0.1, 0.1);
  const whole = expectedOf(state, batch);
  const pick = (rows: number[]): Frame => ({
    time: Float64Array.from(rows, (r) => batch.time[r]!),
    columns: batch.columns.map((c) => ({ ...c, values: Float64Array.from(rows, (r) => c.values[r]!) })),
  });
  for (const row of [0, 1, 1500, 2999]) expect(expectedOf(state, pick([row]))[0]).toBe(whole[row]);
  const backwards = expectedOf(state, pick(Array.from({ length: 3000 }, (_, i) => 2999 - i)));
  expect(backwards.reverse()).toEqual(whole);
});

test("the same seed gives the same bytes, with a share of the rows as well; the frames stay as they were", () => {
  const frame = bentFrame(500, 4, 0.1, 0.1);
  const before = structuredClone(frame);
  const some = boostedTrees.params.parse({ rounds: 30, rowShare: 0.6 });
  const saved = (seed: number) => boostedTrees.serialize(boostedTrees.fit([frame], some, quietRun(seed)));
  expect(saved(5)).toEqual(saved(5));
  expect(saved(5)).not.toEqual(saved(6));
  expect(frame).toEqual(before);
});

test("saved and loaded, it answers the same to the bit", () => {
  for (const settings of [params, fromMean]) {
    const state = boostedTrees.fit([bentFrame(300, 5)], settings, quietRun());
    const frame = bentFrame(200, 6, 0.1, 0.1);
    expect(expectedOf(boostedTrees.deserialize(structuredClone(boostedTrees.serialize(state))), frame)).toEqual(expectedOf(state, frame));
  }
});

test("a saved state that does not hold together is refused", () => {
  const saved = boostedTrees.serialize(boostedTrees.fit([bentFrame(300, 5)], params, quietRun()));
  const left = Int32Array.from(saved.left as Int32Array);
  left[0] = 1_000_000;
  expect(() => boostedTrees.deserialize({ ...saved, left })).toThrow(/do not hold together/);
  expect(() => boostedTrees.deserialize({ ...saved, value: "x" })).toThrow(/value/);
});

test("a row without any input has no expectation; one with a hole has one", () => {
  const state = boostedTrees.fit([bentFrame(300, 5)], params, quietRun());
  const e = expectedOf(state, frameOf({ a: [Number.NaN, 0], b: [Number.NaN, Number.NaN], c: [Number.NaN, 1] }));
  expect(e[0]).toBeNaN();
  expect(Number.isFinite(e[1])).toBe(true);
});

test("that a value is missing is learned like a value", () => {
  const x = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? Number.NaN : Math.sin(i)));
  const target = x.map((v) => (Number.isNaN(v) ? 5 : 1));
  const state = boostedTrees.fit([frameOf({ x, [targetTag]: target })], fromMean, quietRun());
  const e = expectedOf(state, frameOf({ x: [Number.NaN, 0.3], y: [0, 0] }));
  expect(e[1]).toBeCloseTo(1, 0);
});

test("bends and steps are learned to near the noise, and a useless input has hardly a share", () => {
  const state = boostedTrees.fit([bentFrame(3000, 8)], boostedTrees.params.parse({}), quietRun());
  const unseen = bentFrame(1000, 9);
  expect(rmse(expectedOf(state, unseen), columnOf(unseen, targetTag).values)).toBeLessThan(0.15);
  const shares = Array.from({ length: 100 }, (_, row) => boostedTrees.explain(state, unseen, row));
  for (const row of shares) expect(row.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  const useless = shares.reduce((sum, row) => sum + row.find(({ tag }) => tag === "c")!.share, 0) / 100;
  expect(useless).toBeLessThan(0.1);
});

test("beyond the data a trend of the target goes on instead of stopping at the edge", () => {
  const x = Array.from({ length: 500 }, (_, i) => i / 100);
  const state = boostedTrees.fit([frameOf({ x, [targetTag]: x.map((v) => 3 * v) })], params, quietRun());
  expect(expectedOf(state, frameOf({ x: [7] }))[0]).toBeCloseTo(21, 0);
});

test("after a few rounds the answer is that of a fit with a few rounds", () => {
  const frame = bentFrame(300, 10);
  const long = boostedTrees.fit([frame], params, quietRun());
  const short = boostedTrees.fit([frame], { ...params, rounds: 20 }, quietRun());
  const [after20, after60] = boostedTrees.expectedAfter(long, frame, [20, 60]);
  expect(after20).toEqual(expectedOf(short, frame));
  expect(after60).toEqual(expectedOf(long, frame));
});

test("too few rows are a finding, not an exception", () => {
  expect(boostedTrees.sufficiency([bentFrame(20, 1)], params)[0]).toMatchObject({ code: "model.too-few-rows", severity: "blocking" });
  expect(boostedTrees.sufficiency([bentFrame(100, 1)], params)).toEqual([]);
});

test("asked to stop, it stops", () => {
  let ticks = 0;
  const stop = new Error("stop");
  const run = {
    seed: 1,
    tick: () => {
      if (++ticks === 3) throw stop;
    },
  };
  expect(() => boostedTrees.fit([bentFrame(300, 1)], params, run)).toThrow(stop);
});

test("few values get a bin each, many are cut at quantiles, and a run of equal ones is never divided", () => {
  expect([...binLimits(Float64Array.of(3, 1, 2, 2, Number.NaN, 1))]).toEqual([1.5, 2.5]);
  expect([...binLimits(Float64Array.of(7, 7, 7))]).toEqual([]);
  const many = Float64Array.from({ length: 10_000 }, (_, i) => (i < 5000 ? 0 : i));
  const limits = binLimits(many);
  expect(limits.length).toBeLessThanOrEqual(254);
  expect([...limits].every((l, k) => k === 0 || l > limits[k - 1]!)).toBe(true);
  const bins = new Uint8Array(many.length);
  fillBins(many, 0, many.length, limits, bins);
  expect(new Set(bins.subarray(0, 5000)).size).toBe(1);
});

test("neighbouring doubles stay in bins of their own", () => {
  const low = 1;
  const high = 1 + Number.EPSILON;
  const limits = binLimits(Float64Array.of(low, high));
  const bins = new Uint8Array(3);
  fillBins(Float64Array.of(low, high, Number.NaN), 0, 3, limits, bins);
  expect([...bins]).toEqual([0, 1, missingBin]);
});
