import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { frontier, type RatedSteps } from "../../../../main/analysis/efficiency/frontier.ts";
import type { LearnedExpectation, Operation } from "../../../../main/analysis/efficiency/operation.ts";
import { linear } from "../../../../main/analysis/models/linear.ts";
import { targetTag } from "../../../../main/analysis/models/target.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** A plant of which every fourth day is run 4 % better than the others, at any load. */
function plant(rows: number, better: "lower" | "higher" = "lower"): Operation {
  const draw = random(1);
  const load = Float64Array.from({ length: rows }, () => 100 + 60 * draw());
  const time = Float64Array.from({ length: rows }, (_, i) => i * hour);
  const sign = better === "lower" ? 1 : -1;
  const measured = load.map((x, i) => (50 + 0.2 * x) * (1 - (Math.floor(i / 24) % 4 === 0 ? sign * 0.04 : 0)));
  const usual = load.map((x) => (50 + 0.2 * x) * (1 - sign * 0.01));
  const frame = {
    time,
    columns: [
      { tag: "load", unit: "", values: load },
      { tag: targetTag, unit: "", values: measured },
    ],
  };
  const state = linear.serialize(linear.fit([frame], linear.params.parse({ shape: "straight" }), quietRun(1)));
  const byConditions: LearnedExpectation = { tags: ["load"], familyId: linear.id, state, shares: [1], unseen: usual };
  return {
    better,
    stepMs: hour,
    inOrder: true,
    conditions: ["load"],
    settings: [],
    constraints: [],
    units: { load: "t/h" },
    time,
    measured,
    throughput: load,
    values: { load },
    byConditions,
    bySettings: null,
    present: {},
  };
}

const asked = (loads: readonly number[], measured: readonly number[]): RatedSteps => ({
  time: Float64Array.from(loads, (_, i) => 1000 * day + i * hour),
  measured: Float64Array.from(measured),
  throughput: Float64Array.from(loads),
  conditions: [Float64Array.from(loads)],
  excessScale: 2,
});

test("the frontier is what the best like days have shown, at the load that was asked", () => {
  for (const load of [110, 130, 150]) {
    const { steps } = frontier(plant(960), asked([load], [100]));
    expect(steps.frontier[0]! / ((50 + 0.2 * load) * 0.96)).toBeCloseTo(1, 2);
  }
});

test("where more is better the frontier lies above", () => {
  const { steps, totals } = frontier(plant(960, "higher"), asked([130], [76]));
  expect(steps.frontier[0]! / (76 * 1.04)).toBeCloseTo(1, 2);
  expect(totals.opportunityPercent).toBeGreaterThan(3);
});

test("the days that prove it are days that were run better", () => {
  const { proof, daily } = frontier(plant(960), asked([120, 130, 140], [74, 76, 78]));
  expect(proof.length).toBeGreaterThan(2);
  for (const { time, betterPercent, hours } of [...proof, ...daily.proof[0]!]) {
    expect((time / day) % 4).toBe(0);
    expect(betterPercent).toBeGreaterThan(2);
    expect(hours).toBeGreaterThan(0);
  }
});

test("an opportunity is measured over frontier, weighted by throughput, and adds up over days", () => {
  const { totals, daily, steps } = frontier(plant(960), asked([120, 130, 140], [74, 76, 78]));
  const lost = [74, 76, 78].reduce((sum, m, i) => sum + (m - steps.frontier[i]!) * [120, 130, 140][i]!, 0);
  expect(totals.opportunity).toBeCloseTo(2 * lost, 8);
  expect(daily.opportunity.reduce((a, b) => a + b, 0)).toBeCloseTo(totals.opportunity, 8);
});

test("nothing is claimed where the baseline was never alike, nor of a step that was not judged", () => {
  const { steps, totals } = frontier(plant(960), asked([130, 400, 130], [76, 130, Number.NaN]));
  expect([...steps.frontier].map(Number.isFinite)).toEqual([true, false, false]);
  expect(totals.coverage).toBeCloseTo(130 / 530, 8);
});
