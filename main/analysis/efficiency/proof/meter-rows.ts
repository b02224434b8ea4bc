import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Meter, MeterRows } from "#shared/domain/proof.ts";
import { interval } from "../../signal/interval.ts";

export interface MeterReading {
  /** Carries the length and the local clock of the readings wanted, and the tag in the frame. */
  readonly meter: Meter;
  /** `power`: the tag is a rate per hour (kW); `amount`: of each row (kWh); `counter`: a count that only grows and restarts when changed. */
  readonly kind: "power" | "amount" | "counter";
  /** Amounts (output) are added up, all else (temperature, load) is averaged. */
  readonly drivers: readonly { readonly tag: string; readonly by: "mean" | "sum" }[];
}

const hour = 3_600_000;
// CalTRACK 2.0 (2.2, 3.5.5) asks that nine tenths of a period be covered.
const leastSeen = 0.9;

/**
 * Samples of a log as readings of a meter: one row per interval, on intervals of the local clock (of a fixed length: days and shorter).
 * @returns rows from the first to the last interval of the frame; NaN where less than nine tenths of an interval were seen or a counter
 * ran backwards. What a sum lacks of an interval, at most a tenth, is taken to have been like the rest of that interval.
 */
export function meterRows(frame: Frame, { meter, kind, drivers }: MeterReading): MeterRows {
  const n = frame.time.length;
  if (n === 0)
    return {
      time: new Float64Array(0),
      energy: new Float64Array(0),
      drivers: drivers.map((d) => ({ tag: d.tag, unit: columnOf(frame, d.tag).unit, values: new Float64Array(0) })),
    };
  const { intervalMs, clockOffsetMs } = meter;
  const slotOf = (t: number): number => Math.floor((t + clockOffsetMs) / intervalMs);
  const first = slotOf(frame.time[0]!);
  const count = slotOf(frame.time[n - 1]!) - first + 1;
  const time = Float64Array.from({ length: count }, (_, k) => (first + k) * intervalMs - clockOffsetMs);
  const step = Math.min(interval(frame.time) || intervalMs, intervalMs);
  const expected = intervalMs / step;
  const slots = Int32Array.from(frame.time, (t) => slotOf(t) - first);
  const gathered = (values: Float64Array, by: "mean" | "sum"): Float64Array => {
    const sums = new Float64Array(count);
    const seen = new Float64Array(count);
    for (let i = 0; i < n; i++) {
      if (Number.isNaN(values[i]!)) continue;
      sums[slots[i]!] = sums[slots[i]!]! + values[i]!;
      seen[slots[i]!] = seen[slots[i]!]! + 1;
    }
    return sums.map((sum, k) =>
      seen[k]! < leastSeen * expected ? Number.NaN : by === "mean" ? sum / seen[k]! : (sum / seen[k]!) * Math.max(expected, seen[k]!),
    );
  };
  const { values } = columnOf(frame, meter.tag);
  const energy =
    kind === "counter"
      ? countedBetween(frame.time, values, time, intervalMs)
      : kind === "amount"
        ? gathered(values, "sum")
        : gathered(values, "mean").map((mean) => (mean * intervalMs) / hour);
  return {
    time,
    energy,
    drivers: drivers.map(({ tag, by }) => {
      const column = columnOf(frame, tag);
      return { tag, unit: column.unit, values: gathered(column.values, by) };
    }),
  };
}

/** Differences of a counter between the ends of the intervals, its values drawn straight between samples. */
function countedBetween(at: Float64Array, counter: Float64Array, time: Float64Array, intervalMs: number): Float64Array {
  const known = Int32Array.from(at.keys()).filter((i) => !Number.isNaN(counter[i]!));
  let k = 0;
  const valueAt = (t: number): number => {
    while (k + 1 < known.length && at[known[k + 1]!]! <= t) k++;
    while (k > 0 && at[known[k]!]! > t) k--;
    const [a, b] = [known[k], known[k + 1]];
    if (a === undefined || at[a]! > t) return Number.NaN;
    if (at[a]! === t) return counter[a]!;
    // Beyond a tenth of an interval without a sample the value at its end is a guess.
    if (b === undefined || at[b]! - at[a]! > intervalMs * (1 + (1 - leastSeen))) return Number.NaN;
    if (counter[b]! < counter[a]!) return Number.NaN;
    return counter[a]! + ((counter[b]! - counter[a]!) * (t - at[a]!)) / (at[b]! - at[a]!);
  };
  const ends = [...time, time.at(-1)! + intervalMs].map(valueAt);
  const restarted = new Uint8Array(time.length);
  for (let i = 1; i < known.length; i++)
    if (counter[known[i]!]! < counter[known[i - 1]!]!) {
      const slot = Math.floor((at[known[i]!]! - time[0]!) / intervalMs);
      restarted[slot] = 1;
    }
  return time.map((_, j) => (restarted[j] === 1 ? Number.NaN : ends[j + 1]! - ends[j]!));
}
