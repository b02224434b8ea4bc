import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { controlCharts } from "../../../../main/analysis/models/control-charts.ts";
import { normalQuantile } from "../../../../main/analysis/signal/normal-quantile.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

const rows = 4000;
const chance = random(11);
const normal = () => normalQuantile(0.5 + 0.999999 * (chance() - 0.5));
const frame = {
  time: Float64Array.from({ length: rows }, (_, i) => 60_000 * i),
  columns: [
    { tag: "pressure", unit: "bar", values: Float64Array.from({ length: rows }, () => 4 + 0.1 * normal()) },
    { tag: "speed", unit: "rpm", values: Float64Array.from({ length: rows }, () => 1450 + 5 * normal()) },
  ],
};
const state = controlCharts.fit([frame], {}, quietRun());
const asked = (pressure: number, speed: number) => ({
  time: Float64Array.of(0),
  columns: [
    { tag: "pressure", unit: "bar", values: Float64Array.of(pressure) },
    { tag: "speed", unit: "rpm", values: Float64Array.of(speed) },
  ],
});
const scoreOf = (pressure: number, speed: number) =>
  (controlCharts.score(state, asked(pressure, speed)) as { score: Float64Array }).score[0]!;

test("the centre lines are the means of the reference, and the worst tag decides", () => {
  expect(state.mean[0]).toBeCloseTo(4, 2);
  expect(state.scale[1]).toBeCloseTo(5, 0);
  expect(scoreOf(4.4, 1450)).toBeCloseTo(scoreOf(3.6, 1451), 1);
  expect(scoreOf(4.4, 1465)).toBe(scoreOf(4.4, 1450));
});

test("one reference row in a hundred has a score above one half", () => {
  const { score } = controlCharts.score(state, frame) as { score: Float64Array };
  expect(score.filter((s) => s > 0.5).length / rows).toBeCloseTo(0.01, 3);
});

test("an explanation tells how far each tag is from its centre line, in its unit", () => {
  const [first, second] = controlCharts.explain(state, asked(4.4, 1455), 0);
  expect(first).toMatchObject({ tag: "pressure" });
  expect(first!.residual).toBeCloseTo(0.4, 2);
  expect(second!.residual).toBeCloseTo(5, 0);
  expect(first!.share).toBeGreaterThan(0.9);
});
