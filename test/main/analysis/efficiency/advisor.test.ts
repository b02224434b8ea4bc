import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { advisor } from "../../../../main/analysis/efficiency/advisor.ts";
import { fitEfficiency } from "../../../../main/analysis/efficiency/fit-efficiency.ts";
import { learnOperation } from "../../../../main/analysis/efficiency/learn-operation.ts";
import type { Operation } from "../../../../main/analysis/efficiency/operation.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { baselineOf, day, examplePlant, hour, reportingOf, specificEnergy, start } from "./example-plant.ts";

/** The example pump with a vane that crews set for eight hours each; every percent below 90 costs 0.1 % of energy, above 120 m3/h it stays at 70. */
function withVane(better: "lower" | "higher" = "lower"): Operation {
  const frame = examplePlant({ days: 40, seed: 5, noise: 0.005 });
  const crew = random(7);
  const flow = frame.columns[1]!.values;
  const power = frame.columns[0]!.values;
  const vane = new Float64Array(flow.length);
  let set = 80;
  for (let i = 0; i < vane.length; i++) {
    if ((frame.time[i]! - start) % (8 * hour) === 0) set = [70, 80, 90][Math.floor(3 * crew())]!;
    vane[i] = (flow[i]! > 120 ? 70 : set) + 0.05 * (crew() - 0.5);
    power[i] = power[i]! * (1 + (better === "lower" ? 0.001 : -0.001) * (90 - vane[i]!));
  }
  const columns = [...frame.columns, { tag: "vane", unit: "%", values: vane }];
  const kpi = { ...specificEnergy, better, controllableTags: ["vane", "never_logged"], constraintTags: ["P.vibration"] };
  const whole = { time: frame.time, columns };
  const baseline = baselineOf(0, 30);
  const { fitted } = fitEfficiency({ frame: whole, kpi, baseline }, quietRun(1));
  return learnOperation({ ...fitted!, frame: whole, baseline, reporting: reportingOf(30, 40) }, quietRun(1))!;
}

const operation = withVane();
const advise = advisor(operation, "kWh/m3")!;
const lowLoad = { "P.flow": 100, ambient: 15 };

test("the better setting of like hours is advised, with the gain it brings", () => {
  const { advice } = advise({ conditions: lowLoad, settings: { vane: 70 } });
  expect(advice!.settings[0]!.to).toBeCloseTo(90, 0);
  expect(advice!.gainPercent).toBeCloseTo(2 / 1.02, 0);
  expect(advice!.gainInterval.low).toBeLessThan(advice!.gainPercent);
  expect(advice!.shownPercent).toBeCloseTo(advice!.gainPercent, 0);
  expect(advice!.betterHours).toBeLessThanOrEqual(advice!.hours);
  for (const { betterPercent, conditions } of advice!.examples) {
    expect(betterPercent).toBeGreaterThan(0);
    expect(conditions["P.flow"]).toBeLessThan(120);
  }
});

test("a setting that was only run at another load is not advised", () => {
  const { advice, settings, findings } = advise({ conditions: { "P.flow": 140, ambient: 15 }, settings: { vane: 70 } });
  expect(advice).toBeNull();
  expect(settings[0]!.high).toBeLessThan(90);
  expect(findings.map((f) => f.code)).toContain("advice.already-best");
});

test("nothing is advised where the best is already set, nor where the baseline never was", () => {
  expect(advise({ conditions: lowLoad, settings: { vane: 90 } }).findings.map((f) => f.code)).toEqual(["advice.already-best"]);
  expect(advise({ conditions: { "P.flow": 400, ambient: 15 }, settings: { vane: 70 } }).findings.map((f) => f.code)).toEqual([
    "advice.no-like-hours",
  ]);
});

test("a tried setting is answered with its interval and the hours that were run so", () => {
  const seen = advise({ conditions: lowLoad, settings: { vane: 70 }, tried: { vane: 80 } }).whatIf!;
  expect(seen.gainPercent).toBeCloseTo(1, 0);
  expect(seen.interval.low).toBeLessThan(seen.expected);
  expect(seen.seen).toBe(true);
  const unseen = advise({ conditions: lowLoad, settings: { vane: 70 }, tried: { vane: 120 } }).whatIf!;
  expect([unseen.seen, unseen.hours]).toEqual([false, 0]);
});

