import { expect, test } from "vitest";
import { EfficiencyResult } from "#shared/domain/efficiency.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { quietRun } from "#shared/domain/run.ts";
import { fitEfficiency } from "../../../../main/analysis/efficiency/fit-efficiency.ts";
import { rateEfficiency } from "../../../../main/analysis/efficiency/rate-efficiency.ts";
import { loadEfficiency } from "../../../../main/analysis/efficiency/saved-efficiency.ts";
import { normal } from "../models/efficiency-frames.ts";
import { baselineOf, day, examplePlant, hour, reportingOf, specificEnergy, start } from "./example-plant.ts";

const learn = (frame: Frame, kpi: KpiDefinition = specificEnergy, baseline = baselineOf(0, 30)) => {
  const { fitted, findings } = fitEfficiency({ frame, kpi, baseline }, quietRun(1));
  if (!fitted) throw new Error(findings.map((f) => f.message).join(" "));
  return fitted;
};
const rate = (frame: Frame, saved: ReturnType<typeof learn>["saved"], reporting = reportingOf(30, 60)) =>
  rateEfficiency({ saved, frame, reporting }, quietRun(1));
const codes = (of: { findings: { code: string }[] }) => of.findings.map((f) => f.code);

const lossy = examplePlant({ days: 60, seed: 1, loss: 0.03, lossFrom: 30 });
const fitted = learn(lossy);
const rated = rate(lossy, fitted.saved);

test("a planted loss of 3 % is found to within a tenth, inside its interval, by day, in sum and as an amount", () => {
  const { totals, daily, steps } = rated;
  expect(totals.lossPercent).toBeGreaterThan(2.7);
  expect(totals.lossPercent).toBeLessThan(3.3);
  expect(totals.lossPercentInterval.low).toBeLessThan(3);
  expect(totals.lossPercentInterval.high).toBeGreaterThan(3);
  expect(totals.lossPercentInterval.high - totals.lossPercentInterval.low).toBeLessThan(1.5);
  expect(daily.time.length).toBe(30);
  expect(daily.excess.reduce((a, b) => a + b, 0)).toBeCloseTo(totals.excess, 6);
  expect(steps.cumulative.at(-1)).toBeCloseTo(totals.excess, 6);
  expect(totals.excess).toBeCloseTo((totals.measured - totals.expected) * totals.throughput, 6);
  expect(totals.excess).toBeCloseTo((totals.lossPercent / 100) * totals.expectedAmount, 6);
  expect(rated).toMatchObject({ unit: "kWh/m3", excessUnit: "kWh" });
  expect(totals).toMatchObject({ throughputUnit: "m3", coverage: 1, hours: 720 });
  expect(EfficiencyResult.parse(rated)).toEqual(rated);
});

test("its error is said in words and is near the noise of an hour", () => {
  const { error } = fitted.card;
  expect(error.cvRmse).toBeGreaterThan(0.004);
  expect(error.cvRmse).toBeLessThan(0.012);
  expect(error).toMatchObject({ scheme: "time-blocks", folds: 5, n: 720 });
  const words = fitted.card.findings.find((f) => f.code === "efficiency.error-words")!;
  expect(words.message).toContain(`${Number((100 * error.cvRmse).toPrecision(3))} % of the KPI on steps it has not seen`);
  expect(fitted.card.candidates.map((c) => c.familyId)).toEqual(["change-points", "linear", "boosted-trees"]);
});

test("a plant without a loss is told from one with a loss", () => {
  const same = examplePlant({ days: 60, seed: 2 });
  const { totals } = rate(same, learn(same).saved);
  expect(Math.abs(totals.lossPercent)).toBeLessThan(0.6);
  expect(totals.lossPercentInterval.low).toBeLessThan(0);
  expect(totals.lossPercentInterval.high).toBeGreaterThan(0);
});

test("where more is better, a loss is what is below expected", () => {
  const output: KpiDefinition = { ...specificEnergy, formula: "P.flow / P.power", unit: "m3/kWh", better: "higher" };
  const { totals, excessUnit } = rate(lossy, learn(lossy, output).saved);
  expect(totals.lossPercent).toBeGreaterThan(2.6);
  expect(totals.lossPercent).toBeLessThan(3.3);
  expect(totals.excess).toBeGreaterThan(0);
  expect(excessUnit).toBe("m3");
});

test("saved, copied and rated again, everything is equal to the bit; so is a second fit", () => {
  expect(rate(lossy, structuredClone(fitted.saved))).toEqual(rated);
  expect(learn(lossy)).toEqual(fitted);
});

test("fitting and rating leave the frame as it was", () => {
  const frame = examplePlant({ days: 20, seed: 5 });
  const before = structuredClone(frame);
  rate(frame, learn(frame, specificEnergy, baselineOf(0, 14)).saved, reportingOf(14, 20));
  expect(frame).toEqual(before);
});

