import { join } from "node:path";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { firstAtLeast } from "./first-at-least.ts";
import { damaged, type SignalsManifest } from "./manifest.ts";
import type { ParquetSource } from "./parquet/parquet-source.ts";
import { Cells } from "./pyramid/cells.ts";
import { pyramidName } from "./pyramid/pyramid-name.ts";
import { PyramidSource } from "./pyramid/pyramid-source.ts";
import { withPart } from "./with-part.ts";

export interface RangeInput {
  readonly folder: string;
  readonly manifest: SignalsManifest;
  /** Of the tags among the manifest's columns; -1 for one the folder does not have. */
  readonly places: readonly number[];
  /** Begins and ends between pixel columns. */
  readonly range: TimeRange;
  /** Of a pixel column, microseconds: a power of two. */
  readonly width: number;
  readonly pixels: number;
}

/**
 * The samples of a range as cells of the width asked for, one `Cells` per place; finer ones, down to the samples themselves, where there are no
 * more of them than pixels. Whole cells come from the pyramid, row groups are decoded only where it is not fine enough.
 */
export async function rangeCells(input: RangeInput): Promise<Cells[]> {
  const { folder, manifest, places, range } = input;
  const pieces = places.map((): Piece[] => []);
  if (places.some((place) => place >= 0)) {
    for (const part of manifest.parts) {
      if (part.to < range.from || part.from >= range.to) continue;
      await withPart(folder, part, async (source) => {
        const path = join(folder, pyramidName(part.file));
        const pyramid = opened(path);
        try {
          await collect(input, source, pyramid, pieces);
        } finally {
          pyramid.close();
        }
      });
    }
  }
  return pieces.map((of) => joined(of, input));
}

function opened(path: string): PyramidSource {
  try {
    return new PyramidSource(path);
  } catch (cause) {
    throw damaged(path, cause);
  }
}

/** Some cells of a stretch of rows, in order. */
interface Piece {
  readonly cells: Cells;
  readonly begin: number;
  readonly end: number;
}

function joined(pieces: readonly Piece[], { width, pixels }: RangeInput): Cells {
  const total = pieces.reduce((sum, p) => sum + p.end - p.begin, 0);
  const cells = new Cells(Math.min(total, 2 * pixels));
  for (const { cells: from, begin, end } of pieces) {
    if (total <= pixels) cells.append(from, begin, end);
    else cells.fold(from, width, begin, end);
  }
  return cells;
}

const clipped = (cells: Cells, { from, to }: TimeRange): Piece => {
  const times = cells.from.subarray(0, cells.length);
  return { cells, begin: firstAtLeast(times, from), end: firstAtLeast(times, to) };
};

async function collect(input: RangeInput, source: ParquetSource, pyramid: PyramidSource, pieces: readonly Piece[][]): Promise<void> {
  const { range, width, places } = input;
  const [fine, middle, coarse] = pyramid.widths as [number, number, number];
  if (width >= coarse) {
    places.forEach((place, k) => {
      if (place >= 0) pieces[k]!.push(clipped(pyramid.coarseCells(place), range));
    });
    return;
  }
  const stored = (group: number, place: number): Cells | undefined =>
    (width >= middle ? pyramid.groupCells(group, 1, place) : undefined) ??
    (width >= fine ? pyramid.groupCells(group, 0, place) : undefined);
  const groups = source.groups.flatMap(({ from, to }, group) => (to < range.from || from >= range.to ? [] : [group]));
  const cellsOf = async (group: number): Promise<(Cells | undefined)[]> => {
    const cells = places.map((place) => (place < 0 ? undefined : stored(group, place)));
    const missing = places.flatMap((place, k) => (place >= 0 && !cells[k] ? [k] : []));
    if (missing.length === 0) return cells;
    // The pages of the values are unpacked beside that of the times, which says which of their rows are wanted.
    const { rows } = source.groups[group]!;
    const [{ time, begin, end }, ...values] = await Promise.all([
      source.timeWithin(group, range.from, range.to),
      ...missing.map((k) => source.values(group, places[k]!, 0, rows)),
    ]);
    missing.forEach((k, i) => {
      cells[k] = Cells.ofSamples(time, values[i]!.subarray(begin, end));
    });
    return cells;
  };
  for (let first = 0; first < groups.length; first += groupsAtOnce) {
    const some = await Promise.all(groups.slice(first, first + groupsAtOnce).map(cellsOf));
    for (const cells of some)
      cells.forEach((of, k) => {
        if (of) pieces[k]!.push(clipped(of, range));
      });
  }
}

const groupsAtOnce = 4; // as many as the thread pool has threads
