import type { EnvelopeSeries } from "#shared/domain/envelope.ts";
import { gapIntervals } from "./gap-intervals.ts";

/** One entry per pixel column that holds a sample, ascending. Times in ms. */
export interface Buckets {
  from: number[];
  to: number[];
  min: number[];
  max: number[];
  first: number[];
  last: number[];
}

/** Lays the folders' pixel columns over each other and puts a row of NaN into every gap of more than three median intervals. */
export function buildSeries(tag: string, found: readonly { buckets: Buckets; unit: string; intervalMs: number }[]): EnvelopeSeries {
  const all = found.flatMap(({ buckets, intervalMs }) => buckets.from.map((_, i) => ({ buckets, i, intervalMs })));
  if (found.length > 1) all.sort((a, b) => a.buckets.from[a.i]! - b.buckets.from[b.i]!);
  const rows: number[][] = [];
  let end = Number.NaN;
  let interval = Number.NaN;
  for (const { buckets: b, i, intervalMs } of all) {
    const from = b.from[i]!;
    const allowed = gapIntervals * Math.max(intervalMs, Number.isNaN(interval) ? intervalMs : interval);
    if (from - end > allowed) rows.push([end + (from - end) / 2, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    rows.push([from, b.min[i]!, b.max[i]!, b.first[i]!, b.last[i]!]);
    end = Number.isNaN(end) ? b.to[i]! : Math.max(end, b.to[i]!);
    interval = intervalMs;
  }
  const field = (k: number) => Float64Array.from(rows, (row) => row[k]!);
  return {
    tag,
    unit: found.find((f) => f.unit !== "")?.unit ?? "",
    time: field(0),
    min: field(1),
    max: field(2),
    first: field(3),
    last: field(4),
  };
}