test("between the levels that crews choose the expectation does not swing", () => {
  const gain = (vane: number): number => advise({ conditions: lowLoad, settings: { vane: 70 }, tried: { vane } }).whatIf!.gainPercent;
  for (let vane = 71; vane <= 90; vane++) expect(gain(vane), `${vane} %`).toBeGreaterThan(gain(vane - 1) - 0.05);
});

test("a change larger than the plant is used to is spread over steps", () => {
  const { advice } = advise({ conditions: lowLoad, settings: { vane: 70 } });
  const [{ rate, steps, from, to }] = advice!.settings as [(typeof advice & object)["settings"][number]];
  expect(rate).toBeGreaterThan(0);
  expect(steps * rate).toBeGreaterThanOrEqual(to - from);
  expect((steps - 1) * rate).toBeLessThan(to - from);
});

test("constraint tags are told for both settings", () => {
  const { advice } = advise({ conditions: lowLoad, settings: { vane: 70 } });
  const [vibration] = advice!.constraints;
  expect(vibration!.tag).toBe("P.vibration");
  for (const of of [vibration!.now, vibration!.after]) {
    expect(of.low).toBeLessThan(of.mean);
    expect(of.high).toBeGreaterThan(of.mean);
    expect(of.mean).toBeCloseTo(2, 0);
  }
});

test("where more is better the setting that brings more is advised", () => {
  const { advice } = advisor(withVane("higher"), "kWh/m3")!({ conditions: lowLoad, settings: { vane: 70 } });
  expect(advice!.settings[0]!.to).toBeCloseTo(90, 0);
  expect(advice!.gainPercent).toBeGreaterThan(1);
  expect(advice!.after).toBeGreaterThan(advice!.now);
});

test("without anything to set there is no advisor; what is not asked is as in the last hour known", () => {
  expect(advisor({ ...operation, bySettings: null }, "kWh/m3")).toBeUndefined();
  const { conditions } = advise({});
  expect(conditions.map((c) => c.value)).toEqual(conditions.map((c) => operation.present[c.tag]));
  expect(operation.time.at(-1)).toBeLessThan(start + 30 * day);
});

test("typed bounds are kept, whatever was seen, and a typed rate says how many steps a change takes", () => {
  const bounded = advisor(operation, "kWh/m3", [{ tag: "vane", low: null, high: 84, ratePerHour: 2 }])!;
  const { advice, settings, findings } = bounded({ conditions: lowLoad, settings: { vane: 70 } });
  expect(advice!.settings[0]!.to).toBeCloseTo(80, 0);
  expect(advice!.settings[0]!.rate).toBe((2 * operation.stepMs) / hour);
  expect(settings[0]!.high).toBe(84);
  expect(findings.map((f) => f.code)).toContain("advice.bounds-kept");
});

test("hours in which a watched tag left its typed bounds speak for nothing", () => {
  const watched = operation.values["P.vibration"]!;
  const lowest = Math.min(...watched.filter(Number.isFinite));
  const forbidden = advisor(operation, "kWh/m3", [{ tag: "P.vibration", low: null, high: lowest, ratePerHour: null }])!;
  const { advice, findings } = forbidden({ conditions: lowLoad, settings: { vane: 70 } });
  expect(advice).toBeNull();
  expect(findings.map((f) => f.code)).toEqual(expect.arrayContaining(["advice.bounds-kept", "advice.already-best"]));
});

test("the KPI is drawn against each setting, with what like hours have seen of it and a band", () => {
  const { sensitivity } = advise({ conditions: lowLoad, settings: { vane: 70 } });
  const [vane] = sensitivity!;
  expect(vane).toMatchObject({ tag: "vane", value: 70 });
  expect(vane!.seenLow).toBeLessThan(71);
  expect(vane!.seenHigh).toBeGreaterThan(89);
  const at = (x: number): number => vane!.expected[vane!.at.findIndex((v) => v >= x)]!;
  // 0.1 % per percent of the vane.
  expect((at(70) - at(89)) / at(89)).toBeGreaterThan(0.012);
  expect((at(70) - at(89)) / at(89)).toBeLessThan(0.026);
  for (const [k, e] of vane!.expected.entries()) {
    expect(vane!.low[k]).toBeLessThan(e);
    expect(vane!.high[k]).toBeGreaterThan(e);
  }
});
