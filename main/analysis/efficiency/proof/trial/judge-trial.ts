import type { Finding } from "#shared/domain/finding.ts";
import type { MeterRows, TrialPlan, TrialResult } from "#shared/domain/proof.ts";
import { random } from "../../../signal/random.ts";
import { serialCorrelation } from "../../order.ts";
import { proofFinding } from "../proof-finding.ts";
import { studentQuantile } from "../student-t.ts";
import { orderLot } from "./drawn-orders.ts";
import { readingsOf } from "./readings-of.ts";

const level = 0.9;
// With six pairs the lot has 20 balanced orders: the fewest of which one alone is no more than a chance of 5 %.
const fewestPairs = 6;
const provenBelow = 0.05;
const orders = 4000;
// As in the interval of a loss: few pairs cannot tell a longer memory from a trend.
const mostMemory = 0.8;
// A trial of which more than a fifth did not go as drawn is another trial (the share Guideline 14 based proofs here take for readings too).
const mostLost = 0.2;

/**
 * What an on/off trial has shown, judged as it was drawn: the lot chose the order within each pair, so the pairs are what counts, never
 * the readings within them. p by the orders the same lot could have drawn (Fisher's randomisation test, with balanced orders); the
 * interval by Student's t over the pairs' differences, widened where neighbouring pairs differ alike.
 * @param rows readings; `weight` [rows] weighs them within a block (throughput of a KPI), evenly without it.
 * @param expected [rows] what a baseline expects of the same readings, to take load and weather out of the noise; undefined without one.
 * @param intervalMs length of a reading: one that runs into the next block counts for neither. @param better which way is a gain.
 * @param leftOut numbers of blocks, from 0, that do not count, and their pairs with them.
 * @returns NaN where too few pairs are complete, and then a blocking finding.
 */
export function judgeTrial({
  plan,
  unit,
  rows,
  expected,
  intervalMs = 0,
  better = "lower",
  leftOut = [],
}: {
  plan: TrialPlan;
  unit: string;
  rows: Pick<MeterRows, "time" | "energy"> & { readonly weight?: Float64Array };
  expected?: Float64Array | undefined;
  intervalMs?: number;
  better?: "lower" | "higher";
  leftOut?: readonly number[];
}): TrialResult {
  const findings: Finding[] = [];
  const planned = plan.blocks.length / 2;
  const offSum = { value: 0, weight: 0 };
  const sides = plan.blocks.map((block, number) => {
    let [sum, weights] = [0, 0];
    if (!leftOut.includes(number))
      for (const i of readingsOf(block, plan.washoutMs, rows.time, intervalMs)) {
        const value = rows.energy[i]! - (expected ? expected[i]! : 0);
        const weight = rows.weight ? rows.weight[i]! : 1;
        if (Number.isNaN(value) || !(weight > 0)) continue;
        sum += weight * value;
        weights += weight;
        if (block.state !== "off") continue;
        offSum.value += weight * rows.energy[i]!;
        offSum.weight += weight;
      }
    return { ...block, mean: weights > 0 ? sum / weights : Number.NaN };
  });
  // First minus second of each pair, and which of them was off.
  const pairs = Array.from({ length: planned }, (_, pair) => {
    const [first, second] = sides.filter((s) => s.pair === pair);
    return { gap: (better === "lower" ? 1 : -1) * (first!.mean - second!.mean), order: first!.state === "off" ? 1 : -1, pair };
  }).filter(({ gap }) => !Number.isNaN(gap));
  const n = pairs.length;
  const nothing = { saving: Number.NaN, percent: Number.NaN, pValue: Number.NaN, correlation: Number.NaN };
  const deviating = new Set(leftOut.map((number) => plan.blocks[number]!.pair)).size;
  // Those left out on purpose are told apart from those that got lost.
  const lost = planned - n - deviating;
  if (lost > 0) findings.push(proofFinding("trial.pairs-lost", "warning", { pairs: lost, planned }));
  if (deviating > mostLost * planned)
    findings.push(proofFinding("trial.other-trial", "blocking", { pairs: deviating, planned, percent: 100 * mostLost }));
  if (n < fewestPairs) findings.push(proofFinding("trial.too-few-pairs", "blocking", { pairs: n, needed: fewestPairs }));
  if (findings.some(({ severity }) => severity === "blocking"))
    return {
      unit,
      pairs: n,
      ...nothing,
      level,
      percentInterval: { low: Number.NaN, high: Number.NaN },
      verdict: "cannot-be-tested",
      findings,
    };
  const differences = Float64Array.from(pairs, ({ gap, order }) => gap * order);
  const mean = (of: ArrayLike<number>): number => Array.from(of).reduce((a, b) => a + b, 0) / of.length;
  const saving = mean(differences);
  const deviation = Math.sqrt(differences.reduce((sum, d) => sum + (d - saving) ** 2, 0) / (n - 1));
  const found = serialCorrelation(differences).correlation;
  // Bias of a correlation of n values about their own mean: Kendall, Biometrika 41 (1954) 403.
  const correlation = Math.min(mostMemory, found + (1 + 3 * found) / n);
  const alike = correlation > 2 / Math.sqrt(n) ? correlation : 0;
  if (alike > 0) findings.push(proofFinding("trial.pairs-alike", "note", { correlation: rounded(alike) }));
  const half = studentQuantile((1 + level) / 2, n - 1) * deviation * Math.sqrt((1 + alike) / (1 - alike) / n);
  const base = Math.abs(offSum.value / offSum.weight) / 100;
  const percentInterval = { low: (saving - half) / base, high: (saving + half) / base };
  const pValue = chanceOfOrder(
    pairs.map((p) => p.gap),
    pairs.map((p) => plan.strata?.[p.pair] ?? 0),
    saving,
    plan.seed,
  );
  const proven = pValue <= provenBelow && saving > half;
  findings.push(
    proofFinding(proven ? (better === "lower" ? "trial.proven" : "trial.proven-higher") : "trial.not-proven", proven ? "note" : "warning", {
      percent: rounded(saving / base),
      low: rounded(percentInterval.low),
      high: rounded(percentInterval.high),
      level: 100 * level,
      p: rounded(100 * pValue),
    }),
  );
  return {
    unit,
    pairs: n,
    saving,
    percent: saving / base,
    level,
    percentInterval,
    pValue,
    correlation,
    verdict: proven ? "proven" : "not-proven",
    findings,
  };
}

/** Share of the orders the lot could have drawn that give a saving at least as large; the one that was drawn counts as one of them. */
function chanceOfOrder(gaps: readonly number[], strata: readonly number[], saving: number, seed: number): number {
  // Not the stream the plan was drawn from.
  const chance = random(seed ^ 0x5bd1e995);
  const lot = orderLot(strata);
  let larger = 1;
  for (let k = 0; k < orders; k++) {
    const order = lot(chance);
    let sum = 0;
    for (let i = 0; i < gaps.length; i++) sum += order[i]! * gaps[i]!;
    if (sum / gaps.length >= saving - 1e-12 * Math.abs(saving)) larger++;
  }
  return larger / (orders + 1);
}

const rounded = (value: number): number => Number(value.toPrecision(3));
