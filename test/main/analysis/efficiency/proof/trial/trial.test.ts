import { expect, test } from "vitest";
import type { TrialPlan } from "#shared/domain/proof.ts";
import { drawnOrders, orderCount } from "../../../../../../main/analysis/efficiency/proof/trial/drawn-orders.ts";
import { judgeTrial } from "../../../../../../main/analysis/efficiency/proof/trial/judge-trial.ts";
import { planTrial } from "../../../../../../main/analysis/efficiency/proof/trial/plan-trial.ts";
import { trialNeeds } from "../../../../../../main/analysis/efficiency/proof/trial/trial-needs.ts";
import { random } from "../../../../../../main/analysis/signal/random.ts";
import { normal } from "../../../models/efficiency-frames.ts";

const hour = 3_600_000;
const block = 8 * hour;

/** A machine read by the hour that wanders (correlation 0.9), drifts and rounds by the day; the measure saves from an hour after it is on. */
function readings(plan: TrialPlan | undefined, hours: number, seed: number, saving: number) {
  const draw = normal(seed);
  let state = draw();
  const time = Float64Array.from({ length: hours }, (_, i) => i * hour);
  const switchedOn = plan?.blocks.filter((b) => b.state === "on").map((b) => b.range) ?? [];
  const energy = time.map((t) => {
    state = 0.9 * state + Math.sqrt(0.19) * draw();
    const on = switchedOn.find((range) => t >= range.from + hour && t < range.to);
    const level = 100 + 3 * Math.sin((2 * Math.PI * t) / (24 * hour)) + 0.002 * (t / hour) + 2 * state;
    return level * (on ? 1 - saving : 1);
  });
  return { time, energy };
}

const wish = (pairs: number, seed: number) => ({ from: 0, pairs, blockMs: block, washoutMs: hour, seed });

test("blocks are neighbours in pairs, on first in half of them, in an order that the seed draws", () => {
  const plan = planTrial(wish(10, 1));
  expect(plan.blocks.length).toBe(20);
  for (let k = 1; k < 20; k++) expect(plan.blocks[k]!.range.from).toBe(plan.blocks[k - 1]!.range.to);
  for (let pair = 0; pair < 10; pair++)
    expect(
      plan.blocks
        .filter((b) => b.pair === pair)
        .map((b) => b.state)
        .sort(),
    ).toEqual(["off", "on"]);
  const firsts = (of: TrialPlan): string =>
    of.blocks
      .filter((_, k) => k % 2 === 0)
      .map((b) => (b.state === "on" ? "1" : "0"))
      .join("");
  expect([...firsts(plan)].filter((c) => c === "1").length).toBe(5);
  expect(planTrial(wish(10, 1))).toEqual(plan);
  expect(new Set([1, 2, 3, 4, 5].map((seed) => firsts(planTrial(wish(10, seed))))).size).toBeGreaterThan(2);
  expect(() => planTrial({ ...wish(4, 1), washoutMs: block })).toThrow();
});

test("on comes first as often as off in every part of the day and the week the lot has pairs enough for", () => {
  for (const seed of [1, 2, 3]) {
    const { strata, blocks } = planTrial({ ...wish(42, seed), clockOffsetMs: 5 * hour });
    const firstOn = blocks.filter((_, k) => k % 2 === 0).map(({ state }) => (state === "on" ? 1 : -1));
    expect(new Set(strata!).size).toBeGreaterThan(2);
    for (const part of new Set(strata!)) {
      const of = firstOn.filter((_, pair) => strata![pair] === part);
      expect(Math.abs(of.reduce((a, b) => a + b, 0)), "an odd one is left over").toBe(of.length % 2);
    }
    expect(firstOn.reduce((a, b) => a + b, 0)).toBe(0);
  }
});

test("the lot counts its orders", () => {
  expect(orderCount([0, 0, 0, 0])).toBe(6);
  expect(orderCount([0, 0, 1, 1])).toBe(4);
  // Either of two odd parts gives its spare to on, the other to off: 2 × 3 × 3.
  expect(orderCount([0, 0, 0, 1, 1, 1])).toBe(18);
  const drawn = new Set<string>();
  const chance = random(1);
  for (let k = 0; k < 2000; k++) drawn.add(drawnOrders([0, 0, 0, 1, 1, 1], chance).join());
  expect(drawn.size).toBe(18);
});

test("where more is better a gain is what the measure adds, and blocks left out take their pairs with them", () => {
  const plan = planTrial(wish(40, 2));
  const rows = readings(plan, 640, 3, -0.03);
  const result = judgeTrial({ plan, unit: "t", rows, better: "higher", leftOut: [0, 1, 5] });
  expect(result).toMatchObject({ verdict: "proven", pairs: 38 });
  expect(result.percent).toBeGreaterThan(1);
  expect(result.findings.map((f) => f.code)).toEqual(["trial.proven-higher"]);
  const many = judgeTrial({ plan, unit: "t", rows, better: "higher", leftOut: Array.from({ length: 20 }, (_, k) => 2 * k) });
  expect(many.verdict).toBe("cannot-be-tested");
});

test("a reading that runs into the next block counts for neither", () => {
  const plan = planTrial(wish(8, 4));
  const rows = readings(plan, 128, 5, 0);
  const shifted = { time: rows.time.map((t) => t + hour / 2), energy: rows.energy.map((e, i) => (i % 8 === 7 ? 1e6 : e)) };
  expect(Math.abs(judgeTrial({ plan, unit: "kWh", rows: shifted, intervalMs: hour }).saving)).toBeLessThan(100);
  expect(Math.abs(judgeTrial({ plan, unit: "kWh", rows: shifted }).percent)).not.toBe(
    judgeTrial({ plan, unit: "kWh", rows: shifted, intervalMs: hour }).percent,
  );
});

