import type { TimeRange } from "#shared/domain/time-range.ts";
import type { FolderCells } from "./build-series.ts";
import { readManifest } from "./manifest.ts";
import { Cells } from "./pyramid/cells.ts";
import { readSignals } from "./read-signals.ts";
import { derivedOf, foldersOf, type SignalFolder } from "./signal-folder.ts";

/** Rows computed at once: some ten megabytes a tag. */
const blockRows = 1_000_000;

/**
 * Computed tags as cells of the width asked for, one `FolderCells` per tag; the samples themselves where there are no more of them than pixels.
 * There is no pyramid of what is computed: the rows of the range are read and computed, in blocks.
 */
export async function derivedCells(input: {
  folders: readonly SignalFolder[];
  tags: readonly string[];
  /** Begins and ends between pixel columns. */
  range: TimeRange;
  /** Of a pixel column, microseconds. */
  width: number;
  pixels: number;
}): Promise<FolderCells[]> {
  const { folders, tags, range, width, pixels } = input;
  const signals = derivedOf(folders);
  const manifests = foldersOf(folders).map(readManifest);
  const held = tags.map(() => ({ single: new Cells(0), folded: new Cells(2 * pixels) }));
  for (const block of blocks(manifests, range)) {
    const frame = await readSignals({ folders, tags, range: block });
    frame.columns.forEach((column, k) => {
      const samples = Cells.ofSamples(frame.time, column.values);
      const { single, folded } = held[k]!;
      if (single.length <= pixels) single.append(samples, 0, Math.min(samples.length, pixels + 1 - single.length));
      folded.fold(samples, width);
    });
  }
  return tags.map((tag, k) => {
    const { unit, reads } = signals.get(tag)!;
    const intervals = manifests.flatMap(({ columns }) => columns.filter((c) => reads.includes(c.tag)).map((c) => c.intervalMs ?? 0));
    const { single, folded } = held[k]!;
    const cells = single.length <= pixels ? single : folded;
    return { cells, unit, intervalMs: intervals.length > 0 ? Math.max(...intervals) : Number.NaN };
  });
}

/** The range cut so that each piece holds about so many rows. */
function blocks(manifests: readonly { from: number | null; to: number | null; rows: number }[], range: TimeRange): TimeRange[] {
  const filled = manifests.filter((m) => m.from !== null && m.to !== null);
  const from = Math.max(range.from, Math.min(...filled.map((m) => m.from!)));
  const to = Math.min(range.to, Math.max(...filled.map((m) => m.to! + 1)));
  if (!(to > from)) return [];
  const rows = filled.reduce((sum, m) => sum + (m.rows * overlap(m.from!, m.to! + 1, from, to)) / (m.to! + 1 - m.from!), 0);
  const pieces = Math.max(1, Math.ceil(rows / blockRows));
  const edge = (k: number): number => (k === pieces ? to : from + ((to - from) * k) / pieces);
  return Array.from({ length: pieces }, (_, k) => ({ from: edge(k), to: edge(k + 1) }));
}

const overlap = (a: number, b: number, from: number, to: number): number => Math.max(0, Math.min(b, to) - Math.max(a, from));
