import { expect, test } from "vitest";
import type { EfficiencyModel } from "#shared/domain/efficiency.ts";
import type { EfficiencyAdvice } from "#shared/domain/efficiency-advice.ts";
import { adviceTrial } from "../../../../../../main/analysis/efficiency/proof/trial/advice-trial.ts";
import { concludeTrial } from "../../../../../../main/analysis/efficiency/proof/trial/conclude-trial.ts";
import { weighTrial } from "../../../../../../main/analysis/efficiency/proof/trial/weigh-trial.ts";
import { baselineOf, day, examplePlant, hour, specificEnergy, start } from "../../example-plant.ts";

const quarter = hour / 4;
const kpi = { ...specificEnergy, controllableTags: ["vane"], constraintTags: ["P.vibration"] };
const model = {
  id: "m",
  assetId: "a",
  kpi,
  baselinePeriod: baselineOf(0, 30),
  inputs: [...kpi.relevantVariables, "vane"].map((tag) => ({ tag, unit: "", low: 0, high: 1 })),
} as unknown as EfficiencyModel;
const advice = {
  settings: [{ tag: "vane", unit: "%", value: 70, low: 70, high: 90 }],
  advice: {
    settings: [{ tag: "vane", unit: "%", from: 70, to: 90, rate: 1, steps: 20 }],
    gainPercent: 1.9876543,
    gainInterval: { low: 1, high: 3, level: 0.9 },
    constraints: [{ tag: "P.vibration", unit: "mm/s" }],
  },
  whatIf: null,
} as unknown as EfficiencyAdvice;
const asked = { model, advice, tried: false, stepMs: quarter, value: null, now: start + 31.3 * day };

test("advice becomes a trial of what it names: settings, gain, rate, what must stay in bounds, the baseline as history", () => {
  const wish = adviceTrial(asked)!;
  expect(wish.settings).toEqual([{ tag: "vane", unit: "%", from: 70, to: 90, ratePerHour: 4 }]);
  expect(wish.expected).toEqual({ percent: 1.988, low: 1, high: 3 });
  expect(wish.watch).toEqual([{ tag: "P.vibration", unit: "mm/s", low: null, high: null }]);
  expect(
    wish.drivers.map(({ tag }) => tag),
    "what people set is no driver",
  ).toEqual(kpi.relevantVariables);
  expect(wish.washoutMs, "long enough for the rate").toBe(5 * hour);
  expect(wish.from).toBe(start + 32 * day);
  expect(wish.yardstick).toEqual({ kind: "kpi", kpi });
});

test("a setting that stays where it is is no trial, and settings tried in the mind take the place of those advised", () => {
  const stay = { ...advice, advice: { ...advice.advice!, settings: [{ ...advice.advice!.settings[0]!, to: 70 }] } };
  expect(adviceTrial({ ...asked, advice: stay })).toBeNull();
  const whatIf = { settings: { vane: 80 }, gainPercent: 1, gainInterval: { low: 0, high: 2, level: 0.9 } };
  const wish = adviceTrial({ ...asked, tried: true, advice: { ...advice, whatIf } as unknown as EfficiencyAdvice })!;
  expect(wish.settings[0]).toMatchObject({ from: 70, to: 80 });
  expect(wish.expected.percent).toBe(1);
});

test("a gain in a ratio is found as a ratio of sums, whatever the load, and is an amount through its throughput", () => {
  const wish = { ...adviceTrial(asked)!, name: "Vane at 90 %", blockMs: 8 * hour, pairs: 20, washoutMs: hour, from: start + 31 * day };
  const history = examplePlant({ days: 60, seed: 5, noise: 0.01 });
  const columns = [...history.columns, { tag: "vane", unit: "%", values: history.time.map(() => 70) }];
  const { plan, baseline, unit } = weighTrial({ time: history.time, columns }, wish);
  expect(unit).toBe(kpi.unit);
  const on = (t: number): boolean => plan.blocks.some(({ state, range }) => state === "on" && t >= range.from && t < range.to);
  const power = history.columns[0]!;
  const tried = columns.map((column) =>
    column.tag === power.tag
      ? { ...column, values: column.values.map((v, i) => (on(history.time[i]!) ? 0.98 * v : v)) }
      : column.tag === "vane"
        ? { ...column, values: column.values.map((v, i) => (on(history.time[i]!) ? 90 : v)) }
        : column,
  );
  const { result, worth, blocks } = concludeTrial({ frame: { time: history.time, columns: tried }, wish, plan, baseline, deviations: [] });
  expect(result.verdict).toBe("proven");
  expect(result.percentInterval.low).toBeLessThan(2);
  expect(result.percentInterval.high).toBeGreaterThan(2);
  expect(blocks.every(({ followed }) => followed === true)).toBe(true);
  expect(worth.unit).toBe("kWh");
  // 2 % of what the motor takes in an hour.
  const mean = power.values.reduce((a, b) => a + b, 0) / power.values.length;
  expect(worth.perHour! / (0.02 * mean)).toBeGreaterThan(0.8);
  expect(worth.perHour! / (0.02 * mean)).toBeLessThan(1.2);
});
