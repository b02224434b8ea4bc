import type { ByteSource } from "../../reader.ts";
import type { ComtradeData } from "./comtrade-data.ts";

export type BinaryType = "BINARY" | "BINARY32" | "FLOAT32";

const sampleBytes: Readonly<Record<BinaryType, number>> = { BINARY: 2, BINARY32: 4, FLOAT32: 4 };
const markedMissing = { BINARY: -0x8000, BINARY32: -0x8000_0000 }; // IEEE C37.111-2013, 8.6
const stampMissing = 0xffff_ffff;
const slabBytes = 1 << 20;

interface Placed {
  readonly source: ByteSource;
  readonly type: BinaryType;
  readonly analog: number;
  readonly status: number;
}

/** Records of one length, little-endian: number, stamp, analog samples, sixteen status channels to a word. */
export function binaryData({ source, type, analog, status }: Placed): ComtradeData {
  const size = sampleBytes[type];
  const statusAt = 8 + analog * size;
  const record = statusAt + Math.ceil(status / 16) * 2;
  const slabRows = Math.max(1, Math.floor(slabBytes / record));
  let slab = new Uint8Array(0);
  return {
    rows: Math.floor(source.size / record),
    async read(from, count, into) {
      const needed = Math.min(slabRows, count) * record;
      if (slab.length < needed) slab = new Uint8Array(needed);
      for (let done = 0; done < count; ) {
        const now = Math.min(slabRows, count - done);
        const there = Math.floor((await source.read((from + done) * record, slab.subarray(0, now * record))) / record);
        const view = new DataView(slab.buffer, 0, there * record);
        into.forEach((values, k) => {
          if (!values) return;
          const rows = values.subarray(done, done + now);
          rows.fill(Number.NaN, there);
          if (k < 2) whole(view, k * 4, record, rows.subarray(0, there), k === 1);
          else if (k < 2 + analog) sampled(view, type, 8 + (k - 2) * size, record, rows.subarray(0, there));
          else switched(view, statusAt, k - 2 - analog, record, rows.subarray(0, there));
        });
        done += now;
      }
    },
  };
}

function whole(view: DataView, at: number, record: number, into: Float64Array, mayMiss: boolean): void {
  for (let i = 0, place = at; i < into.length; i++, place += record) {
    const value = view.getUint32(place, true);
    into[i] = mayMiss && value === stampMissing ? Number.NaN : value;
  }
}

function sampled(view: DataView, type: BinaryType, at: number, record: number, into: Float64Array): void {
  if (type === "FLOAT32") {
    for (let i = 0, place = at; i < into.length; i++, place += record) into[i] = view.getFloat32(place, true);
    return;
  }
  const missing = markedMissing[type];
  for (let i = 0, place = at; i < into.length; i++, place += record) {
    const value = type === "BINARY" ? view.getInt16(place, true) : view.getInt32(place, true);
    into[i] = value === missing ? Number.NaN : value;
  }
}

function switched(view: DataView, at: number, channel: number, record: number, into: Float64Array): void {
  const byte = at + Math.floor(channel / 8);
  const bit = channel % 8;
  for (let i = 0, place = byte; i < into.length; i++, place += record) into[i] = (view.getUint8(place) >> bit) & 1;
}
