import type { Frame } from "#shared/domain/frame.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { checkedParts } from "./checked-parts.ts";
import { timeColumn } from "./column-names.ts";
import { duckdbOfThread } from "./duckdb-of-thread.ts";
import { damaged, readManifest } from "./manifest.ts";
import { mergeFrames } from "./merge-frames.ts";
import { sqlName, sqlText } from "./sql-text.ts";
import { doubles, microHalves } from "./vector-items.ts";

/**
 * The samples of some tags, ascending in time: rows of all folders on one clock, NaN where a folder has no such tag or no
 * sample. Where two folders have a row at one time, each tag takes the first good sample in the order of the folders.
 * Throws `signals.damaged` with the file that is missing, too short or unreadable.
 */
export async function readSignals(input: {
  folders: readonly string[];
  tags: readonly string[];
  range?: TimeRange | undefined;
}): Promise<Frame> {
  const frames: Frame[] = [];
  for (const folder of input.folders) frames.push(await readFolder(folder, input.tags, input.range));
  return mergeFrames(frames, input.tags);
}

async function readFolder(folder: string, tags: readonly string[], range: TimeRange | undefined): Promise<Frame> {
  const manifest = readManifest(folder);
  const parts = checkedParts(folder, manifest, range);
  const known = tags.map((tag) => manifest.columns.find((c) => c.tag === tag));
  const capacity = parts.reduce((sum, p) => sum + p.rows, 0);
  const time = new Float64Array(capacity);
  const values = tags.map(() => new Float64Array(capacity));
  const asked = known.flatMap((column, k) => (column ? [{ column, to: values[k]! }] : []));
  let rows = 0;
  const { instance } = await duckdbOfThread();
  for (const { path } of parts) {
    const connection = await instance.connect();
    try {
      const list = [timeColumn, ...asked.map(({ column }) => `coalesce(${sqlName(column.column)}, 'nan'::DOUBLE)`)];
      const result = await connection.stream(`SELECT ${list.join(", ")} FROM read_parquet(${sqlText(path)})${within(range)}`);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        copyTime(microHalves(chunk.getColumnVector(0)), time, rows);
        for (let k = 0; k < asked.length; k++) asked[k]!.to.set(doubles(chunk.getColumnVector(k + 1)), rows);
        rows += chunk.rowCount;
      }
    } catch (cause) {
      throw damaged(path, cause);
    } finally {
      connection.closeSync();
    }
  }
  for (let k = 0; k < tags.length; k++) if (!known[k]) values[k]!.fill(Number.NaN);
  return {
    time: rows === capacity ? time : time.slice(0, rows),
    columns: tags.map((tag, k) => ({
      tag,
      unit: known[k]?.unit ?? "",
      values: rows === capacity ? values[k]! : values[k]!.slice(0, rows),
    })),
  };
}

/** The WHERE of a range of ms; a microsecond is the finest step stored. */
const within = (range: TimeRange | undefined): string =>
  range
    ? ` WHERE ${timeColumn} >= make_timestamp(${Math.ceil(range.from * 1000)}) AND ${timeColumn} < make_timestamp(${Math.ceil(range.to * 1000)})`
    : "";

function copyTime(halves: Int32Array, time: Float64Array, at: number): void {
  for (let i = 0; i * 2 < halves.length; i++) time[at + i] = (halves[2 * i + 1]! * 4294967296 + (halves[2 * i]! >>> 0)) / 1000;
}
