import type { Frame } from "#shared/domain/frame.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { derive } from "./derive.ts";
import { readManifest } from "./manifest.ts";
import { mergeFrames } from "./merge-frames.ts";
import type { ParquetSource } from "./parquet/parquet-source.ts";
import { derivedOf, foldersOf, type SignalFolder } from "./signal-folder.ts";
import { withPart } from "./with-part.ts";

/**
 * The samples of some tags, ascending in time: rows of all folders on one clock, NaN where a folder has no such tag or no
 * sample. Where two folders have a row at one time, each tag takes the first good sample in the order of the folders. Tags that are computed
 * are computed here, on the rows of all folders.
 * Throws `signals.damaged` with the file that is missing, cut off or fails a checksum.
 */
export async function readSignals(input: {
  folders: readonly SignalFolder[];
  tags: readonly string[];
  range?: TimeRange | undefined;
}): Promise<Frame> {
  const folders = foldersOf(input.folders);
  const derived = derivedOf(input.folders);
  const measured = async (tags: readonly string[], range: TimeRange | undefined): Promise<Frame> => {
    const frames: Frame[] = [];
    for (const folder of folders) frames.push(await readFolder(folder, tags, range));
    return mergeFrames(frames, tags);
  };
  return input.tags.some((tag) => derived.has(tag))
    ? derive(input.tags, derived, input.range, measured)
    : measured(input.tags, input.range);
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
  const { from, to } = range ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const groups = source.groups.flatMap((g, k) => (g.to >= from && g.from < to ? [k] : []));
  const times = await allOf(groups.map((g) => () => source.timeWithin(g, from, to)));
  const starts = [0];
  for (const { time } of times) starts.push(starts.at(-1)! + time.length);
  const rows = starts.at(-1)!;
  const joined = new Float64Array(rows);
  times.forEach(({ time }, k) => {
    joined.set(time, starts[k]!);
  });
  const values = places.map((place) => (place < 0 ? new Float64Array(rows).fill(Number.NaN) : new Float64Array(rows)));
  const tasks = groups.flatMap((g, k) => {
    const { begin, end } = times[k]!;
    return places.flatMap((place, column) =>
      place < 0 ? [] : [async () => void values[column]!.set(await source.values(g, place, begin, end), starts[k]!)],
    );
  });
  await allOf(tasks);
  return { time: joined, columns: tags.map((tag, k) => ({ tag, unit: "", values: values[k]! })) };
}

/** The results of tasks of which a few run at a time. */
async function allOf<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let k = next++; k < tasks.length; k = next++) results[k] = await tasks[k]!();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
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
