import type { RawFile } from "./raw-file.ts";

/** A stream inside a compound file. */
export interface OleStream {
  /** Bytes. */
  readonly size: number;
  /** At most `length` bytes from `offset` on, fewer where the stream or the file ends. */
  bytes(offset: number, length: number): Promise<Buffer>;
}

const endOfChain = 0xfffffffe;
const largestRegular = 0xfffffffa;
const entryBytes = 128;

/** Whether the file is a compound file, as office programs wrote before 2007 and write encrypted documents ([MS-CFB] 2.2). */
export const isOle = (head: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, k) => head[k] === byte);

/** The streams of a compound file by name, wherever in it they stand; undefined where its tables make no sense. */
export async function oleStreams(file: RawFile): Promise<Map<string, OleStream> | undefined> {
  const head = await file.bytes(0, 512);
  if (head.length < 512 || !isOle(head)) return undefined;
  const shift = head.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return undefined;
  const sector = 1 << shift;
  const at = (number: number) => (number + 1) * sector;
  const table = await sectorTable(file, head, sector);
  const chained = (first: number, size: number) => chainStream(file, chain(table, first), { unit: sector, place: at, size });

  const directory = chained(head.readUInt32LE(48), Number.POSITIVE_INFINITY);
  const entries = await directory.bytes(0, directory.size);
  const root = entries.length >= entryBytes ? { first: entries.readUInt32LE(116), size: sizeOf(entries, 0) } : undefined;
  if (!root) return undefined;
  const mini = chained(root.first, root.size);
  const miniTable = await words(chained(head.readUInt32LE(60), Number.POSITIVE_INFINITY));
  const streams = new Map<string, OleStream>();
  for (let p = 0; p + entryBytes <= entries.length; p += entryBytes) {
    if (entries[p + 66] !== 2) continue;
    const name = entries.toString("utf16le", p, p + Math.max(0, Math.min(64, entries.readUInt16LE(p + 64)) - 2));
    const first = entries.readUInt32LE(p + 116);
    const size = sizeOf(entries, p);
    const small = size < head.readUInt32LE(56);
    if (streams.has(name)) continue;
    streams.set(name, small ? chainStream(mini, chain(miniTable, first), { unit: 64, place: (k) => k * 64, size }) : chained(first, size));
  }
  return streams;
}

/** In files with short sectors only the low half of the size counts: old programs left anything in the other. */
const sizeOf = (entries: Buffer, p: number): number => entries.readUInt32LE(p + 120);

/** Which sector follows which. */
async function sectorTable(file: RawFile, head: Buffer, sector: number): Promise<Uint32Array> {
  const places: number[] = [];
  for (let k = 0; k < 109; k++) places.push(head.readUInt32LE(76 + 4 * k));
  let next = head.readUInt32LE(68);
  const most = Math.ceil(file.size / sector);
  for (let k = 0; k < most && next < largestRegular; k++) {
    const more = await file.bytes((next + 1) * sector, sector);
    if (more.length < sector) break;
    for (let p = 0; p < sector - 4; p += 4) places.push(more.readUInt32LE(p));
    next = more.readUInt32LE(sector - 4);
  }
  const used = places.filter((place) => place < largestRegular).slice(0, most);
  const table = new Uint32Array((used.length * sector) / 4).fill(endOfChain);
  for (const [k, place] of used.entries()) {
    const b = await file.bytes((place + 1) * sector, sector);
    for (let p = 0; p + 4 <= b.length; p += 4) table[(k * sector + p) / 4] = b.readUInt32LE(p);
  }
  return table;
}

/** The sectors of a stream; one that bites its tail ends there. */
function chain(table: Uint32Array, first: number): Uint32Array {
  const sectors: number[] = [];
  const seen = new Uint8Array(table.length);
  for (let k = first; k < table.length && !seen[k]; k = table[k]!) {
    seen[k] = 1;
    sectors.push(k);
  }
  return Uint32Array.from(sectors);
}

interface Units {
  readonly unit: number;
  readonly place: (number: number) => number;
  readonly size: number;
}

function chainStream(source: Pick<OleStream, "bytes">, sectors: Uint32Array, { unit, place, size: told }: Units): OleStream {
  const size = Math.min(told, sectors.length * unit);
  return {
    size,
    async bytes(offset, length) {
      const end = Math.min(size, offset + length);
      const parts: Buffer[] = [];
      for (let at = offset; at < end; ) {
        const first = Math.floor(at / unit);
        // Sectors that follow each other in the file are read at once.
        let last = first;
        while ((last + 1) * unit < end && sectors[last + 1] === sectors[last]! + 1) last++;
        const wanted = Math.min(end, (last + 1) * unit) - at;
        const part = await source.bytes(place(sectors[first]!) + (at - first * unit), wanted);
        parts.push(part);
        if (part.length < wanted) break;
        at += wanted;
      }
      return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    },
  };
}

async function words(stream: OleStream): Promise<Uint32Array> {
  const b = await stream.bytes(0, stream.size);
  return Uint32Array.from({ length: Math.floor(b.length / 4) }, (_, k) => b.readUInt32LE(4 * k));
}
