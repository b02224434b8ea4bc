import type { Envelope, EnvelopeSeries } from "#shared/domain/envelope.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { bucketWidth } from "./bucket-width.ts";
import { type Buckets, buildSeries } from "./build-series.ts";
import { checkedParts } from "./checked-parts.ts";
import { timeColumn } from "./column-names.ts";
import { duckdbOfThread } from "./duckdb-of-thread.ts";
import { damaged, readManifest } from "./manifest.ts";
import { sqlName, sqlText } from "./sql-text.ts";
import { doubles } from "./vector-items.ts";

/**
 * The tags as drawn in so many pixel columns; see `Envelope`. Pixel columns lie on a grid that is fixed in time and changes only
 * in steps of the zoom, so that the picture stays still when the window's width changes by a few pixels. Folders are
 * laid over each other by time. Throws `signals.damaged`.
 */
export async function envelope(input: {
  folders: readonly string[];
  tags: readonly string[];
  range: TimeRange;
  pixels: number;
}): Promise<Envelope> {
  const { range, pixels } = input;
  const series: EnvelopeSeries[] = [];
  for (const tag of input.tags) {
    const found: { buckets: Buckets; unit: string; intervalMs: number }[] = [];
    for (const folder of input.folders) {
      const one = await bucketsOf(folder, tag, range, pixels);
      if (one) found.push(one);
    }
    series.push(buildSeries(tag, found));
  }
  return { from: range.from, to: range.to, series };
}

async function bucketsOf(folder: string, tag: string, range: TimeRange, pixels: number) {
  const manifest = readManifest(folder);
  const column = manifest.columns.find((c) => c.tag === tag);
  if (!column || column.valid === 0) return undefined;
  const parts = checkedParts(folder, manifest, range);
  if (parts.length === 0) return undefined;
  const name = sqlName(column.column);
  const from = Math.ceil(range.from * 1000);
  const to = Math.ceil(range.to * 1000);
  const width = bucketWidth(range, pixels);
  const source = `(SELECT epoch_us(${timeColumn}) AS t, ${name} AS v FROM read_parquet([${parts.map((p) => sqlText(p.path)).join(", ")}])
    WHERE ${timeColumn} >= make_timestamp(${from}) AND ${timeColumn} < make_timestamp(${to}) AND ${name} IS NOT NULL)`;
  const { instance } = await duckdbOfThread();
  const connection = await instance.connect();
  try {
    // Sparser than pixels: the samples themselves.
    const sparse = await connection.runAndReadAll(`SELECT count(*)::DOUBLE FROM ${source}`);
    const samples = Number(sparse.value(0, 0));
    const bucket = samples <= pixels ? "t" : `t // ${width}`;
    const result = await connection.run(
      `SELECT (min(t) / 1000.0)::DOUBLE, (max(t) / 1000.0)::DOUBLE, min(v), max(v), arg_min(v, t), arg_max(v, t) FROM ${source} GROUP BY ${bucket} ORDER BY 1`,
    );
    const buckets: Buckets = { from: [], to: [], min: [], max: [], first: [], last: [] };
    const fields = [buckets.from, buckets.to, buckets.min, buckets.max, buckets.first, buckets.last];
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (let k = 0; k < fields.length; k++) {
        const items = doubles(chunk.getColumnVector(k));
        for (let i = 0; i < items.length; i++) fields[k]!.push(items[i]!);
      }
    }
    return { buckets, unit: column.unit, intervalMs: column.intervalMs ?? Number.NaN };
  } catch (cause) {
    throw damaged(parts[0]!.path, cause);
  } finally {
    connection.closeSync();
  }
}