test("gaps are not judged and not filled; they lower the coverage and keep the running sum", () => {
  const frame = structuredClone(lossy);
  const flow = frame.columns[1]!.values;
  for (let i = 0; i < flow.length; i++) if (frame.time[i]! >= start + 40 * day && frame.time[i]! < start + 50 * day) flow[i] = Number.NaN;
  const result = rate(frame, fitted.saved);
  expect(result.totals.coverage).toBeCloseTo(2 / 3, 2);
  expect(codes(result)).toContain("efficiency.coverage-low");
  expect(result.daily.lossPercent.filter(Number.isNaN).length).toBe(10);
  expect(result.daily.excess.filter(Number.isNaN).length).toBe(10);
  const at = (onDay: number) => result.steps.time.findIndex((t) => t === start + onDay * day);
  expect(result.steps.excess[at(45)]).toBeNaN();
  expect(result.steps.cumulative[at(50) - 1]).toBe(result.steps.cumulative[at(40) - 1]);
});

test("hours in which the pump stands do not lower the coverage", () => {
  const frame = structuredClone(lossy);
  for (const [i, t] of frame.time.entries())
    if (t >= start + 40 * day && t < start + 41 * day) for (const tag of [0, 1, 3]) frame.columns[tag]!.values[i] = 0;
  const { totals } = rate(frame, fitted.saved);
  expect(totals.coverage).toBe(1);
  expect(totals.hours).toBe(29 * 24);
});

const withMoreFlow = (by: number): Frame => {
  const frame = structuredClone(lossy);
  const flow = frame.columns[1]!.values;
  for (let i = 0; i < flow.length; i++) if (frame.time[i]! >= start + 45 * day) flow[i] = flow[i]! + by;
  return frame;
};

test("conditions the baseline has not seen are flagged, with the variable that left its range", () => {
  const result = rate(withMoreFlow(35), fitted.saved);
  expect(result.totals.extrapolatedShare).toBeGreaterThan(0.06);
  expect(result.findings.find((f) => f.code === "efficiency.extrapolated")).toMatchObject({ data: { tag: "P.flow" } });
  expect(rated.totals.extrapolatedShare).toBeLessThan(0.05);
  expect(codes(rated)).not.toContain("efficiency.refused");
});

test("far outside of what the baseline has seen nothing is expected, and no loss is claimed", () => {
  const { steps, totals, findings } = rate(withMoreFlow(150), fitted.saved);
  const later = [...steps.time.keys()].filter((i) => steps.time[i]! >= start + 45 * day);
  expect(later.filter((i) => Number.isFinite(steps.expected[i]! + steps.excess[i]!))).toEqual([]);
  expect(totals.coverage).toBeCloseTo(0.5, 2);
  expect(totals.lossPercent).toBeGreaterThan(2.4);
  expect(totals.lossPercent).toBeLessThan(3.6);
  expect(findings.find((f) => f.code === "efficiency.refused")).toMatchObject({ severity: "warning", data: { steps: 360, tag: "P.flow" } });
});

test("a plant that changes within its baseline is said, one that does not is not", () => {
  const drifting = examplePlant({ days: 30, seed: 7, loss: 0.03, lossFrom: 18 });
  const finding = learn(drifting).card.findings.find((f) => f.code === "efficiency.drift");
  expect(finding).toBeDefined();
  expect(finding!.data.percent).toBeGreaterThan(1);
  expect(codes(fitted.card)).not.toContain("efficiency.drift");
});

test("a shuffled table is judged on blocks of rows and said to be without order", () => {
  const frame = examplePlant({ days: 20, seed: 8, stepMs: hour });
  const draw = normal(9);
  const order = [...frame.time.keys()]
    .map((i) => [draw(), i] as const)
    .sort(([a], [b]) => a - b)
    .map(([, i]) => i);
  const shuffled: Frame = {
    time: frame.time,
    columns: frame.columns.map((c) => ({ ...c, values: Float64Array.from(order, (k) => c.values[k]!) })),
  };
  const { card } = learn(shuffled, specificEnergy, baselineOf(0, 20));
  expect(card.error.scheme).toBe("row-blocks");
  expect(codes(card)).toContain("efficiency.rows-unordered");
});

test("a variable that tells nothing is left out of the curves, and that is said", () => {
  const { card } = learn(lossy, { ...specificEnergy, relevantVariables: ["P.flow", "P.vibration"] });
  expect(card.familyId).toBe("linear");
  expect(card.inputs.map((i) => i.tag)).toEqual(["P.flow"]);
  expect(codes(card)).toContain("efficiency.input-silent");
});

