import { expect, test } from "vitest";
import { judgeDetection, judgeEfficiency } from "../../../main/sample/judge.ts";
import type { SampleTruth } from "../../../shared/domain/sample-truth.ts";

const hour = 3_600_000;
const day = 24 * hour;
const fault = (kind: SampleTruth["faults"][number]["kind"], from: number, to: number) => ({
  kind,
  tags: ["P101.flow"],
  from: from * day,
  fullFrom: to * day,
  to: to * day,
  severity: "",
  data: {},
  detectableFrom: null,
});
const loss = (name: string, healthy_kWh: number, lossPercent: number) => ({
  day: name,
  volume_m3: 1000,
  energy_kWh: healthy_kWh * (1 + lossPercent / 100),
  healthy_kWh,
  lossPercent,
});
const truth: SampleTruth = {
  version: 1,
  seed: 1,
  start: 0,
  days: 30,
  intervalMs: 60_000,
  reference: { from: 0, to: 2 * day },
  faults: [fault("cavitation", 4, 6), fault("fouling", 10, 15)],
  benign: [],
  efficiency: {
    daily: [loss("1970-01-11", 100, 2), loss("1970-01-12", 300, 4), loss("1970-01-13", 100, 0)],
    lossPercent: 2.8,
    energy_kWh: 514,
    lost_kWh: 14,
    throughput_m3_a: 1,
  },
};
const scored = { from: 2 * day, to: 25 * day };
const judge = (episodes: { from: number; to: number }[], margin_ms = 0) =>
  judgeDetection(
    truth,
    episodes.map(({ from, to }) => ({ from: from * day, to: to * day })),
    scored,
    margin_ms,
  );

test("an alert inside a fault finds it, with its delay and its lead", () => {
  const { planted, found, falseAlerts, perFault } = judge([{ from: 5, to: 5.5 }]);
  expect({ planted, found, falseAlerts }).toEqual({ planted: 2, found: 1, falseAlerts: 0 });
  expect(perFault).toEqual([
    { kind: "cavitation", found: true, delayHours: 24, leadHours: 24 },
    { kind: "fouling", found: false, delayHours: null, leadHours: null },
  ]);
});

test("an alert outside every fault is a false alert, counted per week without faults", () => {
  const { falseAlerts, falseAlertsPerWeek, falseAlertShare } = judge([
    { from: 8, to: 9 },
    { from: 20, to: 20.6 },
  ]);
  expect(falseAlerts).toBe(2);
  // 23 days scored, 7 of them with a fault.
  expect(falseAlertsPerWeek).toBeCloseTo(2 / (16 / 7), 12);
  expect(falseAlertShare).toBeCloseTo(1.6 / 16, 12);
});

test("one alert over the whole log finds nothing and is false", () => {
  const { found, falseAlerts } = judge([{ from: 2, to: 25 }]);
  expect({ found, falseAlerts }).toEqual({ found: 0, falseAlerts: 1 });
});

test("an alert that begins before a fault and lies mostly in it has no delay", () => {
  expect(judge([{ from: 9.5, to: 14 }]).perFault[1]).toEqual({ kind: "fouling", found: true, delayHours: 0, leadHours: 120 });
});

test("an alert in the margin after a fault is neither a find nor false", () => {
  const after = [{ from: 6.05, to: 6.1 }];
  expect(judge(after, 6 * hour)).toMatchObject({ found: 0, falseAlerts: 0 });
  expect(judge(after)).toMatchObject({ found: 0, falseAlerts: 1 });
});

test("an alert of no length counts by where it is", () => {
  expect(judge([{ from: 4, to: 4 }])).toMatchObject({ found: 1, falseAlerts: 0 });
  expect(judge([{ from: 3.9, to: 3.9 }])).toMatchObject({ found: 0, falseAlerts: 1 });
});

test("what lies outside the scored range is not judged", () => {
  expect(judge([{ from: 0.5, to: 1 }])).toMatchObject({ falseAlerts: 0 });
  expect(judgeDetection(truth, [], { from: 7 * day, to: 25 * day }).planted).toBe(1);
});

test("a range that is all fault has no false alert rate", () => {
  expect(judgeDetection(truth, [], { from: 11 * day, to: 12 * day }).falseAlertsPerWeek).toBeNaN();
});

test("losses are weighted by the healthy plant's energy", () => {
  const verdict = judgeEfficiency(truth, [
    { day: "1970-01-11", percent: 1 },
    { day: "1970-01-12", percent: 4 },
  ]);
  expect(verdict.trueLossPercent).toBeCloseTo(3.5, 12);
  expect(verdict.foundLossPercent).toBeCloseTo(3.25, 12);
  expect(verdict.ratio).toBeCloseTo(3.25 / 3.5, 12);
  expect(verdict.meanAbsoluteError).toBeCloseTo(0.5, 12);
});

test("a day without an answer or without a truth is left out", () => {
  const verdict = judgeEfficiency(truth, [
    { day: "1970-01-11", percent: Number.NaN },
    { day: "1970-01-12", percent: 4 },
    { day: "1999-01-01", percent: 50 },
  ]);
  expect(verdict).toMatchObject({ trueLossPercent: 4, foundLossPercent: 4, ratio: 1, days: 1 });
});

test("where nothing was lost there is no ratio", () => {
  expect(judgeEfficiency(truth, [{ day: "1970-01-13", percent: 0.1 }]).ratio).toBeNaN();
});
