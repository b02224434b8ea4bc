import { describe, expect, test } from "vitest";
import { drillFaults } from "#shared/domain/fault-drill.ts";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { usualDelays } from "../../../../main/analysis/episodes/delays.ts";
import { findIntervals } from "../../../../main/analysis/episodes/intervals.ts";
import { fitPreparation, prepare } from "../../../../main/analysis/features/preparation.ts";
import { rangeRows } from "../../../../main/analysis/features/range-rows.ts";
import { drillFamily } from "../../../../main/analysis/health/drill.ts";
import { faultyValues } from "../../../../main/analysis/health/drill-fault.ts";
import { drillDelay, drillOutcomes } from "../../../../main/analysis/health/drill-outcomes.ts";
import { type Drill, planDrills } from "../../../../main/analysis/health/drill-plan.ts";
import { heldOutScores } from "../../../../main/analysis/health/held-out.ts";
import { heldOutModels } from "../../../../main/analysis/health/held-out-models.ts";
import { pca } from "../../../../main/analysis/models/pca.ts";
import { completeRows } from "../../../../main/analysis/signal/complete-rows.ts";
import { day, exampleLog, minute } from "./example-log.ts";

const drill = (change: Partial<Drill>): Drill => ({
  fault: "step",
  tag: "flow",
  companion: "speed",
  size: 2,
  block: 0,
  from: 10,
  to: 20,
  donor: 100,
  seed: 3,
  ...change,
});

describe("a planted fault", () => {
  const values = Float64Array.from({ length: 200 }, (_, i) => 50 + Math.sin(i));
  const change = (wish: Partial<Drill>) => faultyValues(drill(wish), values, 3).map((v, i) => v - values[10 + i]!);

  test("that is a step is there at once, by its size in standard deviations of the tag", () => {
    for (const difference of change({})) expect(difference).toBeCloseTo(6, 9);
  });

  test("that is a drift grows evenly and reaches its size with the last row; a degradation grows faster and faster", () => {
    const drift = change({ fault: "drift", size: -2 });
    expect(drift[4]).toBeCloseTo(-3, 9);
    expect(drift[9]).toBeCloseTo(-6, 9);
    const slow = change({ fault: "degradation" });
    expect(slow[4]).toBeCloseTo(1.5, 9);
    expect(slow[9]).toBeCloseTo(6, 9);
  });

  test("that is a stuck value repeats the first one, a lost correlation takes values of another time", () => {
    expect([...faultyValues(drill({ fault: "stuck" }), values, 3)]).toEqual(new Array(10).fill(values[10]));
    expect(faultyValues(drill({ fault: "lost-correlation" }), values, 3)).toEqual(values.slice(100, 110));
  });

  test("that is noise has its size as standard deviation and no offset", () => {
    const long = Float64Array.from({ length: 5000 }, () => 7);
    const noise = faultyValues(drill({ fault: "noise", from: 0, to: 5000 }), long, 3).map((v) => v - 7);
    expect(noise.reduce((a, b) => a + b, 0) / 5000).toBeCloseTo(0, 0);
    expect(Math.sqrt(noise.reduce((a, b) => a + b * b, 0) / 5000)).toBeCloseTo(6, 0);
  });

  test("leaves a missing value missing, and the log as it was", () => {
    const holed = values.slice();
    holed[12] = Number.NaN;
    for (const fault of drillFaults) expect(faultyValues(drill({ fault }), holed, 3)[2]).toBeNaN();
    expect(holed.filter((v) => !Number.isNaN(v))).toEqual(values.filter((_, i) => i !== 12));
  });
});

describe("the plan of the drills", () => {
  const stretches = [
    { block: 0, from: 0, to: 400 },
    { block: 1, from: 500, to: 3000 },
    { block: 1, from: 3100, to: 3200 },
  ];
  const plan = planDrills(stretches, ["a", "b", "c"], 20, 7);

  test("tries every kind of fault at the same places, and keeps inside of the block, behind the rows that lead to it", () => {
    const places = (fault: string) =>
      new Set(plan.filter((d) => d.fault === fault).map(({ tag, block, from }) => `${tag} ${block} ${from}`));
    expect(places("step")).toEqual(places("noise"));
    expect(places("step").size).toBe(12);
    for (const { from, to, block, donor } of plan) {
      expect(stretches.some((s) => s.block === block && from - 20 >= s.from && to <= s.to)).toBe(true);
      expect(stretches.some((s) => donor >= s.from && donor + to - from <= s.to)).toBe(true);
    }
  });

  test("is the same for the same seed and empty where no stretch is long enough", () => {
    expect(planDrills(stretches, ["a", "b", "c"], 20, 7)).toEqual(plan);
    expect(planDrills([{ block: 0, from: 0, to: 39 }], ["a"], 20, 7)).toEqual([]);
  });
});

