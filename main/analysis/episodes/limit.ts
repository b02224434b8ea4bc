import type { AlertBudget, Limit } from "#shared/domain/health.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { findIntervals } from "./intervals.ts";
import { logOdds, scoreOf } from "./log-odds.ts";
import { paretoLevel, paretoTail } from "./pareto-tail.ts";
import { sustained } from "./sustained.ts";

const msPerWeek = 7 * 24 * 3600_000;

/** What a limit is found from: scores of normal rows, given by models that had not seen them. */
export interface NormalScores {
  /** [rows] ms, ascending. */
  readonly time: Float64Array;
  /** [rows] 0 … 1; NaN rows are passed over. */
  readonly score: Float64Array;
  /** How long the log was normal and would have been watched, stops included, ms. */
  readonly coveredMs: number;
  readonly gapMs: number;
}

// From ten alerts on, counting them is as good as any tail fitted to them.
const enoughToCount = 10;
// A tail is fitted above the highest threshold that leaves fifteen peaks, or above the lowest of these.
const thresholds = [0.98, 0.95, 0.9, 0.8, 0.7];
const enoughPeaks = 15;
// Return periods beyond two to four times the record are not to be read off it: the rule of flood hydrology.
const longestReturn = 4;
// To end an episode the odds must fall a tenth below those of the limit.
const deadbandOdds = 0.1;

/** Score units around that limit. */
const deadbandAt = (value: number): number => deadbandOdds * value * (1 - value);

/**
 * The limit that spends an alert budget on normal data. Where the budget allows ten alerts or more over these scores,
 * they are counted: the limit is lowered until the budget is spent (`replay`). Rarer alerts are read off a generalised
 * Pareto tail over the peaks of the scores (`tail`; Coles, An Introduction to Statistical Modeling of Extreme Values,
 * 2001, chapter 4), no further out than four times the length of the log (`bounded`: more alerts than asked must be
 * expected until the reference is longer).
 */
export function findLimit(
  normal: NormalScores,
  budget: AlertBudget,
  { onDelayMs, offDelayMs }: { onDelayMs: number; offDelayMs: number },
): Limit {
  const weeks = normal.coveredMs / msPerWeek;
  const asked = budget.alertsPerWeek * weeks;
  const usable = Int32Array.from(normal.score.keys()).filter((i) => !Number.isNaN(normal.score[i]!));
  const time = Float64Array.from(usable, (i) => normal.time[i]!);
  const odds = Float64Array.from(usable, (i) => logOdds(normal.score[i]!));
  const limit = (level: number, alerts: number, method: Limit["method"]): Limit => ({
    value: scoreOf(level),
    alertsPerWeek: budget.alertsPerWeek,
    expectedAlertsPerWeek: alerts / weeks,
    method,
    onDelayMs,
    offDelayMs,
    deadband: deadbandAt(scoreOf(level)),
  });
  const episodes = (level: number) =>
    findIntervals(time, odds, { value: level, onDelayMs, offDelayMs, deadband: deadbandOdds, gapMs: normal.gapMs });
  const ascending = sorted(odds);
  const highest = sortedQuantile(ascending, 1);

  if (asked >= enoughToCount) {
    let best = { level: highest, alerts: 0 };
    // Step by step from the top: below the first level that spends too much, merging episodes only seem to cost less.
    for (let above = 0.5; above < 0.5 * ascending.length; above *= 1.15) {
      const level = sortedQuantile(ascending, 1 - above / ascending.length);
      const alerts = episodes(level).length;
      if (alerts > asked) break;
      best = { level, alerts };
    }
    return limit(best.level, best.alerts, "replay");
  }

  const held = sustained(time, odds, onDelayMs, normal.gapMs);
  let threshold = highest;
  let peaks = new Float64Array(0);
  for (const share of thresholds) {
    threshold = sortedQuantile(ascending, share);
    peaks = Float64Array.from(episodes(threshold), ({ from, to }) =>
      held.subarray(from, to + 1).reduce((a, b) => (b > a ? b : a), threshold),
    );
    if (peaks.length >= enoughPeaks) break;
  }
  const rarest = 1 / longestReturn;
  const alerts = Math.max(asked, rarest);
  const method = asked < rarest ? "bounded" : "tail";
  if (peaks.length <= alerts) return limit(peaks.length === 0 ? highest : threshold, peaks.length === 0 ? rarest : peaks.length, method);
  const tail = paretoTail(peaks.map((peak) => peak - threshold));
  return limit(threshold + paretoLevel(tail, peaks.length / alerts), alerts, method);
}
