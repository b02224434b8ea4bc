import type { Envelope } from "#shared/domain/envelope.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { bucketWidth } from "./bucket-width.ts";
import { buildSeries, type FolderCells } from "./build-series.ts";
import { derivedCells } from "./derived-cells.ts";
import { readManifest } from "./manifest.ts";
import { rangeCells } from "./range-cells.ts";
import { derivedOf, foldersOf, type SignalFolder } from "./signal-folder.ts";

/**
 * The tags as drawn in so many pixel columns; see `Envelope`. Pixel columns lie on a grid that is fixed in time, see `bucketWidth`; the first and
 * the last are whole, so they may hold samples from just outside the range. Folders are laid over each other by time.
 * Throws `signals.damaged`.
 */
export async function envelope(input: {
  folders: readonly SignalFolder[];
  tags: readonly string[];
  range: TimeRange;
  pixels: number;
}): Promise<Envelope> {
  const { range, tags, pixels } = input;
  const width = bucketWidth(range, pixels);
  const step = width / 1000;
  const columns: TimeRange = { from: Math.floor(range.from / step) * step, to: Math.ceil(range.to / step) * step };
  const found = tags.map((): FolderCells[] => []);
  const derived = derivedOf(input.folders);
  for (const folder of foldersOf(input.folders)) {
    const manifest = readManifest(folder);
    const places = tags.map((tag) => (derived.has(tag) ? -1 : manifest.columns.findIndex((c) => c.tag === tag)));
    const cells = await rangeCells({ folder, manifest, places, range: columns, width, pixels });
    places.forEach((place, k) => {
      const column = manifest.columns[place];
      if (column && cells[k]!.length > 0)
        found[k]!.push({ cells: cells[k]!, unit: column.unit, intervalMs: column.intervalMs ?? Number.NaN });
    });
  }
  const computed = tags.filter((tag) => derived.has(tag));
  if (computed.length > 0) {
    const cells = await derivedCells({ folders: input.folders, tags: computed, range: columns, width, pixels });
    computed.forEach((tag, k) => {
      found[tags.indexOf(tag)]!.push(cells[k]!);
    });
  }
  return { from: range.from, to: range.to, series: tags.map((tag, k) => buildSeries(tag, found[k]!)) };
}