test("readings weigh by their throughput", () => {
  const plan = planTrial(wish(8, 4));
  const rows = readings(plan, 128, 5, 0);
  const heavy = rows.energy.map((_, i) => (i % 8 === 3 ? 1 : 0));
  const alone = { ...rows, energy: rows.energy.map((e, i) => (i % 8 === 3 ? e : Number.NaN)) };
  expect(judgeTrial({ plan, unit: "kWh", rows: { ...rows, weight: heavy } })).toEqual(judgeTrial({ plan, unit: "kWh", rows: alone }));
});

test("a gain the readings hide is proven by the pairs", () => {
  const plan = planTrial(wish(40, 2));
  const result = judgeTrial({ plan, unit: "kWh", rows: readings(plan, 640, 3, 0.03) });
  expect(result).toMatchObject({ verdict: "proven", pairs: 40 });
  expect(result.percentInterval.low).toBeLessThan(3);
  expect(result.percentInterval.high).toBeGreaterThan(3);
  expect(result.pValue).toBeLessThan(0.01);
});

test("without an effect, proven is said in at most one trial in twenty, and the interval holds zero in nine of ten", () => {
  const trials = 200;
  let [proven, held] = [0, 0];
  for (let k = 0; k < trials; k++) {
    const plan = planTrial(wish(12, 100 + k));
    const { verdict, percentInterval } = judgeTrial({ plan, unit: "kWh", rows: readings(plan, 192, 5000 + k, 0) });
    if (verdict === "proven") proven++;
    if (percentInterval.low <= 0 && percentInterval.high >= 0) held++;
  }
  // Three standard errors of a share of 200 about 5 % and 90 %.
  expect(proven / trials).toBeLessThan(0.05 + 0.046);
  expect(held / trials).toBeGreaterThan(0.9 - 0.064);
});

test("readings in the washout count for neither side", () => {
  const plan = planTrial(wish(8, 4));
  const rows = readings(plan, 128, 5, 0);
  const spoilt = { ...rows, energy: rows.energy.map((e, i) => (i % 8 === 0 ? 1e6 : e)) };
  expect(judgeTrial({ plan, unit: "kWh", rows: spoilt })).toEqual(judgeTrial({ plan, unit: "kWh", rows }));
});

test("what a baseline expects takes load and weather out of the noise", () => {
  const plan = planTrial(wish(20, 6));
  const rows = readings(plan, 320, 7, 0.02);
  const load = rows.time.map((_, i) => 30 * Math.sin(i / 5));
  const loaded = { ...rows, energy: rows.energy.map((e, i) => e + load[i]!) };
  const width = (r: { percentInterval: { low: number; high: number } }): number => r.percentInterval.high - r.percentInterval.low;
  const [plain, known] = [judgeTrial({ plan, unit: "kWh", rows: loaded }), judgeTrial({ plan, unit: "kWh", rows: loaded, expected: load })];
  expect(width(known)).toBeLessThan(width(plain) / 3);
});

test("a pair that lacks a side is left out, and a handful of pairs cannot be tested", () => {
  const plan = planTrial(wish(10, 8));
  const rows = readings(plan, 160, 9, 0.02);
  rows.energy.fill(Number.NaN, 16, 24);
  expect(judgeTrial({ plan, unit: "kWh", rows }).pairs).toBe(9);
  rows.energy.fill(Number.NaN, 0, 80);
  const result = judgeTrial({ plan, unit: "kWh", rows });
  expect(result.verdict).toBe("cannot-be-tested");
  expect(result.percent).toBeNaN();
  expect(result.findings.map((f) => f.code)).toEqual(["trial.pairs-lost", "trial.too-few-pairs"]);
});

test("the hours said to be needed prove the gain in about four of five trials", () => {
  const ask = { history: readings(undefined, 2400, 10, 0), percent: 2, washoutMs: hour, blockLengthsMs: [4 * hour, block, 24 * hour] };
  const { needs, findings } = trialNeeds(ask);
  const needed = needs.find((n) => n.blockMs === block)!;
  expect(needed.hours).toBe((needed.pairs! * 2 * block) / hour);
  expect(findings[0]!.code).toBe("trial.hours-needed");
  let proven = 0;
  for (let k = 0; k < 80; k++) {
    const plan = planTrial(wish(needed.pairs!, 900 + k));
    const rows = readings(plan, needed.hours!, 7000 + k, 0.02);
    if (judgeTrial({ plan, unit: "kWh", rows }).verdict === "proven") proven++;
  }
  expect(proven / 80).toBeGreaterThan(0.65);
  expect(proven / 80).toBeLessThan(0.95);
});

test("a gain too small for a year of trial, or a history too short, is told", () => {
  const history = readings(undefined, 400, 11, 0);
  const tiny = trialNeeds({ history, percent: 0.001, washoutMs: 0, blockLengthsMs: [block] });
  expect(tiny.needs[0]).toMatchObject({ pairs: null, hours: null });
  expect(tiny.findings[0]!.code).toBe("trial.never-enough");
  const short = trialNeeds({ history: readings(undefined, 40, 12, 0), percent: 1, washoutMs: 0, blockLengthsMs: [block] });
  expect(short.needs[0]!.deviationPercent).toBeNaN();
});