describe("drills of PCA on a pump", () => {
  const frame = exampleLog({ fault: false });
  const reference = [{ from: 0, to: 6 * day }];
  const { preparation } = fitPreparation(frame, reference);
  const prepared = prepare(preparation, frame);
  const complete = new Set(completeRows(prepared.columns.map((c) => c.values)));
  const rows = rangeRows(frame.time, reference).filter((row) => complete.has(row));
  const params = { variance: 0.85 };
  const models = heldOutModels({ family: pca, params, frame: prepared, rows, gapMs: preparation.gapMs }, quietRun());
  const heldOut = heldOutScores({ family: pca, frame: prepared, models }, quietRun());
  const drilled = () => drillFamily({ family: pca, models, frame, preparation, heldOut }, quietRun());
  const traces = drilled();
  const limit = 0.75;

  test("are the same again", () => expect(drilled()).toEqual(traces));

  test("alert when the product would on a log that holds the fault", () => {
    const { onDelayMs, offDelayMs } = usualDelays(minute);
    const rule = { value: limit, onDelayMs, offDelayMs, deadband: 0, gapMs: preparation.gapMs };
    const some = traces.filter((trace, k) => k % 9 === 0 && !trace.heldBefore.some((level) => level > limit));
    expect(some.length).toBeGreaterThan(10);
    for (const trace of some) {
      const { from, to, block } = trace.drill;
      const faulty = prepare(preparation, logWith(frame, trace.drill, trace.sigma, traces));
      const answer = pca.score(models[block]!.state as never, faulty);
      const score = (answer as { score: Float64Array }).score.map((s, i) => (i >= from - 10 && i < to ? s : Number.NaN));
      const [first] = findIntervals(frame.time, score, rule);
      expect(drillDelay(trace, limit)).toBe(first ? frame.time[first.alert]! - frame.time[from]! : null);
    }
  });

  test("are caught more often the larger they are, and the lower the limit is", () => {
    const caught = (size: number) => traces.filter((t) => Math.abs(t.drill.size) === size && drillDelay(t, 0.97) !== null).length;
    expect(caught(4)).toBeGreaterThan(caught(1));
    const all = (at: number) => drillOutcomes(traces, at).reduce((sum, o) => sum + o.caught, 0);
    expect(all(0.75)).toBeGreaterThan(all(0.99));
    expect(drillOutcomes(traces, 0.75).map((o) => o.fault)).toEqual([...drillFaults]);
    expect(drillOutcomes(traces, 1).every((o) => o.caught === 0 && o.delayMs === null)).toBe(true);
  });

  test("do not count an alert that would have been there without the fault", () => {
    const always = traces.map((t) => ({ ...t, heldBefore: t.heldBefore.map(() => 1) }));
    expect(drillOutcomes(always, limit).every((o) => o.caught === 0)).toBe(true);
  });
});

/** The whole log with that fault in it. */
function logWith(frame: Frame, planted: Drill, sigma: number, all: readonly { drill: Drill; sigma: number }[]): Frame {
  const columns = frame.columns.map((c) => ({ ...c, values: c.values.slice() }));
  const log = { time: frame.time, columns };
  columnOf(log, planted.tag).values.set(faultyValues(planted, columnOf(frame, planted.tag).values, sigma), planted.from);
  if (planted.fault === "degradation") {
    const other = all.find((t) => t.drill.tag === planted.companion)!.sigma;
    const half = { ...planted, size: planted.size / 2 };
    columnOf(log, planted.companion).values.set(faultyValues(half, columnOf(frame, planted.companion).values, other), planted.from);
  }
  return log;
}
