import type { OleStream } from "./ole-file.ts";

/** One record of a workbook stream ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  readonly id: number;
  /** Place of the record in the stream. */
  readonly at: number;
  readonly data: Buffer;
}

/** Ids of the records that are read; [MS-XLS] 2.3.1. */
export const biff = {
  formula: 0x06,
  eof: 0x0a,
  dateMode: 0x22,
  filePass: 0x2f,
  continue: 0x3c,
  codePage: 0x42,
  boundSheet: 0x85,
  mulRk: 0xbd,
  rString: 0xd6,
  xf: 0xe0,
  mergeCells: 0xe5,
  sst: 0xfc,
  labelSst: 0xfd,
  number: 0x203,
  label: 0x204,
  boolErr: 0x205,
  string: 0x207,
  rk: 0x27e,
  formula4: 0x406,
  format: 0x41e,
  bof: 0x809,
} as const;

const step = 256 << 10;

/** Records from `from` on to the end of the stream, some at a time. What is cut off at the end is no record. */
export async function* biffRecords(stream: OleStream, from: number): AsyncGenerator<BiffRecord[]> {
  for (let at = from; at < stream.size; ) {
    const b = await stream.bytes(at, step);
    const records: BiffRecord[] = [];
    let p = 0;
    while (p + 4 <= b.length) {
      const length = b.readUInt16LE(p + 2);
      if (p + 4 + length > b.length) break;
      records.push({ id: b.readUInt16LE(p), at: at + p, data: b.subarray(p + 4, p + 4 + length) });
      p += 4 + length;
    }
    if (records.length === 0) return;
    yield records;
    at += p;
  }
}
