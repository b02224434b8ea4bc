import { crc32 } from "node:zlib";
import type { RawName } from "./zip-names.ts";

/** A file inside an archive, as the archive tells it. */
export interface ZipEntry {
  /** Safe and unique within the archive. */
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; others are not unpacked. */
  readonly method: number;
  /** Bytes as packed: at most so many belong to it. */
  readonly packedBytes: number;
  /** Bytes once unpacked; null where it was not told. */
  readonly bytes: number | null;
  readonly crc: number | null;
  /** Place of its local header. */
  readonly headerAt: number;
}

/** An entry whose name is not decoded yet. */
export type RawEntry = Omit<ZipEntry, "name"> & { readonly rawName: RawName };

/** Sizes that do not fit 32 bits stand in the extra field 1, in this order, those only that do not fit. */
export function wideSizes<T extends Record<string, number>>(extra: Buffer, sizes: T): T {
  const field = extraField(extra, 1);
  const wide: Record<string, number> = { ...sizes };
  let p = 0;
  for (const key of Object.keys(sizes)) {
    if (sizes[key] !== 0xffffffff || !field || p + 8 > field.length) continue;
    wide[key] = Number(field.readBigUInt64LE(p));
    p += 8;
  }
  return wide as T;
}

/** The field of Info-ZIP with the name in UTF-8 holds only as long as its checksum fits the other name. */
export function nameOf(bytes: Buffer, flags: number, extra: Buffer): RawName {
  if (flags & 0x800) return { bytes, utf8: true };
  const field = extraField(extra, 0x7075);
  if (field && field.length > 5 && field[0] === 1 && field.readUInt32LE(1) === crc32(bytes))
    return { bytes: field.subarray(5), utf8: true };
  return { bytes, utf8: false };
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let p = 0; p + 4 <= extra.length; p += 4 + extra.readUInt16LE(p + 2)) {
    if (extra.readUInt16LE(p) === id) return extra.subarray(p + 4, Math.min(extra.length, p + 4 + extra.readUInt16LE(p + 2)));
  }
  return undefined;
}
