import type { AlertBudget, Limit } from "#shared/domain/health.ts";
import { normalQuantile } from "../signal/normal-quantile.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { findIntervals } from "./intervals.ts";
import { joinPieces } from "./join-pieces.ts";
import { joinWindow } from "./join-window.ts";
import { logOdds, scoreOf } from "./log-odds.ts";
import { paretoLevel, paretoTail } from "./pareto-tail.ts";
import { allowedCount } from "./promise.ts";
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
// A tail is fitted above the highest threshold that leaves fifteen peaks.
const thresholds = [0.98, 0.95, 0.9, 0.8];
const enoughPeaks = 15;
// Return periods beyond two to four times the record are not to be read off it: the rule of flood hydrology.
const longestReturn = 4;
const confidenceQuantile = normalQuantile(0.8);
// To end an episode the odds must fall a tenth below those of the limit.
const deadbandOdds = 0.1;
const elevatedShare = 0.95;

/** Score units around that limit. */
const deadbandAt = (value: number): number => deadbandOdds * value * (1 - value);

/**
 * The limit that keeps an alert budget on normal data, with 80 % confidence. Where that allows ten alerts or more over these scores,
 * they are counted, pieces of one event as one (`joinPieces`): the limit is lowered until the budget is spent (`replay`). Rarer alerts are read off a generalised
 * Pareto tail over the peaks of the scores (`tail`; Coles, An Introduction to Statistical Modeling of Extreme Values,
 * 2001, chapter 4). Where there are too few peaks for a tail, the log-odds of all rows are taken as normal, as the logarithm
 * of a sum of squares nearly is (Bartlett & Kendall, Suppl. J. R. Stat. Soc. 8 (1946) 128–138), their mean and deviation known no better than
 * that many independent rows allow. Neither is followed further
 * out than four times the length of the log (`bounded`: more alerts than asked must be expected until the reference is
 * longer).
 * @throws nothing: without any score the limit is 1, which nothing passes.
 */
export function findLimit(
  normal: NormalScores,
  budget: AlertBudget,
  { onDelayMs, offDelayMs }: { onDelayMs: number; offDelayMs: number },
): Limit {
  const weeks = normal.coveredMs / msPerWeek;
  const asked = budget.alertsPerWeek * weeks;
  const allowed = allowedCount(asked);
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
    ...(odds.length > 0 ? { elevated: scoreOf(elevated) } : {}),
  });
  const ascending = sorted(odds);
  const highest = sortedQuantile(ascending, 1);
  const elevated = sortedQuantile(ascending, elevatedShare);
  const pieces = (level: number) =>
    findIntervals(time, odds, { value: level, onDelayMs, offDelayMs, deadband: deadbandOdds, gapMs: normal.gapMs });
  // As a person is told of them. Whether pieces are alike is not looked at here, so there are rather more of them than will be told.
  const rule = { joinMs: joinWindow(budget.alertsPerWeek, offDelayMs), elevated };
  const events = (level: number) =>
    joinPieces(pieces(level), { time, score: odds, rule: { ...rule, elevated: Math.min(elevated, level) } });

  if (allowed >= enoughToCount) {
    let best = { level: highest, alerts: 0 };
    // Step by step from the top: below the first level that spends too much, merging episodes only seem to cost less.
    for (let above = 0.5; above < 0.5 * ascending.length; above *= 1.15) {
      const level = sortedQuantile(ascending, 1 - above / ascending.length);
      const alerts = events(level).length;
      if (alerts > allowed) break;
      best = { level, alerts };
    }
    return limit(best.level, best.alerts, "replay");
  }

  const alerts = Math.max(allowed, 1 / longestReturn);
  const method = allowed < alerts ? "bounded" : "tail";
  const held = sustained(time, odds, onDelayMs, normal.gapMs);
  for (const share of thresholds) {
    const threshold = sortedQuantile(ascending, share);
    const peaks = Float64Array.from(pieces(threshold), ({ from, to }) =>
      held.subarray(from, to + 1).reduce((highestYet, h) => (h > highestYet ? h : highestYet), threshold),
    );
    if (peaks.length < enoughPeaks) continue;
    const tail = paretoTail(peaks.map((peak) => peak - threshold));
    return limit(threshold + paretoLevel(tail, peaks.length / alerts), alerts, method);
  }
  if (odds.length === 0) return limit(Number.POSITIVE_INFINITY, alerts, method);
  const { mean, deviation } = meanAndDeviation(odds);
  const factor = toleranceFactor(normalQuantile(1 - alerts / odds.length), independentRows(odds, sortedQuantile(ascending, 0.5)));
  return limit(mean + deviation * factor, alerts, method);
}

/**
 * How many deviations above the mean the level lies that, with 80 % confidence, is not below the one asked for: one-sided tolerance limit of a
 * normal sample (Natrella, Experimental Statistics, NBS Handbook 91 (1963), 2-13, large-sample form). @param n independent rows.
 */
const toleranceFactor = (quantile: number, n: number): number => quantile + confidenceQuantile * Math.sqrt(1 / n + quantile ** 2 / (2 * n));

/** Independent rows cross their median at every other step on average; rows that resemble their neighbours cross it less often. */
function independentRows(values: Float64Array, middle: number): number {
  let crossings = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > middle !== values[i - 1]! > middle) crossings++;
  return Math.min(values.length, 2 * (crossings + 1));
}

function meanAndDeviation(values: Float64Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { mean, deviation: Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length) };
}
