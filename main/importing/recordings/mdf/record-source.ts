import { readUpTo } from "../byte-window.ts";
import type { DataStream } from "./data-stream.ts";

/** Records of one channel group side by side. */
export interface Records {
  readonly bytes: Uint8Array;
  /** Where the first record's data begin, and from one to the next. */
  readonly at: number;
  readonly stride: number;
  /** Records that are there. */
  readonly count: number;
  /** Records [from, to) of these that could not be had. */
  readonly lost: readonly { readonly from: number; readonly to: number }[];
}

/** The records of one channel group, by number. */
export interface RecordSource {
  /** From one record to the next in what `records` returns, bytes. */
  readonly stride: number;
  /** How many there are; may have to look through the data for it. */
  count(): Promise<number>;
  records(from: number, count: number): Promise<Records>;
}

/** Records that lie one behind the other and alone. */
export function sortedRecords(stream: DataStream, idBytes: number, recordBytes: number): RecordSource {
  const stride = idBytes + recordBytes;
  return {
    stride,
    count: async () => (stride === 0 ? 0 : Math.floor(stream.length / stride)),
    async records(from, count) {
      const offset = from * stride;
      const bytes = await readUpTo(stream, offset, Math.max(0, Math.min(count * stride, stream.length - offset)));
      const lost = stream.lost(offset, bytes.length).map((run) => ({
        from: Math.max(0, Math.floor((run.from - offset) / stride)),
        to: Math.min(count, Math.ceil((run.to - offset) / stride)),
      }));
      return { bytes, at: idBytes, stride, count: Math.floor(bytes.length / stride), lost };
    },
  };
}

/** Record lengths of the groups that share a stream; null where each record says its own (4 bytes, then as many). */
export type RecordLengths = ReadonlyMap<number, number | null>;

/** Every so many records of a group their place is remembered. */
const markEvery = 1024;
const windowBytes = 1 << 20;
const noMarks: number[] = [];

/** Records of several groups in the order they were written, each behind the number of its group. */
export class UnsortedRecords {
  readonly #stream: DataStream;
  readonly #idBytes: number;
  readonly #lengths: RecordLengths;
  #marks: Promise<{ readonly marks: Map<number, number[]>; readonly counts: Map<number, number> }> | undefined;
  /** Where a reader that goes on from record k of a group finds it. */
  readonly #next = new Map<number, { row: number; offset: number }>();

  constructor(stream: DataStream, idBytes: number, lengths: RecordLengths) {
    this.#stream = stream;
    this.#idBytes = idBytes;
    this.#lengths = lengths;
  }

  group(id: number, recordBytes: number): RecordSource {
    return {
      stride: recordBytes,
      count: async () => (await this.#walkOnce()).counts.get(id) ?? 0,
      records: (from, count) => this.#records(id, recordBytes, from, count),
    };
  }

  async #records(id: number, recordBytes: number, from: number, count: number): Promise<Records> {
    const { marks, counts } = await this.#walkOnce();
    const there = Math.max(0, Math.min(count, (counts.get(id) ?? 0) - from));
    const bytes = new Uint8Array(there * recordBytes);
    const known = this.#next.get(id);
    const mark = Math.floor(from / markEvery);
    let row = mark * markEvery;
    let offset = (marks.get(id) ?? noMarks)[mark] ?? this.#stream.length;
    if (known && known.row <= from && known.row > row) ({ row, offset } = known);
    let done = 0;
    await this.#walk(offset, (record, at, window, next) => {
      if (record !== id) return done < there;
      if (row++ >= from && done < there) {
        bytes.set(window.subarray(at, at + recordBytes), done * recordBytes);
        done++;
        this.#next.set(id, { row, offset: next });
      }
      return done < there;
    });
    return { bytes, at: 0, stride: recordBytes, count: done, lost: [] };
  }

  #walkOnce() {
    this.#marks ??= this.#mark();
    return this.#marks;
  }

  async #mark() {
    const marks = new Map<number, number[]>();
    const counts = new Map<number, number>();
    await this.#walk(0, (id, _at, _window, _next, own) => {
      const count = counts.get(id) ?? 0;
      if (count % markEvery === 0) {
        const list = marks.get(id);
        if (list) list.push(own);
        else marks.set(id, [own]);
      }
      counts.set(id, count + 1);
      return true;
    });
    return { marks, counts };
  }

  /** Calls `met` for every whole record from an offset on until it returns false; ends where a record's group is unknown. */
  async #walk(from: number, met: (id: number, at: number, window: Uint8Array, next: number, own: number) => boolean): Promise<void> {
    const idBytes = this.#idBytes;
    let base = from;
    let size = windowBytes;
    while (base < this.#stream.length) {
      const window = await readUpTo(this.#stream, base, Math.min(size, this.#stream.length - base));
      if (this.#stream.lost(base, window.length).length > 0) return;
      const view = new DataView(window.buffer, window.byteOffset, window.byteLength);
      let place = 0;
      while (place + idBytes <= window.length) {
        const id = idAt(view, place, idBytes);
        const length = this.#lengths.get(id);
        if (length === undefined) return;
        const data = place + idBytes;
        let end = data + (length ?? 0);
        if (length === null) end = data + 4 > window.length ? Infinity : data + 4 + view.getUint32(data, true);
        if (end > window.length) break;
        if (!met(id, data, window, base + end, base + place)) return;
        place = end;
      }
      if (place === 0) {
        // One record longer than the window.
        if (base + window.length >= this.#stream.length || size >= 1 << 30) return;
        size *= 4;
      } else size = windowBytes;
      base += place;
    }
  }
}

function idAt(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at);
  if (bytes === 2) return view.getUint16(at, true);
  if (bytes === 4) return view.getUint32(at, true);
  return Number(view.getBigUint64(at, true));
}
