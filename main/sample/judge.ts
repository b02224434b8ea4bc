import type { SampleFault, SampleFaultKind, SampleTruth } from "#shared/domain/sample-truth.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";

const hour = 3_600_000;
const week = 7 * 24 * hour;

/** After a fault is mended an alert needs a while to end: that tail is not a false alert. */
const defaultMargin_ms = 6 * hour;

/** What the judge needs of an episode; ms UTC. */
export interface JudgedEpisode {
  readonly from: number;
  readonly to: number;
}

export interface FaultVerdict {
  readonly kind: SampleFaultKind;
  readonly found: boolean;
  /** Onset to the first alert, h; null where not found. */
  readonly delayHours: number | null;
  /** First alert to the mending or the trip, h; null where not found. */
  readonly leadHours: number | null;
}

export interface DetectionVerdict {
  /** Faults whose time overlaps the scored range. */
  readonly planted: number;
  readonly found: number;
  readonly falseAlerts: number;
  /** Per week of scored time in which no fault was present (margins left out as well); NaN where there is none. */
  readonly falseAlertsPerWeek: number;
  /** Share of that same fault-free time spent in an alert, 0 … 1; NaN where there is none. */
  readonly falseAlertShare: number;
  readonly perFault: readonly FaultVerdict[];
}

/**
 * Episodes against planted faults. An episode is a hit when at least half of it lies in the time of faults ([from, to + margin), all faults
 * together; an episode of no length counts by where it is), and then it finds every fault it overlaps before its end. Any other episode is one false alert:
 * so a single alert over the whole log finds nothing. Episodes outside the scored range do not count.
 */
export function judgeDetection(
  truth: SampleTruth,
  episodes: readonly JudgedEpisode[],
  scoredRange: TimeRange,
  margin_ms: number = defaultMargin_ms,
): DetectionVerdict {
  const faults = truth.faults.filter((fault) => overlap(fault, scoredRange) > 0);
  const faulty = union(faults.map(({ from, to }) => clip({ from, to: to + margin_ms }, scoredRange)));
  const scored = episodes
    .filter(({ from, to }) => to >= scoredRange.from && from < scoredRange.to)
    .map((episode) => clip(episode, scoredRange));
  const hits = scored.filter((episode) => isHit(episode, faulty));
  const misses = scored.filter((episode) => !isHit(episode, faulty));

  const perFault = faults.map((fault) => verdict(fault, hits));
  const faultFree_ms = scoredRange.to - scoredRange.from - total(faulty);
  const alerted = union(scored);
  const inBoth = alerted.reduce((sum, alert) => sum + faulty.reduce((part, fault) => part + overlap(alert, fault), 0), 0);
  return {
    planted: faults.length,
    found: perFault.filter(({ found }) => found).length,
    falseAlerts: misses.length,
    falseAlertsPerWeek: faultFree_ms > 0 ? misses.length / (faultFree_ms / week) : Number.NaN,
    falseAlertShare: faultFree_ms > 0 ? (total(alerted) - inBoth) / faultFree_ms : Number.NaN,
    perFault,
  };
}

function isHit(episode: TimeRange, faulty: readonly TimeRange[]): boolean {
  const length = episode.to - episode.from;
  if (length <= 0) return faulty.some(({ from, to }) => episode.from >= from && episode.from < to);
  return faulty.reduce((sum, range) => sum + overlap(episode, range), 0) >= length / 2;
}

function verdict({ kind, from, to }: SampleFault, hits: readonly TimeRange[]): FaultVerdict {
  // An alert that begins after the mending is the tail of it, and finds nothing.
  const first = hits
    .filter((hit) => hit.from < to && Math.max(hit.to, hit.from + 1) > from)
    .reduce((least, hit) => Math.min(least, Math.max(from, hit.from)), Number.POSITIVE_INFINITY);
  if (first === Number.POSITIVE_INFINITY) return { kind, found: false, delayHours: null, leadHours: null };
  return { kind, found: true, delayHours: (first - from) / hour, leadHours: (to - first) / hour };
}

const overlap = (a: TimeRange, b: TimeRange): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
const clip = (a: TimeRange, to: TimeRange): TimeRange => ({ from: Math.max(a.from, to.from), to: Math.min(a.to, to.to) });
const total = (ranges: readonly TimeRange[]): number => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

/** The same time without overlaps, ascending. */
function union(ranges: readonly TimeRange[]): TimeRange[] {
  const merged: TimeRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last && range.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else merged.push(range);
  }
  return merged;
}

export interface EfficiencyVerdict {
  /** Over the judged days, weighted by the healthy plant's energy, %. */
  readonly trueLossPercent: number;
  readonly foundLossPercent: number;
  /** Found over true: 1 is exact; NaN where the truth has no loss. */
  readonly ratio: number;
  /** Mean of |found − true| over the judged days, in percentage points. */
  readonly meanAbsoluteError: number;
  readonly days: number;
}

/**
 * Daily losses found by a model against the planted ones. Judged are the days that both have; a NaN percent leaves its day out.
 * @param dailyLoss day as `2025-04-24` (UTC), loss in percent of the expected specific energy, positive for a loss
 */
export function judgeEfficiency(truth: SampleTruth, dailyLoss: readonly { day: string; percent: number }[]): EfficiencyVerdict {
  const planted = new Map(truth.efficiency.daily.map((day) => [day.day, day]));
  let weight = 0;
  let trueLoss = 0;
  let foundLoss = 0;
  let error = 0;
  let days = 0;
  for (const { day, percent } of dailyLoss) {
    const known = planted.get(day);
    if (!known || Number.isNaN(percent)) continue;
    weight += known.healthy_kWh;
    trueLoss += known.healthy_kWh * known.lossPercent;
    foundLoss += known.healthy_kWh * percent;
    error += Math.abs(percent - known.lossPercent);
    days++;
  }
  return {
    trueLossPercent: trueLoss / weight,
    foundLossPercent: foundLoss / weight,
    ratio: trueLoss === 0 ? Number.NaN : foundLoss / trueLoss,
    meanAbsoluteError: error / days,
    days,
  };
}
