import type { DrillPoint } from "#shared/domain/fault-drill.ts";
import { alertBudgetSteps } from "#shared/domain/health.ts";
import { usualDelays } from "../episodes/delays.ts";
import { findIntervals } from "../episodes/intervals.ts";
import { findLimit, type NormalScores } from "../episodes/limit.ts";
import type { DrillTrace } from "./drill.ts";
import { drillOutcomes } from "./drill-outcomes.ts";

const msPerWeek = 7 * 24 * 3600_000;

/**
 * What each budget costs on the reference and catches of the drills, the smallest budget first.
 * @param asked the budget in use, which need not be one of the steps.
 */
export function drillPoints(traces: readonly DrillTrace[], normal: NormalScores, intervalMs: number, asked: number): DrillPoint[] {
  const budgets = [...new Set([...alertBudgetSteps, asked])].sort((a, b) => a - b);
  const delays = usualDelays(intervalMs);
  return budgets.map((alertsPerWeek) => {
    const limit = findLimit(normal, { alertsPerWeek }, delays);
    const alerts = findIntervals(normal.time, normal.score, { ...limit, gapMs: normal.gapMs }).length;
    return {
      alertsPerWeek,
      limit: limit.value,
      falseAlertsPerWeek: alerts / (normal.coveredMs / msPerWeek),
      outcomes: drillOutcomes(traces, limit.value),
    };
  });
}
