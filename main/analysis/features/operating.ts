import type { Column } from "#shared/domain/frame.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";

/** A tag that is near zero when the machine is off. */
export interface OperatingTag {
  readonly tag: string;
  readonly unit: string;
  /** In the tag's unit; below it the tag says "off". */
  readonly offBelow: number;
}

// Off is near zero: standby power, sensor offset and leakage stay below a tenth of the usual high value.
const nearZero = 0.1;
const between = 0.3;
const threshold = 0.2;
const leastShareOff = 0.002;
const mostShareOff = 0.98;
// Between off and running there are only the few rows of starts and stops.
const mostBetween = 0.25;
const agreement = 0.9;
const mostRows = 50_000; // evenly spread rows tell shares of a long log to a tenth of a percent

/**
 * Tags that tell by themselves whether the machine runs: near zero for a part of the time, well above it for the rest,
 * hardly ever between, and off at the same rows as the others. One such tag among three or more is not believed: a
 * machine that stops is seen by more than one of its sensors, a blocked pipe need not be.
 */
export function findOperating(columns: readonly Column[]): OperatingTag[] {
  const candidates = columns
    .map(thinned)
    .map(offState)
    .filter((c) => c !== undefined);
  const groups = candidates.map((c) =>
    candidates.filter((other) => alike(c.column.values, c.offBelow, other.column.values, other.offBelow)),
  );
  const largest = groups.reduce<typeof candidates>((best, group) => (group.length > best.length ? group : best), []);
  const needed = columns.length >= 3 ? 2 : 1;
  if (largest.length < needed) return [];
  return largest.map(({ column, offBelow }) => ({ tag: column.tag, unit: column.unit, offBelow }));
}

function thinned(column: Column): Column {
  const step = Math.ceil(column.values.length / mostRows);
  return step <= 1 ? column : { ...column, values: column.values.filter((_, i) => i % step === 0) };
}

function offState(column: Column): { column: Column; offBelow: number } | undefined {
  const values = sorted(column.values);
  if (values.length === 0) return undefined;
  const high = sortedQuantile(values, 0.95);
  if (!(high > 0) || sortedQuantile(values, 0.01) < -nearZero * high) return undefined;
  const off = countBelow(values, nearZero * high) / values.length;
  const middle = countBelow(values, between * high) / values.length - off;
  if (off < leastShareOff || off > mostShareOff || middle > mostBetween * off) return undefined;
  return { column, offBelow: threshold * high };
}

function countBelow(ascending: Float64Array, limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Of the rows at which either says off, nearly all must be off by both. */
function alike(a: Float64Array, aBelow: number, b: Float64Array, bBelow: number): boolean {
  let either = 0;
  let both = 0;
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]!) || Number.isNaN(b[i]!)) continue;
    const aOff = a[i]! < aBelow;
    const bOff = b[i]! < bBelow;
    if (aOff || bOff) either++;
    if (aOff && bOff) both++;
  }
  return both >= agreement * either;
}

/** [rows] 1 where more than half of the operating tags that have a value say "off"; 0 where none has one. */
export function offRows(operating: readonly OperatingTag[], columns: readonly Column[], rows: number): Uint8Array {
  const votes = new Int16Array(rows);
  for (const { tag, offBelow } of operating) {
    const values = columns.find((c) => c.tag === tag)?.values;
    if (!values) continue;
    for (let i = 0; i < rows; i++) {
      const value = values[i]!;
      if (value < offBelow) votes[i]!++;
      else if (value >= offBelow) votes[i]!--;
    }
  }
  return Uint8Array.from(votes, (v) => (v > 0 ? 1 : 0));
}
