import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { FileMemory } from "../file-memory.ts";
import { Cells, figures } from "./cells.ts";

const tailDoubles = 8;
const perSegment = 3; // offset, cells, checksum

interface Contents {
  readonly groups: number;
  readonly columns: number;
  readonly widths: readonly number[];
  readonly directory: Float64Array;
}

const contents = new FileMemory<Contents>();

/** Reads cells of the pyramid beside a part. Small reads from the page cache: not worth a thread. Throws RangeError for damage. */
export class PyramidSource {
  /** Widths of the levels in microseconds, finest first. */
  readonly widths: readonly number[];
  readonly groups: number;
  readonly #fd: number;
  readonly #directory: Float64Array;
  readonly #columns: number;

  constructor(path: string) {
    this.#fd = openSync(path, "r");
    try {
      const known = contents.get(path);
      const { groups, columns, widths, directory } = known ?? readContents(this.#fd);
      if (!known) contents.set(path, { groups, columns, widths, directory });
      this.#directory = directory;
      this.groups = groups;
      this.#columns = columns;
      this.widths = widths;
    } catch (error) {
      closeSync(this.#fd);
      throw error;
    }
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** The cells of a row group at level 0 or 1; undefined where the level was not worth keeping. */
  groupCells(group: number, level: 0 | 1, column: number): Cells | undefined {
    return this.#cells((group * 2 + level) * this.#columns + column);
  }

  /** The cells of the whole part at the coarsest level. */
  coarseCells(column: number): Cells {
    return this.#cells(this.groups * 2 * this.#columns + column)!;
  }

  #cells(segment: number): Cells | undefined {
    const offset = this.#directory[segment * perSegment]!;
    const length = this.#directory[segment * perSegment + 1]!;
    if (length < 0) return undefined;
    const all = doublesAt(this.#fd, offset, length * figures);
    if (crc32(new Uint8Array(all.buffer)) !== this.#directory[segment * perSegment + 2]) throw new RangeError("cells fail their checksum");
    const cells = new Cells(0);
    const part = (k: number): Float64Array => all.subarray(k * length, (k + 1) * length);
    cells.from = part(0);
    cells.to = part(1);
    cells.min = part(2);
    cells.max = part(3);
    cells.first = part(4);
    cells.last = part(5);
    cells.length = length;
    return cells;
  }
}

function readContents(fd: number): Contents {
  const { size } = fstatSync(fd);
  const tail = doublesAt(fd, size - tailDoubles * 8, tailDoubles);
  const [at, bytes, sum, groups, columns, ...widths] = tail as unknown as [number, number, number, number, number, ...number[]];
  if (at + bytes + tailDoubles * 8 !== size || bytes % 8 !== 0) throw new RangeError("no pyramid");
  const directory = doublesAt(fd, at, bytes / 8);
  if (crc32(new Uint8Array(directory.buffer)) !== sum) throw new RangeError("directory fails its checksum");
  return { groups, columns, widths, directory };
}

function doublesAt(fd: number, offset: number, length: number): Float64Array {
  if (!(offset >= 0) || !(length >= 0)) throw new RangeError("cut off");
  const bytes = new Uint8Array(length * 8);
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(fd, bytes, at, bytes.length - at, offset + at);
    if (read === 0) throw new RangeError("cut off");
    at += read;
  }
  return new Float64Array(bytes.buffer);
}
