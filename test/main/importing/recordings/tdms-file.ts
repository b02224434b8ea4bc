/** A property: a number becomes a double, an integer in `{ whole }` a u32, a text a string, a Date a time stamp. */
export type PropertyValue = number | string | Date | { readonly whole: number };

export interface SegmentObject {
  readonly path: string;
  /** Type and number of values; "same" as before; left out where the object has none. */
  readonly index?: { readonly type: number; readonly count: number } | "same" | { readonly daqmx: Daqmx };
  readonly properties?: Readonly<Record<string, PropertyValue>>;
}
interface Daqmx {
  readonly count: number;
  readonly scalers: readonly { readonly type: number; readonly buffer: number; readonly offset: number; readonly id: number }[];
  readonly widths: readonly number[];
}

export interface Segment {
  /** Left out for a segment without metadata. */
  readonly objects?: readonly SegmentObject[];
  readonly raw: Uint8Array;
  readonly interleaved?: boolean;
  readonly bigEndian?: boolean;
  /** Adds to the list of the segment before. */
  readonly continues?: boolean;
  /** Was not closed. */
  readonly open?: boolean;
}

const from1904 = 2_082_844_800;

/** Bytes of one segment of a TDMS file. */
export function tdmsSegment({ objects, raw, interleaved = false, bigEndian = false, continues = false, open = false }: Segment): Buffer {
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    if (bigEndian) bytes.writeUInt32BE(value >>> 0);
    else bytes.writeUInt32LE(value >>> 0);
    return bytes;
  };
  const u64 = (value: bigint) => {
    const bytes = Buffer.alloc(8);
    if (bigEndian) bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
    else bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
    return bytes;
  };
  const text = (value: string) => Buffer.concat([u32(Buffer.byteLength(value)), Buffer.from(value)]);
  const double = (value: number) => {
    const bytes = Buffer.alloc(8);
    if (bigEndian) bytes.writeDoubleBE(value);
    else bytes.writeDoubleLE(value);
    return bytes;
  };
  const property = ([name, value]: [string, PropertyValue]): Buffer => {
    if (typeof value === "number") return Buffer.concat([text(name), u32(10), double(value)]);
    if (typeof value === "string") return Buffer.concat([text(name), u32(0x20), text(value)]);
    if (!(value instanceof Date)) return Buffer.concat([text(name), u32(7), u32(value.whole)]);
    const seconds = u64(BigInt(Math.floor(value.getTime() / 1000) + from1904));
    const fraction = u64((BigInt(((value.getTime() % 1000) + 1000) % 1000) << 64n) / 1000n);
    return Buffer.concat([text(name), u32(0x44), ...(bigEndian ? [seconds, fraction] : [fraction, seconds])]);
  };
  const index = (of: SegmentObject["index"]): Buffer => {
    if (of === undefined) return u32(0xffffffff);
    if (of === "same") return u32(0);
    if (!("daqmx" in of)) return Buffer.concat([u32(20), u32(of.type), u32(1), u64(BigInt(of.count))]);
    const { count, scalers, widths } = of.daqmx;
    return Buffer.concat([
      ...[u32(0x1269), u32(0xffffffff), u32(1), u64(BigInt(count)), u32(scalers.length)],
      ...scalers.flatMap((s) => [u32(s.type), u32(s.buffer), u32(s.offset), u32(0), u32(s.id)]),
      u32(widths.length),
      ...widths.map(u32),
    ]);
  };
  const metadata = objects
    ? Buffer.concat([
        u32(objects.length),
        ...objects.flatMap(({ path, index: of, properties = {} }) => {
          const all = Object.entries(properties);
          return [text(path), index(of), u32(all.length), ...all.map(property)];
        }),
      ])
    : Buffer.alloc(0);
  const daqmx = objects?.some(({ index: of }) => typeof of === "object" && "daqmx" in of) ?? false;
  const contents =
    (objects ? 2 : 0) | (continues || !objects ? 0 : 4) | 8 | (interleaved ? 32 : 0) | (bigEndian ? 64 : 0) | (daqmx ? 128 : 0);
  const mask = Buffer.alloc(4);
  mask.writeUInt32LE(contents);
  const next = open ? 2n ** 64n - 1n : BigInt(metadata.length + raw.length);
  return Buffer.concat([Buffer.from("TDSm"), mask, u32(4713), u64(next), u64(BigInt(metadata.length)), metadata, raw]);
}
