import type { FlatRun, QualityFinding, QualityReport, TagQuality } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatTime } from "#shared/units/format-time.ts";
import type { Block } from "./blocks.ts";
import type { Distances } from "./distances.ts";
import type { Ranked } from "./greatest.ts";
import { type JudgedTag, judgeTag, ratesData, tagQuality } from "./judge-tag.ts";
import { qualityFinding } from "./quality-finding.ts";
import type { Spread } from "./spread.ts";
import type { TagFigures } from "./tag-figures.ts";
import { type Clock, usualClock } from "./usual-clock.ts";

const leastGaps = 0.01; // share of the log's time
const manyGaps = 0.1;
const frozenShare = 0.5; // of the signals that stand still together
const overlap = 0.8; // of a stretch that another one must cover
const stepsTogether = 0.03; // of the record
const sharedSteps = 0.25; // of the other signals
const jumpsTogether = 0.25; // of the other signals
const commonShare = 0.5; // of the signals that leap together
const leapIntervals = 3;
const greatJump = 0.2; // of the usual range

/** What one pass over the log leaves behind. */
export interface LogFigures {
  readonly rows: number;
  readonly log: TimeRange;
  /** Of the rows, whatever they hold. */
  readonly distances: Distances;
  readonly blocks: readonly Block[];
  readonly tags: readonly TagFigures[];
}

/**
 * Judges every tag by itself and in the company of the others: what all do at one moment is the plant's doing, or the logger's, and no
 * sensor's.
 */
export function judgeLog({
  rows,
  log,
  distances,
  blocks,
  tags,
}: LogFigures): Pick<QualityReport, "rows" | "from" | "to" | "intervalMs" | "findings" | "tags"> {
  const clock = usualClock({ distances, blocks, log, extent: log });
  const judged = tags.map(judgeTag);
  const signals = judged.filter(({ nature }) => nature === "signal");
  const frozen = frozenStretches(signals);
  const span = log.to - log.from;
  const page = (one: JudgedTag): TagQuality =>
    tagQuality(one, {
      logMissedMs: clock.missedMs,
      isLogGap: (gap) => clock.gaps.some((other) => covers(other, gap) || covers(gap, other)),
      sameRates: sameRates(one.clock, clock),
      isFrozen: (run) => frozen.some(({ runs }) => runs.has(run)),
      stepIsShared: one.step !== undefined && stepIsShared(one, signals, stepsTogether * span),
      isShared: (spike) => isShared(spike, one, signals),
    });
  return {
    rows,
    from: rows > 0 ? log.from : null,
    to: rows > 0 ? log.to : null,
    intervalMs: Number.isNaN(clock.intervalMs) ? null : clock.intervalMs,
    findings: [...logGaps(clock, span), ...logRates(clock), ...frozen.map(({ finding }) => finding), ...commonLeaps(signals)],
    tags: judged.map(page),
  };
}

function logGaps(clock: Clock, span: number): QualityFinding[] {
  const longest = clock.gaps[0];
  const share = clock.missedMs / span;
  if (!longest || !(share >= leastGaps)) return [];
  const data = {
    count: clock.count,
    percent: Number((100 * share).toPrecision(3)),
    longest: formatDuration(longest.to - longest.from),
    from: formatTime(longest.from),
  };
  return [qualityFinding("quality.log.gaps", share >= manyGaps ? "warning" : "note", data, longest)];
}

function logRates({ rates: [first, second] }: Clock): QualityFinding[] {
  return first && second ? [qualityFinding("quality.log.rates", "note", ratesData(first, second), null)] : [];
}

function frozenStretches(signals: readonly JudgedTag[]): { runs: Set<FlatRun>; finding: QualityFinding }[] {
  const found: { runs: Set<FlatRun>; finding: QualityFinding }[] = [];
  const known = new Set<FlatRun>();
  for (const run of signals.flatMap(({ stuck }) => stuck)) {
    if (known.has(run)) continue;
    const together = signals.flatMap(({ stuck }) => stuck.filter((other) => covers(other, run) && covers(run, other)));
    if (together.length < Math.max(3, frozenShare * signals.length)) continue;
    for (const one of together) known.add(one);
    const data = { tags: together.length, of: signals.length, length: formatDuration(run.to - run.from), from: formatTime(run.from) };
    found.push({ runs: new Set(together), finding: qualityFinding("quality.log.frozen", "warning", data, { from: run.from, to: run.to }) });
  }
  return found;
}

const covers = (a: TimeRange, b: TimeRange): boolean => Math.min(a.to, b.to) - Math.max(a.from, b.from) >= overlap * (b.to - b.from);

const sameRates = (a: Clock, b: Clock): boolean =>
  a.rates.length === b.rates.length &&
  a.rates.every(({ intervalMs }) => b.rates.some((r) => Math.abs(r.intervalMs - intervalMs) <= 0.1 * intervalMs));

function stepIsShared(one: JudgedTag, signals: readonly JudgedTag[], nearMs: number): boolean {
  const others = signals.filter((other) => other !== one);
  const with_ = others.filter(({ step }) => step && Math.abs(step.at - one.step!.at) <= nearMs).length;
  return with_ >= Math.max(1, sharedSteps * others.length);
}

/**
 * Whether other tags moved with a spike: one that leapt as well, or a quarter of them with one of their own greatest jumps. A pump that starts heats its
 * outlet for two samples; no sensor does that to its neighbours.
 */
function isShared(spike: Ranked, one: JudgedTag, signals: readonly JudgedTag[]): boolean {
  const near = leapIntervals * one.clock.intervalMs;
  const at = (other: Ranked): boolean => Math.abs(other.from - spike.from) <= near;
  const others = signals.filter((other) => other !== one);
  if (others.some(({ spikes }) => spikes?.at.some(at))) return true;
  return (
    others.filter(({ figures, spread }) => figures.jumps.some((jump) => at(jump) && isGreat(jump, spread))).length >=
    Math.max(1, jumpsTogether * others.length)
  );
}

const isGreat = (jump: Ranked, spread: Spread | undefined): boolean =>
  spread !== undefined && jump.size >= greatJump * (spread.high - spread.low);

/** Moments at which half of the signals leap and come back at once. */
function commonLeaps(signals: readonly JudgedTag[]): QualityFinding[] {
  const moments: { at: number; tags: Set<JudgedTag> }[] = [];
  for (const one of signals)
    for (const { from } of one.spikes?.at ?? []) {
      const known = moments.find(({ at }) => Math.abs(at - from) <= one.clock.intervalMs);
      if (known) known.tags.add(one);
      else moments.push({ at: from, tags: new Set([one]) });
    }
  const common = moments
    .filter(({ tags }) => tags.size >= Math.max(3, commonShare * signals.length))
    .sort((a, b) => b.tags.size - a.tags.size || a.at - b.at);
  const most = common[0];
  if (!most) return [];
  const data = { count: common.length, tags: most.tags.size, of: signals.length, at: formatTime(most.at, { precision: "second" }) };
  return [qualityFinding("quality.log.leaps", "warning", data, { from: most.at, to: most.at })];
}
