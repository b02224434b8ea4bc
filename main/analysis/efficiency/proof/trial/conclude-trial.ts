import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { Baseline, TrialPlan, TrialResult } from "#shared/domain/proof.ts";
import { type TrialBlockSeen, type TrialDeviation, type TrialJudgement, type TrialWish, trialSpan } from "#shared/domain/trial.ts";
import { designColumns } from "../design-columns.ts";
import { proofFinding } from "../proof-finding.ts";
import { judgeTrial } from "./judge-trial.ts";
import { readingsOf } from "./readings-of.ts";
import { type TrialReadings, trialReadings } from "./trial-readings.ts";
import { trialWorth } from "./trial-worth.ts";

/**
 * Judges a trial by the log as it is: blocks with a noted deviation are left out with their pairs, and "proven" stands only where every
 * block counted as drawn says the same.
 * @param frame rows of the time of the trial with the tags of `trialTags`. @throws what `trialReadings` throws.
 */
export function concludeTrial({
  frame,
  wish,
  plan,
  baseline,
  deviations,
}: {
  frame: Frame;
  wish: TrialWish;
  plan: TrialPlan;
  baseline: Baseline | null;
  deviations: readonly TrialDeviation[];
}): Omit<TrialJudgement, "id" | "at"> {
  const readings = trialReadings(frame, wish);
  const { meter, rows, weight } = readings;
  const leftOut = [...new Set(deviations.map(({ block }) => block))].sort((a, b) => a - b);
  const asked = {
    plan,
    unit: meter.unit,
    rows: { time: rows.time, energy: rows.energy, weight },
    expected: baseline ? designColumns(baseline, rows).expected : undefined,
    intervalMs: meter.intervalMs,
    better: wish.better,
  };
  const without = judgeTrial({ ...asked, leftOut });
  const drawn = leftOut.length > 0 ? judgeTrial(asked) : null;
  const blocks = plan.blocks.map((block) => seenIn(readings, plan, wish, block));
  const differs = drawn !== null && without.verdict === "proven" && drawn.verdict !== "proven";
  const findings: Finding[] = [
    ...without.findings.filter(({ code }) => !(differs && (code === "trial.proven" || code === "trial.proven-higher"))),
  ];
  if (drawn) {
    const pairs = new Set(leftOut.map((number) => plan.blocks[number]!.pair)).size;
    findings.push(proofFinding("trial.deviations", "note", { count: leftOut.length, pairs }));
    const { low, high } = drawn.percentInterval;
    if (differs)
      findings.push(
        proofFinding("trial.deviations-matter", "warning", { percent: rounded(drawn.percent), low: rounded(low), high: rounded(high) }),
      );
  }
  findings.push(...keptFindings(readings, plan, wish, blocks, leftOut));
  const dataTo = (frame.time.at(-1) ?? Number.NaN) + 0;
  const span = trialSpan(plan);
  if (!(dataTo >= span.to - meter.intervalMs))
    findings.push(
      proofFinding("trial.not-yet", "warning", { day: Number.isFinite(dataTo) ? new Date(dataTo).toISOString().slice(0, 10) : "–" }),
    );
  const result: TrialResult = { ...without, verdict: differs ? "not-proven" : without.verdict, findings };
  return {
    result: {
      ...result,
      saving: known(result.saving),
      percent: known(result.percent),
      pValue: known(result.pValue),
      correlation: known(result.correlation),
      percentInterval: { low: known(result.percentInterval.low), high: known(result.percentInterval.high) },
    },
    asDrawn: drawn && {
      verdict: drawn.verdict,
      percent: known(drawn.percent),
      low: known(drawn.percentInterval.low),
      high: known(drawn.percentInterval.high),
    },
    worth: trialWorth(readings, plan, wish, result),
    blocks,
    dataTo: Number.isFinite(dataTo) ? dataTo : span.from,
  };
}

function seenIn(
  { meter, rows, weight, settings }: TrialReadings,
  plan: TrialPlan,
  wish: TrialWish,
  block: TrialPlan["blocks"][number],
): TrialBlockSeen {
  const within = readingsOf(block, plan.washoutMs, rows.time, meter.intervalMs);
  const mean = (values: Float64Array, weights?: Float64Array): { value: number; count: number } => {
    let [sum, total, count] = [0, 0, 0];
    for (const i of within) {
      const w = weights ? weights[i]! : 1;
      if (Number.isNaN(values[i]!) || !(w > 0)) continue;
      sum += w * values[i]!;
      total += w;
      count++;
    }
    return { value: total > 0 ? sum / total : Number.NaN, count };
  };
  const kpi = mean(rows.energy, weight);
  const means = settings.map(({ values }) => mean(values).value);
  const sides = wish.settings.flatMap(({ from, to }, j) => {
    const [planned, other] = block.state === "on" ? [to, from] : [from, to];
    return Number.isNaN(means[j]!) || from === to ? [] : [Math.abs(means[j]! - planned) <= Math.abs(means[j]! - other)];
  });
  return {
    mean: known(kpi.value),
    readings: kpi.count,
    settings: means.map(known),
    followed: sides.length === 0 ? null : sides.every(Boolean),
  };
}

/** Whether the plan was kept and the bounds with it. */
function keptFindings(
  { meter, rows, watch }: TrialReadings,
  plan: TrialPlan,
  wish: TrialWish,
  blocks: readonly TrialBlockSeen[],
  leftOut: readonly number[],
): Finding[] {
  const findings: Finding[] = [];
  const count = blocks.filter(({ followed }, number) => followed === false && !leftOut.includes(number)).length;
  if (count > 0) findings.push(proofFinding("trial.not-followed", "warning", { count }));
  const on = plan.blocks
    .filter(({ state }) => state === "on")
    .flatMap((block) => readingsOf(block, plan.washoutMs, rows.time, meter.intervalMs));
  for (const [j, { tag, low, high }] of wish.watch.entries()) {
    const values = on.map((i) => watch[j]!.values[i]!).filter((value) => !Number.isNaN(value));
    const broken = values.filter((value) => (low !== null && value < low) || (high !== null && value > high)).length;
    if (broken > 0) findings.push(proofFinding("trial.watch-broken", "warning", { tag, percent: rounded((100 * broken) / values.length) }));
  }
  return findings;
}

const rounded = (value: number): number => Number(value.toPrecision(3));
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
