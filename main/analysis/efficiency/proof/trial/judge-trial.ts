import type { Finding } from "#shared/domain/finding.ts";
import type { MeterRows, TrialPlan, TrialResult } from "#shared/domain/proof.ts";
import { random } from "../../../signal/random.ts";
import { serialCorrelation } from "../../order.ts";
import { proofFinding } from "../proof-finding.ts";
import { studentQuantile } from "../student-t.ts";
import { balancedOrders, reorder } from "./plan-trial.ts";

const level = 0.9;
// With six pairs the lot has 20 balanced orders: the fewest of which one alone is no more than a chance of 5 %.
const fewestPairs = 6;
const provenBelow = 0.05;
const orders = 4000;
// As in the interval of a loss: few pairs cannot tell a longer memory from a trend.
const mostMemory = 0.8;

/**
 * What an on/off trial has shown, judged as it was drawn: the lot chose the order within each pair, so the pairs are what counts, never
 * the readings within them. p by the orders the same lot could have drawn (Fisher's randomisation test, with balanced orders); the
 * interval by Student's t over the pairs' differences, widened where neighbouring pairs differ alike.
 * @param expected [rows] what a baseline expects of the same readings, to take load and weather out of the noise; undefined without one.
 * @returns NaN where too few pairs are complete, and then a blocking finding.
 */
export function judgeTrial({
  plan,
  unit,
  rows,
  expected,
}: {
  plan: TrialPlan;
  unit: string;
  rows: Pick<MeterRows, "time" | "energy">;
  expected?: Float64Array;
}): TrialResult {
  const findings: Finding[] = [];
  const planned = plan.blocks.length / 2;
  const off: number[] = [];
  const sides = plan.blocks.map((block) => {
    let [sum, count] = [0, 0];
    for (let i = 0; i < rows.time.length; i++) {
      const t = rows.time[i]!;
      if (t < block.range.from + plan.washoutMs || t >= block.range.to) continue;
      const value = rows.energy[i]! - (expected ? expected[i]! : 0);
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
      if (block.state === "off") off.push(rows.energy[i]!);
    }
    return { ...block, mean: count > 0 ? sum / count : Number.NaN };
  });
  // First minus second of each pair, and which of them was off.
  const pairs = Array.from({ length: planned }, (_, pair) => {
    const [first, second] = sides.filter((s) => s.pair === pair);
    return { gap: first!.mean - second!.mean, order: first!.state === "off" ? 1 : -1 };
  }).filter(({ gap }) => !Number.isNaN(gap));
  const n = pairs.length;
  if (n < planned) findings.push(proofFinding("trial.pairs-lost", "warning", { pairs: planned - n, planned }));
  const nothing = { saving: Number.NaN, percent: Number.NaN, pValue: Number.NaN, correlation: Number.NaN };
  if (n < fewestPairs) {
    findings.push(proofFinding("trial.too-few-pairs", "blocking", { pairs: n, needed: fewestPairs }));
    return {
      unit,
      pairs: n,
      ...nothing,
      level,
      percentInterval: { low: Number.NaN, high: Number.NaN },
      verdict: "cannot-be-tested",
      findings,
    };
  }
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
  const base = mean(off) / 100;
  const percentInterval = { low: (saving - half) / base, high: (saving + half) / base };
  const pValue = chanceOfOrder(
    pairs.map((p) => p.gap),
    saving,
    plan.seed,
  );
  const proven = pValue <= provenBelow && saving > half;
  findings.push(
    proofFinding(proven ? "trial.proven" : "trial.not-proven", proven ? "note" : "warning", {
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
function chanceOfOrder(gaps: readonly number[], saving: number, seed: number): number {
  // Not the stream the plan was drawn from.
  const chance = random(seed ^ 0x5bd1e995);
  let larger = 1;
  const order = balancedOrders(gaps.length, chance);
  for (let k = 0; k < orders; k++) {
    reorder(order, chance);
    let sum = 0;
    for (let i = 0; i < gaps.length; i++) sum += order[i]! * gaps[i]!;
    if (sum / gaps.length >= saving - 1e-12 * Math.abs(saving)) larger++;
  }
  return larger / (orders + 1);
}

const rounded = (value: number): number => Number(value.toPrecision(3));
