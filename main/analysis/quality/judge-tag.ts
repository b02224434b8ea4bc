import type { FlatRun, QualityFinding, TagNature, TagQuality } from "#shared/domain/quality.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { findFarOutside } from "./find-far-outside.ts";
import { findSaturation } from "./find-saturation.ts";
import { findSpikes, type Spikes } from "./find-spikes.ts";
import { findStep, type Step } from "./find-step.ts";
import { findStuck } from "./find-stuck.ts";
import { findTrend, type Trend } from "./find-trend.ts";
import type { Ranked } from "./greatest.ts";
import { qualityFinding } from "./quality-finding.ts";
import { type Spread, spread } from "./spread.ts";
import type { TagFigures } from "./tag-figures.ts";
import { tagNature } from "./tag-nature.ts";
import { type Clock, usualClock } from "./usual-clock.ts";

const told = { significant: 3 } as const;
const fewestConstant = 20; // samples: fewer have hardly had the time to change
const leastStates = 0.01; // share of the rows that hold a text before it is told
const manyStates = 0.1;
const leastOwnGaps = 0.01; // share of the log's time
const manyGaps = 0.1;
const mostImpossible = 0.05; // beyond this share the limit is not this tag's: a load of 110 %
const leastDrift = 0.3; // of the usual range
const fewLevels = 16;
const leapLength = 3; // samples, as `Hampel` sees them
const repeats = 3; // samples per stretch on one value: noise of more than a step would break it up

/** What one tag shows by itself, before it is compared with the others. */
export interface JudgedTag {
  readonly figures: TagFigures;
  readonly nature: TagNature;
  readonly spread: Spread | undefined;
  readonly clock: Clock;
  readonly stuck: readonly FlatRun[];
  readonly spikes: Spikes | undefined;
  readonly step: Step | undefined;
  readonly trend: Trend | undefined;
}

/** Looks at one tag alone. */
export function judgeTag(figures: TagFigures): JudgedTag {
  const { valid, chosen, blocks, from, to } = figures;
  const values = valid > 0 && chosen.length > 0 ? spread(chosen) : undefined;
  const nature = tagNature(figures, values);
  const clock = usualClock({ distances: figures.distances, blocks, log: figures.log, extent: { from, to } });
  const moving = nature === "signal" && values !== undefined;
  const trend = nature === "signal" ? findTrend(blocks) : undefined;
  const step = moving ? findStep(blocks, values) : undefined;
  return {
    figures,
    nature,
    spread: values,
    clock,
    stuck: moving ? findStuck(figures) : [],
    spikes: moving || nature === "counter" ? findSpikes({ ...figures, resolution: values!.resolution, spread: values! }) : undefined,
    step,
    trend,
  };
}

/** What of a tag's remarks the comparison with the other tags has taken away or explained. */
export interface Company {
  /** Time the whole log misses, ms: not this tag's own. */
  readonly logMissedMs: number;
  /** Whether another tag has such a gap too. */
  readonly isLogGap: (gap: { from: number; to: number }) => boolean;
  readonly sameRates: boolean;
  /** Stretches in which the logger stood still. */
  readonly isFrozen: (run: FlatRun) => boolean;
  readonly stepIsShared: boolean;
  /** Whether other tags leapt or jumped with a spike: the plant did it, or the logger. */
  readonly isShared: (spike: Ranked) => boolean;
}

/** The tag's page: its figures, and what a person should know of it. */
export function tagQuality(judged: JudgedTag, company: Company): TagQuality {
  const { figures, nature, spread: values, clock, spikes, trend } = judged;
  const { tag, unit, rows, valid, log } = figures;
  const span = log.to - log.from;
  const usual = values ? values.high - values.low : 0;
  return {
    tag,
    unit,
    nature,
    rows,
    valid,
    states: [...figures.states],
    coverage: coverageOf(clock, valid, span),
    from: orNull(figures.from),
    to: orNull(figures.to),
    min: figures.lowest?.value ?? null,
    max: figures.highest?.value ?? null,
    median: orNull(values?.median),
    resolution: orNull(values?.resolution),
    intervalMs: orNull(clock.intervalMs),
    rates: [...clock.rates],
    gaps: { count: clock.count, totalMs: clock.missedMs, longest: clock.gaps[0] ?? null },
    flat: figures.runs.longest[0] ?? null,
    spikes: {
      count: spikes?.count ?? 0,
      sigma: spikes && spikes.at.length > 0 ? spikes.at[0]!.size / spikes.sigma : null,
      at: (spikes?.at ?? []).slice(0, 20).map(({ from, value }) => ({ time: from, value })),
    },
    drift: trend && usual > 0 ? { perDay: trend.perDay, share: trend.change / usual } : null,
    shape: figures.shape,
    findings: findingsOf(judged, company),
  };
}

