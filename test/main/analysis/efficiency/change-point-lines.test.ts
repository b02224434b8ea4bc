import { expect, test } from "vitest";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { type ChangePointParams, changePointLines } from "../../../../main/analysis/efficiency/change-point-lines.ts";
import { targetTag } from "../../../../main/analysis/models/target.ts";
import { frameOf, normal, rmse } from "../models/efficiency-frames.ts";

const learn = (frame: Frame, form: ChangePointParams["form"]) => changePointLines.fit([frame], { form }, quietRun());
const answerOf = (state: ReturnType<typeof learn>, frame: Frame) => {
  const answer = changePointLines.score(state, frame);
  if (answer.kind !== "efficiency") throw new Error("no expectation");
  return answer;
};

/** Heated below 12 °C, cooled above 19 °C, in Kelvin so that nothing is near zero; output counts as a straight line. */
function heatedHall(rows: number, seed: number, noise = 0.5): Frame {
  const draw = normal(seed);
  const outside = Array.from({ length: rows }, () => 273.15 + 15 + 9 * draw());
  const output = Array.from({ length: rows }, () => 40 + 5 * draw());
  const energy = outside.map((t, i) => 50 + 3 * Math.max(0, 285.15 - t) + 2 * Math.max(0, t - 292.15) + 0.7 * output[i]! + noise * draw());
  return frameOf({ output, outside, [targetTag]: energy });
}

test("five parameters find both balance points, both slopes and the base load again", () => {
  const state = learn(heatedHall(800, 1), "five-parameter");
  const bent = [...state.input].flatMap((j, k) =>
    state.side[k] === 0 ? [] : [{ tag: state.tags[j], side: state.side[k], at: state.at[k]!, slope: state.slope[k]! }],
  );
  expect(bent.map(({ tag, side }) => [tag, side])).toEqual([
    ["outside", -1],
    ["outside", 1],
  ]);
  expect(Math.abs(bent[0]!.at - 285.15)).toBeLessThan(0.3);
  expect(Math.abs(bent[1]!.at - 292.15)).toBeLessThan(0.3);
  expect(bent[0]!.slope).toBeCloseTo(3, 1);
  expect(bent[1]!.slope).toBeCloseTo(2, 1);
  const { expected } = answerOf(state, frameOf({ output: [40], outside: [288.15] }));
  expect(expected[0]).toBeCloseTo(78, 0);
});

test("each form errs less than the poorer one on a hall that is heated and cooled", () => {
  const unseen = heatedHall(800, 3);
  const off = (form: ChangePointParams["form"]) =>
    rmse(answerOf(learn(heatedHall(800, 2), form), unseen).expected, columnOf(unseen, targetTag).values);
  const [straight, three, four, five] = (["straight-line", "three-parameter", "four-parameter", "five-parameter"] as const).map(off);
  expect(three!).toBeLessThan(straight!);
  expect(four!).toBeLessThan(three!);
  expect(five!).toBeLessThan(four!);
  expect(five!).toBeLessThan(0.55);
});

test("inputs that say the same, or never change, get no line of their own and do no harm", () => {
  const frame = heatedHall(300, 4);
  const outside = columnOf(frame, "outside").values;
  const more: Frame = {
    ...frame,
    columns: [
      ...frame.columns,
      { tag: "celsius", unit: "", values: outside.map((t) => t - 273.15) },
      { tag: "flat", unit: "", values: outside.map(() => 7) },
    ],
  };
  const state = learn(more, "five-parameter");
  expect([...state.input].map((j) => state.tags[j])).not.toContain("flat");
  expect(rmse(answerOf(state, more).expected, columnOf(frame, targetTag).values)).toBeLessThan(0.6);
});

test("its standard error is that of a new row, and grows away from the data", () => {
  const state = learn(heatedHall(800, 5), "five-parameter");
  const { sigma } = answerOf(state, frameOf({ output: [40, 40], outside: [288.15, 400] }));
  expect(sigma[0]).toBeGreaterThan(0.45);
  expect(sigma[0]).toBeLessThan(0.55);
  expect(sigma[1]!).toBeGreaterThan(1.3 * sigma[0]!);
});

test("a row with a missing input has no expectation, and is left out of the fit", () => {
  const frame = heatedHall(400, 6);
  columnOf(frame, "outside").values[10] = Number.NaN;
  const { expected, sigma } = answerOf(learn(frame, "five-parameter"), frame);
  expect([expected[10], sigma[10]]).toEqual([Number.NaN, Number.NaN]);
  expect(expected.filter(Number.isNaN)).toHaveLength(1);
});

test("a state that does not hold together is refused", () => {
  const saved = changePointLines.serialize(learn(heatedHall(100, 7), "four-parameter"));
  expect(() => changePointLines.deserialize({ ...saved, slope: new Float64Array(1) })).toThrow(/do not hold together/);
});
