import type { Frame } from "#shared/domain/frame.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { firstAtLeast } from "./first-at-least.ts";
import { readManifest } from "./manifest.ts";
import { mergeFrames } from "./merge-frames.ts";
import type { ParquetSource } from "./parquet/parquet-source.ts";
import { withPart } from "./with-part.ts";

/**
 * The samples of some tags, ascending in time: rows of all folders on one clock, NaN where a folder has no such tag or no
 * sample. Where two folders have a row at one time, each tag takes the first good sample in the order of the folders.
 * Throws `signals.damaged` with the file that is missing, cut off or fails a checksum.
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
  const places = tags.map((tag) => manifest.columns.findIndex((c) => c.tag === tag));
  const stretches: Frame[] = [];
  for (const part of manifest.parts) {
    if (range && (part.to < range.from || part.from >= range.to)) continue;
    stretches.push(await withPart(folder, part, (source) => readPart(source, places, tags, range)));
  }
  const units = places.map((k) => manifest.columns[k]?.unit ?? "");
  const frame = stretches.length === 1 ? stretches[0]! : concatenated(stretches, tags);
  return { time: frame.time, columns: frame.columns.map((c, k) => ({ ...c, unit: units[k]! })) };
}

const atOnce = 4; // pages in decompression: as many as the thread pool has threads

async function readPart(
  source: ParquetSource,
  places: readonly number[],
  tags: readonly string[],
  range: TimeRange | undefined,
): Promise<Frame> {
  const groups = source.groups.flatMap((g, k) => (!range || (g.to >= range.from && g.from < range.to) ? [k] : []));
  const rows = groups.reduce((sum, g) => sum + source.groups[g]!.rows, 0);
  const time = new Float64Array(rows);
  const values = places.map(() => new Float64Array(rows));
  const tasks: (() => Promise<void>)[] = [];
  let start = 0;
  for (const g of groups) {
    const from = start;
    const to = start + source.groups[g]!.rows;
    tasks.push(() => source.time(g, time.subarray(from, to)));
    places.forEach((place, k) => {
      const into = values[k]!.subarray(from, to);
      if (place < 0) into.fill(Number.NaN);
      else tasks.push(() => source.values(g, place, into));
    });
    start = to;
  }
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let k = next++; k < tasks.length; k = next++) await tasks[k]!();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const frame = { time, columns: tags.map((tag, k) => ({ tag, unit: "", values: values[k]! })) };
  return range ? within(frame, range) : frame;
}

function within(frame: Frame, range: TimeRange): Frame {
  const from = firstAtLeast(frame.time, range.from);
  const to = firstAtLeast(frame.time, range.to);
  if (from === 0 && to === frame.time.length) return frame;
  return { time: frame.time.slice(from, to), columns: frame.columns.map((c) => ({ ...c, values: c.values.slice(from, to) })) };
}

function concatenated(frames: readonly Frame[], tags: readonly string[]): Frame {
  const joined = (arrays: readonly Float64Array[]): Float64Array => {
    const all = new Float64Array(arrays.reduce((sum, a) => sum + a.length, 0));
    let at = 0;
    for (const a of arrays) {
      all.set(a, at);
      at += a.length;
    }
    return all;
  };
  return {
    time: joined(frames.map((f) => f.time)),
    columns: tags.map((tag, k) => ({ tag, unit: "", values: joined(frames.map((f) => f.columns[k]!.values)) })),
  };
}
