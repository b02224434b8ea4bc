import type { Finding } from "#shared/domain/finding.ts";
import type { AlertBudget, Limit } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { usualDelays } from "../episodes/delays.ts";
import { findLimit } from "../episodes/limit.ts";
import type { SavedState } from "../models/family.ts";
import { normalScores } from "./normal-scores.ts";
import { deserializeHealth } from "./saved-health.ts";

/**
 * The limit for a budget, from stored scores: no model is fitted and nothing is scored again.
 * @param time [rows] of the log. @param heldOut [rows] as `trainHealth` gave it.
 */
export function limitForBudget({
  saved,
  time,
  heldOut,
  reference,
  budget,
}: {
  saved: SavedState;
  time: Float64Array;
  heldOut: Float64Array;
  reference: readonly TimeRange[];
  budget: AlertBudget;
}): { limit: Limit; findings: Finding[] } {
  const { preparation } = deserializeHealth(saved);
  const limit = findLimit(normalScores(time, heldOut, reference, preparation), budget, usualDelays(preparation.intervalMs));
  const findings: Finding[] = [];
  if (limit.method === "bounded")
    findings.push({
      code: "health.limit-bounded",
      severity: "warning",
      message: `The reference period is too short to prove ${short(limit.alertsPerWeek)} alerts per week: expect up to ${short(limit.expectedAlertsPerWeek)} until it is longer.`,
      data: { asked: short(limit.alertsPerWeek), expected: short(limit.expectedAlertsPerWeek) },
    });
  return { limit, findings };
}

const short = (x: number): number => Number(x.toPrecision(2));