test("what an engineer knows of a variable is kept to everywhere, and what goes against it is set aside and said", () => {
  // Sparse and noisy where flow is high: a curve turns down there by chance.
  const noisy = examplePlant({ days: 20, seed: 3, noise: 0.08 });
  const kpi: KpiDefinition = { ...specificEnergy, formula: "P.power", unit: "kW", directions: { "P.flow": "rises" } };
  const { card, saved } = learn(noisy, kpi, baselineOf(0, 20));
  const { family, state, inputs } = loadEfficiency(saved);
  const flows = Array.from({ length: 100 }, (_, k) => card.inputs[0]!.low + (k / 99) * (card.inputs[0]!.high - card.inputs[0]!.low));
  const along: Frame = {
    time: new Float64Array(100),
    columns: inputs.map((tag) => ({ tag, unit: "", values: Float64Array.from(flows, (f) => (tag === "P.flow" ? f : 12)) })),
  };
  const answer = family.score(state, along);
  const { expected } = answer.kind === "efficiency" ? answer : { expected: new Float64Array(0) };
  expect(expected.every((e, k) => k === 0 || e >= expected[k - 1]! - 1e-9)).toBe(true);
  const opposite = learn(noisy, { ...kpi, directions: { "P.flow": "falls" } }, baselineOf(0, 20)).card;
  expect(opposite.findings.find((f) => f.code === "efficiency.against-knowledge")).toMatchObject({
    data: { count: 2, tried: 3, tags: "P.flow" },
  });
  expect(opposite.familyId).toBe("boosted-trees");
});

test("a static factor that changes after the baseline is said; one that stays is not", () => {
  const shifts = { tag: "shifts", unit: "", values: lossy.time.map((t) => (t < start + 50 * day ? 3 : 2)) };
  const frame: Frame = { ...lossy, columns: [...lossy.columns, shifts] };
  const kpi: KpiDefinition = {
    ...specificEnergy,
    staticFactors: [
      { name: "Shifts", tag: "shifts", baseline: "three" },
      { name: "Speed", tag: "P.speed", baseline: "" },
      { name: "Building", tag: null, baseline: "two halls" },
    ],
  };
  const said = rate(frame, learn(frame, kpi).saved).findings.filter((f) => f.code === "efficiency.static-factor");
  expect(said.map((f) => f.data)).toEqual([{ name: "Shifts", percent: 33.3 }]);
});

test("a model of an earlier version, which knows no static factors, is still read", () => {
  const { staticLow: _, staticHigh: __, ...earlier } = fitted.saved;
  expect(rate(lossy, earlier)).toEqual(rated);
});

test("too short a baseline is a blocking finding with its numbers, not an exception", () => {
  const { fitted: none, findings } = fitEfficiency({ frame: lossy, kpi: specificEnergy, baseline: baselineOf(0, 1) }, quietRun());
  expect(none).toBeUndefined();
  expect(findings.at(-1)).toMatchObject({ code: "efficiency.too-few-steps", severity: "blocking", data: { steps: 24, needed: 50 } });
});

test("a reporting period that overlaps the baseline, or holds nothing, is said", () => {
  expect(codes(rate(lossy, fitted.saved, reportingOf(20, 60)))).toContain("efficiency.period-overlaps");
  const empty = rate(lossy, fitted.saved, reportingOf(70, 72));
  expect(codes(empty)).toContain("efficiency.nothing-judged");
  expect(empty.totals.lossPercent).toBeNaN();
  expect(EfficiencyResult.parse(empty)).toEqual(empty);
});

test("a KPI that never changes has an error of 0 and no number that cannot be kept", () => {
  const constant = structuredClone(lossy);
  constant.columns[0]!.values.set(constant.columns[1]!.values.map((f) => 0.1 * f));
  const { card } = learn(constant, specificEnergy, baselineOf(0, 14));
  expect(card.error.cvRmse).toBeCloseTo(0, 9);
  expect(JSON.stringify(card)).not.toContain("null");
});

test("a variable missing for half of the baseline leaves a model of the other half", () => {
  const holed = structuredClone(lossy);
  const ambient = holed.columns[2]!.values;
  ambient.fill(Number.NaN, 0, ambient.length / 4);
  const { card } = learn(holed);
  expect(card.error.cvRmse).toBeLessThan(0.02);
  expect(JSON.stringify(card)).not.toContain("null");
});

test("a state that is not one is refused", () => {
  expect(() => rate(lossy, { ...fitted.saved, definition: "{" })).toThrow(/KPI cannot be read/);
});

test("asked to stop, the fit stops", () => {
  const stop = new Error("stop");
  let ticks = 0;
  const run = {
    seed: 1,
    tick: () => {
      if (++ticks === 20) throw stop;
    },
  };
  expect(() => fitEfficiency({ frame: lossy, kpi: specificEnergy, baseline: baselineOf(0, 30) }, run)).toThrow(stop);
});
