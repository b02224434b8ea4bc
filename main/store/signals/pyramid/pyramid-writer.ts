import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { Cells, cellKey, figures } from "./cells.ts";
import { leastRowsPerCell, levelWidths } from "./pyramid-levels.ts";

/**
 * Builds the min/max/first/last pyramid of a folder while its samples are written. The two finer levels are written row group by row
 * group; the coarsest is small enough to stay in memory until the end. Layout: segments of 6 doubles per cell, column by column; then the
 * directory (per segment: offset, cells, checksum); then its offset, checksum and the widths.
 */
export class PyramidWriter {
  readonly #file: FileHandle;
  readonly #columns: number;
  #bytes = 0;
  #widths: number[] | undefined;
  readonly #directory: number[] = [];
  readonly #coarse: Cells[];
  #groups = 0;

  private constructor(file: FileHandle, columns: number) {
    this.#file = file;
    this.#columns = columns;
    this.#coarse = Array.from({ length: columns }, () => new Cells(0));
  }

  static async create(path: string, columns: number): Promise<PyramidWriter> {
    return new PyramidWriter(await open(path, "wx"), columns);
  }

  /**
   * Takes the next row group. Reads the arrays before it returns its promise, which is the writing.
   * @param intervalMs median distance of rows so far; only the first one counts.
   */
  take(time: Float64Array, values: readonly Float64Array[], intervalMs: number): Promise<void> {
    this.#widths ??= levelWidths(Number.isNaN(intervalMs) ? 1000 : intervalMs);
    const [fine, middle, coarse] = this.#widths as [number, number, number];
    const keys = keysOf(time, fine);
    const cells = (keys.at(-1) ?? 0) + 1;
    const fineCells = values.map((column) => {
      const made = new Cells(Math.min(cells, column.length));
      made.foldSamples(time, column, keys);
      return made;
    });
    const middleCells = fineCells.map((finer) => folded(finer, middle));
    for (let k = 0; k < this.#columns; k++) this.#coarse[k]!.fold(middleCells[k]!, coarse);
    this.#groups++;
    const worth = (level: readonly Cells[]): boolean =>
      level.reduce((sum, c) => sum + c.length, 0) * leastRowsPerCell <= time.length * Math.max(1, this.#columns);
    return this.#write([worth(fineCells) ? fineCells : undefined, worth(middleCells) ? middleCells : undefined]);
  }

  async finish(): Promise<number> {
    await this.#write([this.#coarse]);
    const directory = Float64Array.from(this.#directory);
    const bytes = new Uint8Array(directory.buffer);
    const tail = Float64Array.of(this.#bytes, bytes.length, crc32(bytes), this.#groups, this.#columns, ...(this.#widths ?? [0, 0, 0]));
    await this.#append(bytes);
    await this.#append(new Uint8Array(tail.buffer));
    await this.#file.sync();
    await this.#file.close();
    return this.#bytes;
  }

  async abandon(): Promise<void> {
    await this.#file.close();
  }

  async #write(levels: readonly (readonly Cells[] | undefined)[]): Promise<void> {
    const segments = levels.map((level) => level?.map(segmentOf) ?? Array.from({ length: this.#columns }, () => undefined));
    for (const level of segments) {
      for (const segment of level) {
        // A level that is not worth keeping has −1 cells.
        this.#directory.push(this.#bytes, segment ? segment.length / 8 / figures : -1, segment ? crc32(segment) : 0);
        if (segment) this.#bytes += segment.length;
      }
    }
    for (const segment of segments.flat()) if (segment) await this.#put(segment);
  }

  async #append(bytes: Uint8Array): Promise<void> {
    await this.#put(bytes);
    this.#bytes += bytes.length;
  }

  async #put(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) at += (await this.#file.write(bytes, at)).bytesWritten;
  }
}

function folded(finer: Cells, width: number): Cells {
  const made = new Cells(Math.ceil(finer.length / 8) + 1);
  made.fold(finer, width);
  return made;
}

function segmentOf(cells: Cells): Uint8Array {
  const all = new Float64Array(cells.length * figures);
  cells.arrays.forEach((array, k) => {
    all.set(array.subarray(0, cells.length), k * cells.length);
  });
  return new Uint8Array(all.buffer);
}

/** The cell of each row, counted from the first row's: 0, 1, 2 … without holes. */
function keysOf(time: Float64Array, width: number): Int32Array {
  const keys = new Int32Array(time.length);
  let key = 0;
  let now = time.length > 0 ? cellKey(time[0]!, width) : 0;
  let end = ((now + 1) * width) / 1000;
  for (let i = 0; i < time.length; i++) {
    if (!(time[i]! < end)) {
      const next = cellKey(time[i]!, width);
      if (next !== now) key++;
      now = next;
      end = ((now + 1) * width) / 1000;
    }
    keys[i] = key;
  }
  return keys;
}
