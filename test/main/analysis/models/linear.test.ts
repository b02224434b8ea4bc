import { expect, test } from "vitest";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { linear } from "../../../../main/analysis/models/linear.ts";
import { cholesky, choleskySolve } from "../../../../main/analysis/models/linear-cholesky.ts";
import { targetTag } from "../../../../main/analysis/models/target.ts";
import { bentFrame, frameOf, normal, rmse } from "./efficiency-frames.ts";

const params = linear.params.parse({});
const answerOf = (state: ReturnType<typeof linear.fit>, frame: Frame) => {
  const answer = linear.score(state, frame);
  if (answer.kind !== "efficiency") throw new Error("no expectation");
  return answer;
};

test("a straight plane is found again, far outside of the data as well", () => {
  const draw = normal(1);
  const a = Array.from({ length: 300 }, () => 100 + 5 * draw());
  const b = Array.from({ length: 300 }, () => 1e-3 * draw());
  const target = a.map((x, i) => 2 * x - 3000 * b[i]! + 7 + 0.01 * draw());
  const state = linear.fit([frameOf({ a, b, [targetTag]: target })], linear.params.parse({ shape: "straight" }), quietRun());
  const { expected } = answerOf(state, frameOf({ a: [100, 200], b: [0, 0.01] }));
  expect(expected[0]).toBeCloseTo(207, 1);
  expect(expected[1]).toBeCloseTo(377, 0);
});

test("curves and products of two inputs are followed to near the noise", () => {
  const draw = normal(2);
  const make = (n: number): Frame => {
    const a = Array.from({ length: n }, draw);
    const b = Array.from({ length: n }, draw);
    return frameOf({ a, b, [targetTag]: a.map((x, i) => Math.tanh(x) + 0.4 * x * b[i]! + 0.05 * draw()) });
  };
  const state = linear.fit([make(2000)], params, quietRun());
  const unseen = make(1000);
  expect(rmse(answerOf(state, unseen).expected, columnOf(unseen, targetTag).values)).toBeLessThan(0.08);
});

test("two inputs that tell the same do not upset the fit", () => {
  const a = Array.from({ length: 200 }, (_, i) => Math.sin(i));
  const state = linear.fit([frameOf({ a, again: a, [targetTag]: a.map((x) => 5 + x) })], params, quietRun());
  expect(answerOf(state, frameOf({ a: [0.5], again: [0.5] })).expected[0]).toBeCloseTo(5.5, 2);
});

test("levels that an instrument scatters about are one knot each, so that the curve runs calmly between them", () => {
  const draw = normal(9);
  const levels = [20, 50, 50, 80];
  const valve = Array.from({ length: 1200 }, (_, i) => levels[i % 4]! + 0.05 * draw());
  const target = valve.map((v) => 0.01 * (v - 60) ** 2 + 0.5 * draw());
  const state = linear.fit([frameOf({ valve, [targetTag]: target })], params, quietRun());
  expect(state.curves.basis.knots[0]!.length).toBe(3);
  const { expected } = answerOf(state, frameOf({ valve: [35, 65] }));
  // Between the levels nothing is known but that it lies between them.
  expect(expected[0]!).toBeGreaterThan(0.9);
  expect(expected[0]!).toBeLessThan(16.1);
  expect(expected[1]!).toBeGreaterThan(-1);
  expect(expected[1]!).toBeLessThan(4.1);
});

test("its standard error is that of a new row, and grows away from the data", () => {
  const noise = 0.2;
  const draw = normal(3);
  const a = Array.from({ length: 1000 }, draw);
  const state = linear.fit([frameOf({ a, [targetTag]: a.map((x) => 3 * x + noise * draw()) })], params, quietRun());
  const { sigma } = answerOf(state, frameOf({ a: [0, 40] }));
  expect(sigma[0]).toBeGreaterThan(0.95 * noise);
  expect(sigma[0]).toBeLessThan(1.1 * noise);
  expect(sigma[1]!).toBeGreaterThan(1.5 * sigma[0]!);
});

test("a row with a missing input has no expectation, and is left out of the fit", () => {
  const frame = bentFrame(400, 4, 0.1, 0.1);
  const state = linear.fit([frame], params, quietRun());
  const { expected, sigma } = answerOf(state, frame);
  for (const [i, e] of expected.entries()) {
    const whole = ["a", "b", "c"].every((tag) => !Number.isNaN(columnOf(frame, tag).values[i]!));
    expect(Number.isNaN(e)).toBe(!whole);
    expect(Number.isNaN(sigma[i]!)).toBe(!whole);
  }
});

test("a row has the same answer alone and in a batch; the same frames give the same bytes and stay as they were", () => {
  const frame = bentFrame(300, 5);
  const before = structuredClone(frame);
  const state = linear.fit([frame], params, quietRun(1));
  expect(linear.serialize(linear.fit([frame], params, quietRun(1)))).toEqual(linear.serialize(state));
  const whole = answerOf(state, frame).expected;
  const one = { time: frame.time.slice(7, 8), columns: frame.columns.map((c) => ({ ...c, values: c.values.slice(7, 8) })) };
  expect(answerOf(state, one).expected[0]).toBe(whole[7]);
  expect(frame).toEqual(before);
});

test("saved and loaded, it answers the same to the bit; a state that does not fit is refused", () => {
  const state = linear.fit([bentFrame(300, 6)], params, quietRun());
  const saved = linear.serialize(state);
  const frame = bentFrame(50, 7);
  expect(answerOf(linear.deserialize(structuredClone(saved)), frame)).toEqual(answerOf(state, frame));
  expect(() => linear.deserialize({ ...saved, slope: new Float64Array(2) })).toThrow(/do not hold together/);
  expect(() => linear.deserialize({ ...saved, tags: ["a", "b"] })).toThrow(/do not hold together/);
});

test("the input that moves the target has the largest share", () => {
  const state = linear.fit([bentFrame(1000, 8)], params, quietRun());
  const shares = linear.explain(state, frameOf({ a: [0.8], b: [0], c: [0.3] }), 0);
  expect(shares[0]!.tag).toBe("a");
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});

test("too few complete rows are a finding, not an exception", () => {
  expect(linear.sufficiency([bentFrame(10, 1)], params)[0]).toMatchObject({ code: "model.too-few-rows", severity: "blocking" });
  expect(linear.sufficiency([frameOf({ [targetTag]: [1, 2] })], params)[0]).toMatchObject({ code: "model.no-inputs" });
});

test("a matrix that is not positive definite has no Cholesky factor; another one is solved by it", () => {
  expect(cholesky(Float64Array.of(1, 0, 2, 1), 2)).toBeUndefined();
  const x = choleskySolve(cholesky(Float64Array.of(4, 0, 2, 3), 2)!, 2, Float64Array.of(8, 7));
  expect([...x].map((v) => Number(v.toFixed(12)))).toEqual([1.25, 1.5]);
});