/** Of a regular tag the samples that are there of those that are due; of any other the time outside its gaps. */
function coverageOf({ missedMs, intervalMs, regular, rates }: Clock, valid: number, span: number): number {
  if (valid === 0) return 0;
  if (!(span > 0)) return 1;
  const outsideGaps = Math.min(1, Math.max(0, 1 - missedMs / span));
  return regular && rates.length === 1 ? Math.min(outsideGaps, (valid * intervalMs) / (span + intervalMs)) : outsideGaps;
}

function findingsOf(judged: JudgedTag, company: Company): QualityFinding[] {
  const { figures, nature } = judged;
  if (nature === "empty") return [qualityFinding("quality.tag.empty", "warning", {}, null), ...states(figures)];
  const found = [...impossible(figures), ...states(figures), ...ownGaps(judged, company), ...ownRates(judged, company)];
  if (nature === "constant") {
    const { value } = figures.lowest!;
    const data = { count: figures.valid, value: formatQuantity(value, figures.unit) };
    return figures.valid >= fewestConstant ? [...found, qualityFinding("quality.tag.constant", "note", data, null)] : found;
  }
  return [...found, ...stuck(judged, company), ...leaps(judged, company), ...levels(judged, company), ...range(judged)];
}

function states({ states: texts, rows }: TagFigures): QualityFinding[] {
  const count = texts.reduce((sum, s) => sum + s.count, 0);
  if (count === 0 || count < leastStates * rows) return [];
  const data = { count, percent: percent(count / rows), text: texts[0]!.text };
  return [qualityFinding("quality.tag.states", count >= manyStates * rows ? "warning" : "note", data, null)];
}

function impossible({ limits, beyond, valid, unit }: TagFigures): QualityFinding[] {
  if (!limits || beyond.count === 0 || beyond.count > mostImpossible * valid) return [];
  const { low, high } = limits;
  const data = {
    count: beyond.count,
    percent: percent(beyond.count / valid),
    limits: high === Number.POSITIVE_INFINITY ? `≥ ${formatQuantity(low, unit)}` : `${formatNumber(low)} … ${formatQuantity(high, unit)}`,
    value: formatQuantity(beyond.worst, unit),
  };
  return [qualityFinding("quality.tag.impossible", "warning", data, { from: beyond.from, to: beyond.to })];
}

function ownGaps({ clock, figures }: JudgedTag, { logMissedMs, isLogGap }: Company): QualityFinding[] {
  const span = figures.log.to - figures.log.from;
  const own = (clock.missedMs - logMissedMs) / span;
  const gaps = clock.gaps.filter((gap) => !isLogGap(gap));
  if (!(own >= leastOwnGaps) || gaps.length === 0) return [];
  const longest = gaps[0]!;
  const data = {
    percent: percent(own),
    count: Math.max(gaps.length, clock.count - (clock.gaps.length - gaps.length)),
    longest: formatDuration(longest.to - longest.from),
    from: formatTime(longest.from),
  };
  return [qualityFinding("quality.tag.gaps", own >= manyGaps ? "warning" : "note", data, longest)];
}

function ownRates({ clock }: JudgedTag, { sameRates }: Company): QualityFinding[] {
  const [first, second] = clock.rates;
  if (!first || !second || sameRates) return [];
  return [qualityFinding("quality.tag.rates", "note", ratesData(first, second), null)];
}

