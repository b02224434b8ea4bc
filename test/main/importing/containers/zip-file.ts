import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  /** 8 deflated (also where it is left out), 0 stored; others are told and not done. */
  readonly method?: number;
  /** Added to the general purpose flags: 1 encrypted, 8 sizes behind the data, 0x800 name in UTF-8. */
  readonly flags?: number;
  /** Told instead of the true size. */
  readonly toldBytes?: number;
}

/** A small zip file; `wide` writes the sizes in 64 bits as large archives do, `comment` stands at its end. */
export function zipFile(parts: readonly ZipPart[], { wide = false, comment = "" } = {}): Buffer {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, data, method = 8, flags = 0, toldBytes } of parts) {
    const raw = Buffer.from(data);
    const packed = method === 8 ? deflateRawSync(raw) : raw;
    const label = Buffer.from(name);
    const behind = (flags & 8) !== 0;
    const size = toldBytes ?? raw.length;
    const common = (told: boolean, extra: number) => {
      const b = Buffer.alloc(26);
      b.writeUInt16LE(wide ? 45 : 20, 0);
      b.writeUInt16LE(flags, 2);
      b.writeUInt16LE(method, 4);
      b.writeUInt32LE(told ? crc32(raw) : 0, 10);
      b.writeUInt32LE(told ? (wide ? 0xffffffff : packed.length) : 0, 14);
      b.writeUInt32LE(told ? (wide ? 0xffffffff : size) : 0, 18);
      b.writeUInt16LE(label.length, 22);
      b.writeUInt16LE(extra, 24);
      return b;
    };
    const wideSizes = wide ? wideField([size, packed.length]) : Buffer.alloc(0);
    const wideList = wide ? wideField([size, packed.length, at]) : Buffer.alloc(0);
    const descriptor = Buffer.alloc(behind ? 16 : 0);
    if (behind) {
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(crc32(raw), 4);
      descriptor.writeUInt32LE(packed.length, 8);
      descriptor.writeUInt32LE(size, 12);
    }
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common(!behind, wideSizes.length), label, wideSizes, packed, descriptor]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(wide ? 0xffffffff : at, 10);
    list.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common(true, wideList.length), tail, label, wideList]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  for (const p of [8, 10]) end.writeUInt16LE(wide ? 0xffff : parts.length, p);
  end.writeUInt32LE(wide ? 0xffffffff : listed.length, 12);
  end.writeUInt32LE(wide ? 0xffffffff : at, 16);
  end.writeUInt16LE(comment.length, 20);
  const wideEnd = wide ? wideEndRecord(parts.length, listed.length, at) : Buffer.alloc(0);
  return Buffer.concat([...locals, listed, wideEnd, end, Buffer.from(comment)]);
}

function wideField(sizes: readonly number[]): Buffer {
  const b = Buffer.alloc(4 + 8 * sizes.length);
  b.writeUInt16LE(1, 0);
  b.writeUInt16LE(8 * sizes.length, 2);
  for (const [k, size] of sizes.entries()) b.writeBigUInt64LE(BigInt(size), 4 + 8 * k);
  return b;
}

function wideEndRecord(count: number, listBytes: number, listAt: number): Buffer {
  const b = Buffer.alloc(56 + 20);
  b.write("PK\x06\x06", 0, "latin1");
  b.writeBigUInt64LE(44n, 4);
  b.writeBigUInt64LE(BigInt(count), 24);
  b.writeBigUInt64LE(BigInt(count), 32);
  b.writeBigUInt64LE(BigInt(listBytes), 40);
  b.writeBigUInt64LE(BigInt(listAt), 48);
  b.write("PK\x06\x07", 56, "latin1");
  b.writeBigUInt64LE(BigInt(listAt + listBytes), 64);
  b.writeUInt32LE(1, 72);
  return b;
}
