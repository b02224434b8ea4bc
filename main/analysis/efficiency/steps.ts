import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { evaluate } from "#shared/formula/evaluate.ts";
import { interval } from "../signal/interval.ts";
import type { KpiMeaning } from "./kpi-meaning.ts";

/** The KPI and its inputs over steps of equal length; NaN where nothing can be said. */
export interface Steps {
  /** [steps] start, ms UTC, ascending. */
  readonly time: Float64Array;
  readonly stepMs: number;
  /** [steps] unit of the KPI. */
  readonly measured: Float64Array;
  /** [steps] throughput added up over the hours it was measured; hours where the KPI has none. */
  readonly throughput: Float64Array;
  /** [steps] hours that count. */
  readonly hours: Float64Array;
  /** [inputs][steps] mean over the rows that count. */
  readonly inputs: readonly Float64Array[];
  /** [steps] 1 where the plant stood by the KPI's own rule for most of the step: nothing is missing there. */
  readonly stood: Uint8Array;
}

const hour = 3_600_000;
// A step that is known for less than half of its time is more gap than step.
const leastShare = 0.5;

/**
 * Averages rows over steps. A ratio is the sum above over the sum below the line; everything is weighed by how long a row stands
 * (until the next one, at most twice the usual distance). Where the log is coarser than the steps, every row is a step.
 * @param ranges only rows in these count; steps start at multiples of their length since 1970.
 */
export function stepsOf(
  frame: Frame,
  meaning: KpiMeaning,
  inputs: readonly string[],
  ranges: readonly TimeRange[],
  resolutionMs: number,
): Steps {
  const { time } = frame;
  const usual = interval(time);
  const coarse = !(usual < resolutionMs);
  const stepMs = coarse && Number.isFinite(usual) ? usual : resolutionMs;
  const starts = coarse ? rowStarts(time, ranges) : gridStarts(ranges, stepMs);
  const n = starts.length;

  const value = evaluate(meaning.value, frame);
  const per = meaning.per && evaluate(meaning.per, frame);
  const valid = meaning.validWhen && evaluate(meaning.validWhen, frame);
  const throughput = meaning.throughput && evaluate(meaning.throughput, frame);
  const columns = inputs.map((tag) => columnOf(frame, tag).values);

  const above = new Float64Array(n);
  const below = new Float64Array(n);
  const amount = new Float64Array(n);
  const known = new Float64Array(n);
  const stoodFor = new Float64Array(n);
  const sums = columns.map(() => new Float64Array(n));
  const knownFor = columns.map(() => new Float64Array(n));

  let step = 0;
  for (let row = 0; row < time.length; row++) {
    const t = time[row]!;
    while (step < n && (coarse ? starts[step]! < t : starts[step]! + stepMs <= t)) step++;
    if (step === n) break;
    if (t < starts[step]! || !inside(t, ranges)) continue;
    const next = row + 1 < time.length ? time[row + 1]! - t : usual;
    const stands = Math.min(next, 2 * stepMs, 2 * (Number.isFinite(usual) ? usual : stepMs));
    if (!(stands > 0)) continue;
    if (valid && valid[row] === 0) {
      stoodFor[step] = stoodFor[step]! + stands;
      continue;
    }
    const rate = throughput ? throughput[row]! : 1;
    // x − x is NaN for a NaN: one test for all that a row needs.
    if (!Number.isFinite(value[row]! + (per ? per[row]! : 0) + rate) || (valid && Number.isNaN(valid[row]!))) continue;
    const weight = per ? stands : stands * (throughput ? rate : 1);
    above[step] = above[step]! + value[row]! * weight;
    below[step] = below[step]! + (per ? per[row]! : 1) * weight;
    amount[step] = amount[step]! + rate * stands;
    known[step] = known[step]! + stands;
    for (const [j, column] of columns.entries()) {
      const x = column[row]!;
      if (!Number.isFinite(x)) continue;
      sums[j]![step] = sums[j]![step]! + x * stands;
      knownFor[j]![step] = knownFor[j]![step]! + stands;
    }
  }

  const stood = new Uint8Array(n);
  const measured = new Float64Array(n).fill(Number.NaN);
  for (let k = 0; k < n; k++) {
    const enough = known[k]! > 0 && (coarse || known[k]! >= leastShare * stepMs);
    if (enough && below[k]! > 0) measured[k] = above[k]! / below[k]!;
    else if (enough || (stoodFor[k]! > 0 && stoodFor[k]! + known[k]! >= leastShare * stepMs)) stood[k] = 1;
    for (const [j, sum] of sums.entries())
      sum[k] = knownFor[j]![k]! >= leastShare * known[k]! && known[k]! > 0 ? sum[k]! / knownFor[j]![k]! : Number.NaN;
  }
  return {
    time: starts,
    stepMs,
    measured,
    throughput: amount.map((a) => a / hour),
    hours: known.map((ms) => ms / hour),
    inputs: sums,
    stood,
  };
}

/** Every step that begins or ends in a range; rows outside of the ranges do not count towards it. */
function gridStarts(ranges: readonly TimeRange[], stepMs: number): Float64Array {
  const starts = new Set<number>();
  for (const { from, to } of ranges) for (let k = Math.floor(from / stepMs); k * stepMs < to; k++) starts.add(k * stepMs);
  return Float64Array.from(starts).sort();
}

const rowStarts = (time: Float64Array, ranges: readonly TimeRange[]): Float64Array => time.filter((t) => inside(t, ranges));

const inside = (t: number, ranges: readonly TimeRange[]): boolean => ranges.some(({ from, to }) => t >= from && t < to);
