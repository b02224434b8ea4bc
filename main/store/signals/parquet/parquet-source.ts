import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { crc32, zstdDecompress } from "node:zlib";
import { readThrift, type ThriftStruct, type ThriftValue } from "./thrift-reader.ts";

const decompress = promisify(zstdDecompress);

export interface SourceGroup {
  readonly rows: number;
  /** Per column, the time first. */
  readonly chunks: readonly { readonly offset: number; readonly bytes: number }[];
  /** Least and greatest time, ms. */
  readonly from: number;
  readonly to: number;
}

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
      const { size } = await file.stat();
      const tail = await bytesAt(file, size - 8, 8);
      if (Buffer.from(tail.subarray(4)).toString("latin1") !== "PAR1") throw new RangeError("no Parquet footer");
      const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
      if (length > size - 12) throw new RangeError("footer longer than the file");
      const footer = readThrift(await bytesAt(file, size - 8 - length, length)).value;
      const columns = structs(footer, 2)
        .slice(1)
        .map((s) => Buffer.from(s.get(4) as Uint8Array).toString("utf8"));
      return new ParquetSource(file, columns, structs(footer, 4).map(groupOf));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** [rows] ms. */
  async time(group: number, into: Float64Array): Promise<void> {
    const { raw } = await this.#page(group, 0);
    const { rows } = this.groups[group]!;
    if (raw.length !== rows * 8) throw new RangeError("page of another length");
    const halves = new DataView(raw.buffer, raw.byteOffset, raw.length);
    for (let i = 0; i < rows; i++) into[i] = (halves.getInt32(8 * i + 4, true) * 4294967296 + halves.getUint32(8 * i, true)) / 1000;
  }

  /** [rows] NaN where the column has no value. */
  async values(group: number, column: number, into: Float64Array): Promise<void> {
    const { raw } = await this.#page(group, column + 1);
    const { rows } = this.groups[group]!;
    const view = new DataView(raw.buffer, raw.byteOffset, raw.length);
    const levels = view.getUint32(0, true);
    const run = varintAt(raw, 4);
    const begin = 4 + levels;
    const bytes = new Uint8Array(into.buffer, into.byteOffset, rows * 8);
    if (run.value % 2 === 0) {
      // One run of one level: every value is there, or none is.
      if (run.value / 2 !== rows || (raw[run.end] === 1 && raw.length !== begin + rows * 8)) throw new RangeError("page of another length");
      if (raw[run.end] === 1) bytes.set(raw.subarray(begin));
      else into.fill(Number.NaN, 0, rows);
      return;
    }
    // The values stand at any byte; a Float64Array begins at multiples of eight.
    const dense = new Float64Array(Math.max(0, raw.length - begin) >> 3);
    new Uint8Array(dense.buffer).set(raw.subarray(begin, begin + dense.length * 8));
    let k = 0;
    for (let i = 0; i < rows; i++) into[i] = (raw[run.end + (i >> 3)]! >> (i & 7)) & 1 ? dense[k++]! : Number.NaN;
    if (k !== dense.length) throw new RangeError("page of another length");
  }

  async #page(group: number, chunk: number): Promise<{ raw: Uint8Array }> {
    const { offset, bytes } = this.groups[group]!.chunks[chunk]!;
    const page = await bytesAt(this.#file, offset, bytes);
    const { value: header, length } = readThrift(page);
    const body = page.subarray(length);
    if (body.length !== header.get(3) || (crc32(body) | 0) !== header.get(4))
      throw new RangeError(`page at byte ${offset} fails its checksum`);
    const size = header.get(2) as number;
    const raw = await decompress(body, { chunkSize: size + 64, maxOutputLength: size });
    return { raw };
  }
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
