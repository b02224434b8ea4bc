import { expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { controlCharts } from "../../../../main/analysis/models/control-charts.ts";
import { normalQuantile } from "../../../../main/analysis/signal/normal-quantile.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { naiveControlCharts } from "../../../naive/analysis/control-charts.ts";

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
const params = { memory: 5, shape: true };
const state = controlCharts.fit([frame], params, quietRun());
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

test("one reference row in a hundred has a score above one half on each chart", () => {
  const shewhart = controlCharts.fit([frame], { memory: 0, shape: true }, quietRun());
  const { score } = controlCharts.score(shewhart, frame) as { score: Float64Array };
  expect(score.filter((s) => s > 0.5).length / rows).toBeCloseTo(0.01, 3);
});

test("an explanation tells how far each tag is from its centre line, in its unit", () => {
  const [first, second] = controlCharts.explain(state, asked(4.4, 1455), 0);
  expect(first).toMatchObject({ tag: "pressure" });
  expect(first!.residual).toBeCloseTo(0.4, 2);
  expect(second!.residual).toBeCloseTo(5, 0);
  expect(first!.share).toBeGreaterThan(0.9);
});

/** The log with a pressure that is off by that many standard deviations from row 2000 on. */
function shifted(by: number): Frame {
  const [pressure, speed] = frame.columns;
  return {
    time: frame.time,
    columns: [{ ...pressure!, values: pressure!.values.map((v, i) => v + (i >= 2000 ? 0.1 * by : 0)) }, speed!],
  };
}
const statisticsOf = (log: Frame) => {
  const answer = controlCharts.score(state, controlCharts.lookBack!.widen(state, log));
  if (answer.kind !== "anomaly") throw new Error("Charts tell of anomalies.");
  return { ...answer.statistics, score: answer.score } as Record<"deviation" | "ewma" | "cusum" | "score", Float64Array>;
};

test("the charts say of every row what charts drawn by hand say", () => {
  const log = shifted(0.7);
  const charts = statisticsOf(log);
  for (const row of [0, 9, 10, 309, 310, 311, 2000, 2050, 2319, 3999]) {
    const byHand = naiveControlCharts(state, log, row);
    expect(charts.ewma[row], `EWMA of row ${row}`).toBeCloseTo(byHand.ewma, 9);
    expect(charts.cusum[row], `CUSUM of row ${row}`).toBeCloseTo(byHand.cusum, 9);
  }
});

test("a shift of one standard deviation is lost on Shewhart charts and plain on the CUSUM", () => {
  const normal = statisticsOf(frame);
  const off = statisticsOf(shifted(1));
  const highest = (values: Float64Array, from: number) => Math.max(...values.subarray(from));
  expect(highest(off.deviation, 2000)).toBeLessThan(1.35 * highest(normal.deviation, 0));
  expect(highest(off.cusum, 2000)).toBeGreaterThan(3 * highest(normal.cusum, 0));
});

test("rows that resemble their neighbours are not counted as independent", () => {
  let level = 0;
  const slow = Float64Array.from({ length: rows }, () => (level = 0.995 * level + 0.1 * normal()));
  const wandering = { time: frame.time, columns: [{ tag: "level", unit: "m", values: slow }] };
  const charts = controlCharts.fit([wandering], params, quietRun());
  // The mean over 320 rows varies nearly as the rows do; of independent rows it would vary a fifth as much, each of them being 32 values apart.
  expect(charts.windowScale[4]! / charts.scale[0]!).toBeGreaterThan(0.5);
  expect(state.windowScale[4]! / state.scale[0]!).toBeLessThan(0.25);
});

test("no window reaches over a gap, and none rests on more rows than it says", () => {
  const late = { ...frame, time: frame.time.map((t, i) => t + (i >= 1000 ? 86_400_000 : 0)) };
  const widened = controlCharts.lookBack!.widen(state, late);
  const longest = widened.columns[5]!.values;
  expect([longest[309], longest[310]].map((v) => Number.isNaN(v!))).toEqual([true, false]);
  expect([longest[999], longest[1000], longest[1309], longest[1310]].map((v) => Number.isNaN(v!))).toEqual([false, true, true, false]);
  const back = controlCharts.lookBack!.rows(state);
  const alone = controlCharts.lookBack!.widen(state, {
    time: frame.time.subarray(2000 - back, 2001),
    columns: frame.columns.map((c) => ({ ...c, values: c.values.subarray(2000 - back, 2001) })),
  });
  const whole = controlCharts.lookBack!.widen(state, frame);
  for (const [k, column] of alone.columns.entries()) expect(column.values.at(-1)).toBe(whole.columns[k]!.values[2000]);
});

test("charts that were saved before they had a memory are Shewhart charts", () => {
  const { tags, mean, scale, deviationScale } = controlCharts.serialize(state);
  const old = { tags: tags!, mean: mean!, scale: scale!, deviationScale: deviationScale! };
  const read = controlCharts.deserialize(old);
  expect(controlCharts.lookBack!.widen(read, frame)).toEqual(frame);
  expect(Object.keys((controlCharts.score(read, frame) as { statistics: object }).statistics)).toEqual(["deviation"]);
});

test("a cycle that lost its shape and kept its level is seen by the chart of shapes alone", () => {
  const cycle = (rows: number, broken: number) =>
    Float64Array.from({ length: rows }, (_, i) => {
      const phase = (i % 100) / 100;
      // The same values in the other order, once.
      return Math.sin(2 * Math.PI * (i >= broken && i < broken + 100 ? 2 * phase : phase)) + 0.02 * normal();
    });
  const log = (values: Float64Array): Frame => ({
    time: Float64Array.from({ length: values.length }, (_, i) => 60_000 * i),
    columns: [{ tag: "pressure", unit: "bar", values }],
  });
  const reference = log(cycle(2000, -1000));
  const charts = controlCharts.fit([reference], params, quietRun());
  expect(charts.shapeWindow).toBe(50);
  const answer = (of: typeof charts) =>
    controlCharts.score(of, controlCharts.lookBack!.widen(of, log(cycle(1000, 500)))) as { score: Float64Array };
  const { score } = answer(charts);
  const blind = answer(controlCharts.fit([reference], { memory: 5, shape: false }, quietRun())).score;
  const peak = (some: Float64Array, from: number, to: number) => Math.max(...some.subarray(from, to));
  expect(peak(score, 500, 660)).toBeGreaterThan(0.95);
  expect(peak(score, 660, 1000)).toBeLessThan(0.7);
  expect(peak(blind, 500, 660)).toBeLessThan(0.7);
});

test("a log of several tags has no chart of shapes", () => {
  expect(state.shapeWindow).toBe(0);
});
