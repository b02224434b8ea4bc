import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { FileMemory } from "../file-memory.ts";
import { readThrift, type ThriftStruct, type ThriftValue } from "./thrift-reader.ts";
import { decompress } from "./zstd.ts";

export interface SourceGroup {
  readonly rows: number;
  /** Per column, the time first. */
  readonly chunks: readonly { readonly offset: number; readonly bytes: number }[];
  /** Least and greatest time, ms. */
  readonly from: number;
  readonly to: number;
}

const footers = new FileMemory<{ columns: readonly string[]; groups: readonly SourceGroup[] }>();

/**
 * Reads the Parquet files `ParquetFile` writes, a page at a time, and believes nothing it has not checked: every page carries a checksum.
 * Throws RangeError for whatever is not as it was written.
 */
export class ParquetSource {
  readonly groups: readonly SourceGroup[];
  readonly columns: readonly string[];
  readonly #file: FileHandle;

  private constructor(file: FileHandle, columns: readonly string[], groups: readonly SourceGroup[]) {
    this.#file = file;
    this.columns = columns;
    this.groups = groups;
  }

  static async open(path: string): Promise<ParquetSource> {
    const file = await open(path, "r");
    try {
      const known = footers.get(path);
      if (known) return new ParquetSource(file, known.columns, known.groups);
      const { size } = await file.stat();
      const tail = await bytesAt(file, size - 8, 8);
      if (Buffer.from(tail.subarray(4)).toString("latin1") !== "PAR1") throw new RangeError("no Parquet footer");
      const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
      if (length > size - 12) throw new RangeError("footer longer than the file");
      const footer = readThrift(await bytesAt(file, size - 8 - length, length)).value;
      const columns = structs(footer, 2)
        .slice(1)
        .map((s) => Buffer.from(s.get(4) as Uint8Array).toString("utf8"));
      const groups = structs(footer, 4).map(groupOf);
      footers.set(path, { columns, groups });
      return new ParquetSource(file, columns, groups);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Rows of a group whose time lies in the range (ms), and their times. */
  async timeWithin(group: number, from: number, to: number): Promise<{ begin: number; end: number; time: Float64Array }> {
    const raw = await this.#page(group, 0);
    const { rows } = this.groups[group]!;
    if (raw.length !== rows * 8) throw new RangeError("page of another length");
    const view = new DataView(raw.buffer, raw.byteOffset, raw.length);
    const timeAt = (i: number): number => (view.getInt32(8 * i + 4, true) * 4294967296 + view.getUint32(8 * i, true)) / 1000;
    const begin = firstRow(rows, (i) => timeAt(i) >= from);
    const end = firstRow(rows, (i) => timeAt(i) >= to);
    const time = new Float64Array(end - begin);
    for (let i = begin; i < end; i++) time[i - begin] = timeAt(i);
    return { begin, end, time };
  }

  /** [end − begin] values of those rows of a group, NaN where the column has none. */
  async values(group: number, column: number, begin: number, end: number): Promise<Float64Array> {
    const raw = await this.#page(group, column + 1);
    const { rows } = this.groups[group]!;
    const levels = new DataView(raw.buffer, raw.byteOffset, raw.length).getUint32(0, true);
    const run = varintAt(raw, 4);
    const first = 4 + levels;
    if (run.value % 2 === 0) {
      // One run of one level: every value is there, or none is.
      const complete = raw[run.end] === 1;
      if (run.value / 2 !== rows || (complete && raw.length !== first + rows * 8)) throw new RangeError("page of another length");
      return complete ? doublesOf(raw, first + begin * 8, end - begin) : new Float64Array(end - begin).fill(Number.NaN);
    }
    const values = new Float64Array(end - begin);
    const has = (i: number): number => (raw[run.end + (i >> 3)]! >> (i & 7)) & 1;
    let k = 0;
    for (let i = 0; i < begin; i++) k += has(i);
    const dense = doublesOf(raw, first, (raw.length - first) >> 3);
    for (let i = begin; i < end; i++) values[i - begin] = has(i) ? (dense[k++] ?? Number.NaN) : Number.NaN;
    if (k > dense.length) throw new RangeError("page of another length");
    return values;
  }

  async #page(group: number, chunk: number): Promise<Uint8Array> {
    const { offset, bytes } = this.groups[group]!.chunks[chunk]!;
    const page = await bytesAt(this.#file, offset, bytes);
    const { value: header, length } = readThrift(page);
    const body = page.subarray(length);
    if (body.length !== header.get(3) || (crc32(body) | 0) !== header.get(4))
      throw new RangeError(`page at byte ${offset} fails its checksum`);
    const size = header.get(2) as number;
    return decompress(body, size);
  }
}

/** Numbers that begin at any byte; a view of them where they begin at a multiple of eight, as nearly all pages do. */
function doublesOf(raw: Uint8Array, at: number, count: number): Float64Array {
  const begin = raw.byteOffset + at;
  if (begin % 8 === 0) return new Float64Array(raw.buffer, begin, count);
  const copy = new Float64Array(count);
  new Uint8Array(copy.buffer).set(raw.subarray(at, at + count * 8));
  return copy;
}

/** The first row of which something is true that stays true from there on. */
function firstRow(rows: number, isTrue: (row: number) => boolean): number {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const structs = (of: ThriftStruct, field: number): ThriftStruct[] => (of.get(field) ?? []) as ThriftValue[] as ThriftStruct[];

function groupOf(group: ThriftStruct): SourceGroup {
  const metas = structs(group, 1).map((chunk) => chunk.get(3) as ThriftStruct);
  const range = metas[0]!.get(12) as ThriftStruct;
  return {
    rows: group.get(3) as number,
    chunks: metas.map((meta) => ({ offset: meta.get(9) as number, bytes: meta.get(7) as number })),
    from: microsOf(range.get(6) as Uint8Array) / 1000,
    to: microsOf(range.get(5) as Uint8Array) / 1000,
  };
}

const microsOf = (bytes: Uint8Array): number => Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigInt64(0, true));

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const into = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(into, at, length - at, offset + at);
    if (bytesRead === 0) throw new RangeError("file cut off");
    at += bytesRead;
  }
  return into;
}

function varintAt(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  let shift = 0;
  for (let p = at; ; p++, shift += 7) {
    const byte = bytes[p] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) return { value, end: p + 1 };
  }
}
