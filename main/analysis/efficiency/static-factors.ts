import type { Frame } from "#shared/domain/frame.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";

/** What the static factors were in the baseline period, in their order; NaN where no tag shows one. */
export interface StaticLevels {
  /** [factors] unit of the tag. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

// What an instrument scatters about a level that does not change: 2 % of it, or of the range it had.
const margin = 0.02;

export function staticLevels({ staticFactors = [] }: KpiDefinition, frame: Frame, ranges: readonly TimeRange[]): StaticLevels {
  const seen = staticFactors.map(({ tag }) => valuesIn(frame, tag, ranges));
  const extreme = (of: (a: number, b: number) => number): Float64Array =>
    Float64Array.from(seen, (values) => (values.length > 0 ? values.reduce((a, b) => of(a, b)) : Number.NaN));
  return { low: extreme(Math.min), high: extreme(Math.max) };
}

/** The share of the samples in which each factor was not what it was in the baseline. @returns [factors] 0 … 1, NaN where nothing shows it. */
export function staticChanges(
  { staticFactors = [] }: KpiDefinition,
  { low, high }: StaticLevels,
  frame: Frame,
  ranges: readonly TimeRange[],
): number[] {
  return staticFactors.map(({ tag }, k) => {
    const values = valuesIn(frame, tag, ranges);
    const [from, to] = [low[k] ?? Number.NaN, high[k] ?? Number.NaN];
    if (values.length === 0 || Number.isNaN(from)) return Number.NaN;
    const by = margin * Math.max(to - from, Math.abs(to), Math.abs(from));
    return values.filter((v) => v < from - by || v > to + by).length / values.length;
  });
}

function valuesIn({ time, columns }: Frame, tag: string | null, ranges: readonly TimeRange[]): Float64Array {
  const column = columns.find((c) => c.tag === tag);
  return column
    ? column.values.filter((v, i) => Number.isFinite(v) && ranges.some(({ from, to }) => time[i]! >= from && time[i]! < to))
    : new Float64Array(0);
}
