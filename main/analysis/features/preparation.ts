import { type FeatureWish, usualFeatures } from "#shared/domain/feature-wish.ts";
import type { Finding } from "#shared/domain/finding.ts";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import { bandsOf, type RegimePlan, type SeenCondition } from "#shared/domain/regime.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { interval } from "../signal/interval.ts";
import { type RowRange, runs } from "../signal/runs.ts";
import { ewmaWindow, trailingEwma } from "../signal/trailing-ewma.ts";
import { trailingMean } from "../signal/trailing-mean.ts";
import { findOperating, type OperatingTag, offRows } from "./operating.ts";
import { rangeRows } from "./range-rows.ts";
import { bandOfRows } from "./regime-of-row.ts";
import { transitionRows } from "./transitions.ts";

/** What is made of the samples before a model sees them; found once, then the same for every frame. */
export interface Preparation {
  readonly tags: readonly string[];
  readonly intervalMs: number;
  readonly gapMs: number;
  /** Rows that a prepared value rests on: those of the trailing mean, or of the window of the exponential one. */
  readonly smoothing: number;
  /** Span of the exponentially weighted mean, rows; missing where plain means are taken. */
  readonly ewmaSpan?: number;
  readonly operating: readonly OperatingTag[];
  readonly settlingMs: number;
  readonly leftOut: readonly { readonly tag: string; readonly code: string }[];
  /** Rows of regimes that are not included are left out; missing where regimes were not looked for. */
  readonly regimes?: RegimePlan;
  /** What the conditions were in the reference; missing on models of older versions. */
  readonly seen?: readonly SeenCondition[];
}

// A few lost samples are no interruption; the smoothing window reaches over as many.
const gapIntervals = 10;
const settlingIntervals = 30;
const mostMissing = 0.5;

/**
 * Finds the preparation: the log's interval and gaps, the tags that tell whether the machine runs (from the whole
 * frame, as a reference need not hold a stop), and which tags a model can use (from the reference).
 * @param reference where normal behaviour is. @param wish how values are smoothed.
 */
export function fitPreparation(
  frame: Frame,
  reference: readonly TimeRange[],
  wish: FeatureWish = usualFeatures,
): { preparation: Preparation; findings: Finding[] } {
  const intervalMs = interval(frame.time);
  const operating = findOperating(frame.columns);
  const base = {
    intervalMs,
    gapMs: gapIntervals * intervalMs,
    ...(wish.weights === "ewma" ? { smoothing: ewmaWindow(wish.rows), ewmaSpan: wish.rows } : { smoothing: wish.rows }),
    operating,
    settlingMs: operating.length > 0 ? settlingIntervals * intervalMs : 0,
  };
  const rows = rangeRows(frame.time, reference);
  const running = runningRuns({ ...base, tags: [], leftOut: [] }, frame);
  const findings: Finding[] = [];
  const known = new Uint8Array(frame.time.length);
  // One tag at a time: prepared, a long log is as large as it is raw.
  const summaries = frame.columns.map(({ tag, values }) => {
    const means = smoothed(base, values, running);
    for (const row of rows) if (!Number.isNaN(means[row]!)) known[row] = 1;
    return { tag, ...summary(means, rows) };
  });
  const runningRows = rows.reduce((count, row) => count + known[row]!, 0);
  for (const { tag, numbers, constant } of summaries) {
    if (numbers < (1 - mostMissing) * runningRows || numbers === 0)
      findings.push({
        code: "health.tag-sparse",
        severity: "warning",
        message: `${tag} has values in ${numbers} of ${runningRows} reference rows only and is left out.`,
        data: { tag, rows: numbers, of: runningRows },
      });
    else if (constant)
      findings.push({
        code: "health.tag-left-out",
        severity: "note",
        message: `${tag} never changes in the reference period and is left out: there is nothing to learn from it.`,
        data: { tag },
      });
  }
  const leftOut = findings.map((f) => ({ tag: String(f.data.tag), code: f.code }));
  const tags = frame.columns.map((c) => c.tag).filter((tag) => !leftOut.some((l) => l.tag === tag));
  return { preparation: { ...base, tags, leftOut }, findings };
}

/**
 * The preparation without the tags that never change in these rows: in the regimes that are left a setpoint may be the same throughout.
 * @param prepared by it. @param rows of the reference that are learned from.
 */
