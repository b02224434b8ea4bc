import { crc32 } from "node:zlib";
import { ThriftWriter } from "./thrift.ts";
import { compress } from "./zstd.ts";

// Names and numbers of the Parquet format: apache/parquet-format, parquet.thrift and Encodings.md.
export const encodings = { plain: 0, rle: 3 } as const;
const dataPage = 0;

/** Where values begin in a page that misses none: before them stands one run of the definition level 1. */
export const plainStart = 8;

/** A page of one column, ready to be written. */
export interface Page {
  readonly header: Uint8Array;
  readonly body: Uint8Array;
  /** Header and body as they would be uncompressed. */
  readonly rawBytes: number;
}

/**
 * Compresses the body of a page and puts its header before it.
 * @param rows values of the page, missing ones included.
 */
export async function sealPage(raw: Uint8Array, rows: number): Promise<Page> {
  const body = await compress(raw);
  const thrift = new ThriftWriter();
  thrift.element(() => {
    thrift.i32(1, dataPage);
    thrift.i32(2, raw.length);
    thrift.i32(3, body.length);
    thrift.i32(4, crc32(body) | 0);
    thrift.struct(5, () => {
      thrift.i32(1, rows);
      thrift.i32(2, encodings.plain);
      thrift.i32(3, encodings.rle);
      thrift.i32(4, encodings.rle);
    });
  });
  const header = thrift.bytes();
  return { header, body, rawBytes: header.length + raw.length };
}

/** Definition levels of a page that misses none, right before its values at `plainStart`; returns where the page begins. */
export function markComplete(page: Uint8Array, rows: number): number {
  const run = varint(rows * 2);
  const length = run.length + 1;
  const begin = plainStart - 4 - length;
  new DataView(page.buffer, page.byteOffset).setUint32(begin, length, true);
  page.set(run, begin + 4);
  page[plainStart - 1] = 1;
  return begin;
}

/** A page of doubles with holes: which rows have a value as bits, then the values there are. */
export function sparsePage(values: Float64Array): Uint8Array {
  const groups = Math.ceil(values.length / 8);
  const bits = new Uint8Array(groups);
  const dense = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    if (Number.isNaN(v)) continue;
    bits[i >> 3]! |= 1 << (i & 7);
    dense[count++] = v;
  }
  const head = varint(groups * 2 + 1);
  const page = new Uint8Array(4 + head.length + groups + count * 8);
  new DataView(page.buffer).setUint32(0, head.length + groups, true);
  page.set(head, 4);
  page.set(bits, 4 + head.length);
  page.set(new Uint8Array(dense.buffer, 0, count * 8), 4 + head.length + groups);
  return page;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
  return bytes;
}