export const ratesData = (first: { intervalMs: number; share: number }, second: { intervalMs: number; share: number }) => ({
  share: percent(first.share),
  interval: formatDuration(first.intervalMs),
  otherShare: percent(second.share),
  otherInterval: formatDuration(second.intervalMs),
});

function stuck({ stuck: runs, figures }: JudgedTag, { isFrozen }: Company): QualityFinding[] {
  return runs
    .filter((run) => !isFrozen(run))
    .map(({ value, rows, from, to }) =>
      qualityFinding(
        "quality.tag.stuck",
        "warning",
        {
          value: formatQuantity(value, figures.unit),
          length: formatDuration(to - from),
          rows,
          from: formatTime(from),
          usual: formatNumber(figures.valid / Math.max(1, figures.runs.runs), { significant: 2 }),
        },
        { from, to },
      ),
    );
}

function leaps({ spikes, figures }: JudgedTag, { isShared }: Company): QualityFinding[] {
  const own = spikes?.at.filter((spike) => !isShared(spike)) ?? [];
  const largest = own[0];
  if (!spikes || !largest) return [];
  const data = {
    // Of very many spikes only the largest are known one by one.
    count: spikes.count - (spikes.at.length - own.length),
    value: formatQuantity(largest.value, figures.unit),
    at: moment(largest.from),
    sigma: formatNumber(largest.size / spikes.sigma, { significant: 2 }),
  };
  return [qualityFinding("quality.tag.spikes", "warning", data, at(largest.from))];
}

function levels({ step, trend, spread: values, figures }: JudgedTag, { stepIsShared }: Company): QualityFinding[] {
  const { unit } = figures;
  if (step)
    return stepIsShared
      ? []
      : [
          qualityFinding(
            "quality.tag.step",
            "note",
            { before: formatQuantity(step.before, unit, told), after: formatQuantity(step.after, unit, told), at: formatTime(step.at) },
            at(step.at),
          ),
        ];
  const share = trend && values ? Math.abs(trend.change) / (values.high - values.low) : 0;
  if (!trend?.steady || share < leastDrift) return [];
  return [
    qualityFinding(
      "quality.tag.drift",
      "note",
      { perDay: formatQuantity(trend.perDay, unit, { ...told, sign: true }), percent: percent(share) },
      { from: figures.from, to: figures.to },
    ),
  ];
}

function range({ figures, nature, spread: values, spikes, clock }: JudgedTag): QualityFinding[] {
  if (nature !== "signal" || !values) return [];
  const { unit } = figures;
  const leapt = (at: number): boolean => spikes?.at.some(({ from }) => Math.abs(from - at) <= leapLength * clock.intervalMs) ?? false;
  const far = findFarOutside(figures, values);
  const found: QualityFinding[] = [];
  // What has been told as spikes is not told again.
  if (far.length > 0 && far.some(({ from }) => !leapt(from))) {
    const data = {
      count: far.length,
      low: formatNumber(values.low, told),
      high: formatQuantity(values.high, unit, told),
      value: formatQuantity(far[0]!.value, unit),
      at: moment(far[0]!.from),
    };
    found.push(qualityFinding("quality.tag.far-outside", "warning", data, at(far[0]!.from)));
  }
  for (const { value, rows, visits, from, to } of findSaturation(figures, values)) {
    const data = { value: formatQuantity(value, unit), rows, percent: percent(rows / figures.valid), visits };
    found.push(qualityFinding("quality.tag.saturated", "warning", data, { from, to }));
  }
  const steps = Math.round((values.high - values.low) / values.resolution) + 1;
  if (unit !== "" && steps >= 3 && steps <= fewLevels && figures.valid >= repeats * figures.runs.runs) {
    const data = { step: formatQuantity(values.resolution, unit, told), levels: steps };
    found.push(qualityFinding("quality.tag.coarse", "note", data, null));
  }
  return found;
}

const at = (time: number) => ({ from: time, to: time });
const moment = (time: number): string => formatTime(time, { precision: "second" });
const percent = (share: number): number => Number((100 * share).toPrecision(3));
const orNull = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);