export function withoutConstants(preparation: Preparation, prepared: Frame, rows: Int32Array): Preparation {
  const constant = prepared.columns.filter(({ values }) => summary(values, rows).constant).map(({ tag }) => tag);
  if (constant.length === 0 || constant.length === prepared.columns.length) return preparation;
  const leftOut = [...preparation.leftOut, ...constant.map((tag) => ({ tag, code: "health.tag-left-out" }))];
  return { ...preparation, tags: preparation.tags.filter((tag) => !constant.includes(tag)), leftOut };
}

/**
 * The rows as a model sees them, on the same clock: the trailing mean of each tag while the machine runs, NaN where
 * it is off, settles after a start, or has too few samples. Windows never reach over a gap or a stop.
 */
export function prepare(preparation: Preparation, frame: Frame): Frame {
  const { runs: used, mixed } = usedRows(preparation, frame);
  return {
    time: frame.time,
    columns: preparation.tags.map((tag) => {
      const { unit, values } = columnOf(frame, tag);
      return { tag, unit, values: without(smoothed(preparation, values, used), mixed) };
    }),
  };
}

const smoothed = ({ smoothing, ewmaSpan }: Pick<Preparation, "smoothing" | "ewmaSpan">, values: Float64Array, runs: readonly RowRange[]) =>
  ewmaSpan === undefined ? trailingMean(values, smoothing, runs) : trailingEwma(values, ewmaSpan, runs);

/** Runs over whose ends no window reaches, and the rows in them that are left out nevertheless. */
interface Used {
  readonly runs: readonly RowRange[];
  /** [rows] 1 in a transition that is left out; undefined where there is none. */
  readonly mixed: Uint8Array | undefined;
}

/** The running rows without those in a band that is not included; a change of band that is left out begins a run of its own. */
function usedRows(preparation: Preparation, frame: Frame): Used {
  const running = runningRuns(preparation, frame);
  const { regimes, smoothing } = preparation;
  if (!regimes || bandsOf(regimes).length < 2) return { runs: running, mixed: undefined };
  const excluded = bandsOf(regimes).map((regime) => !regime.included);
  const withoutTransitions = regimes.regimes.some((regime) => regime.kind === "transition" && !regime.included);
  if (!withoutTransitions && !excluded.includes(true)) return { runs: running, mixed: undefined };
  const band = bandOfRows(regimes, frame);
  const mixed = withoutTransitions ? transitionRows(band, running, smoothing) : undefined;
  const found: RowRange[] = [];
  for (const { from, to } of running) {
    let start = -1;
    for (let i = from; i <= to; i++) {
      const used = i < to && excluded[band[i]!] !== true;
      const changed = i > from && i < to && mixed?.[i] === 1 && mixed[i - 1] === 0;
      if (start >= 0 && (!used || changed)) {
        found.push({ from: start, to: i });
        start = -1;
      }
      if (used && start < 0) start = i;
    }
  }
  return { runs: found, mixed };
}

/** The values with NaN in the rows that are marked. */
function without(values: Float64Array, marked: Uint8Array | undefined): Float64Array {
  if (marked) for (let i = 0; i < values.length; i++) if (marked[i] === 1) values[i] = Number.NaN;
  return values;
}

/** Runs without gap or stop, each without the rows in which the machine settles after a start. */
export function runningRuns(preparation: Preparation, frame: Frame): RowRange[] {
  const off = offRows(preparation.operating, frame.columns, frame.time.length);
  const found: RowRange[] = [];
  for (const { from, to } of runs(frame.time, preparation.gapMs)) {
    let start = -1;
    let settledAt = Number.NEGATIVE_INFINITY;
    for (let i = from; i < to; i++) {
      if (off[i] === 1) {
        if (start >= 0) found.push({ from: start, to: i });
        start = -1;
        settledAt = Number.NaN; // known once it runs again
        continue;
      }
      if (Number.isNaN(settledAt)) settledAt = frame.time[i]! + preparation.settlingMs;
      if (start < 0 && frame.time[i]! >= settledAt) start = i;
    }
    if (start >= 0) found.push({ from: start, to });
  }
  return found;
}

function summary(values: Float64Array, rows: Int32Array): { numbers: number; constant: boolean } {
  let numbers = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    numbers++;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // Means of equal values may differ in their last digits.
  return { numbers, constant: high - low <= 1e-9 * Math.max(Math.abs(high), Math.abs(low)) };
}
