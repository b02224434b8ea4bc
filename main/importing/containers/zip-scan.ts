import type { RawFile } from "./raw-file.ts";
import { nameOf, type RawEntry, wideSizes } from "./zip-entry.ts";

const step = 1 << 20;
/** The rest of a header whose signature stands at the end of a step: sizes, name and extra fields. */
const headerRoom = 30 + 2 * 65_535;
const longestName = 1024; // Windows ends at 260, Linux at 4096 for the whole path; noise has any length
const known = new Set([0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 19, 93, 94, 95, 96, 97, 98, 99]); // APPNOTE 4.4.5

/** Files of an archive whose list is missing or damaged, by the headers in front of their data. */
export async function scanForEntries(file: RawFile): Promise<RawEntry[]> {
  const entries: RawEntry[] = [];
  /** Its data reach to the next header: their size stands behind them. */
  let open: { entry: RawEntry; dataAt: number } | undefined;
  const close = (at: number) => {
    if (open) entries.push({ ...open.entry, packedBytes: Math.max(0, at - open.dataAt) });
    open = undefined;
  };
  let from = 0;
  for (let at = 0; at < file.size; at += step) {
    if (at + step <= from) continue;
    const b = await file.bytes(at, step + headerRoom);
    for (let p = b.indexOf("PK"); p >= 0 && p < step; p = b.indexOf("PK", p + 2)) {
      if (at + p < from || p + 4 > b.length) continue;
      if (b[p + 2] === 1 && b[p + 3] === 2 && isListed(b, p)) close(at + p);
      if (b[p + 2] !== 3 || b[p + 3] !== 4) continue;
      const header = localHeader(b, p);
      if (!header) continue;
      close(at + p);
      const entry: RawEntry = { ...header.entry, headerAt: at + p };
      const dataAt = at + p + header.length;
      const end = dataAt + entry.packedBytes;
      from = dataAt;
      if (header.sizesBehind || !(await isBoundary(file, end))) open = { entry, dataAt };
      else {
        entries.push(entry);
        from = end;
      }
    }
  }
  close(file.size);
  return entries;
}

interface LocalHeader {
  readonly entry: Omit<RawEntry, "headerAt">;
  /** Bytes in front of the data. */
  readonly length: number;
  readonly sizesBehind: boolean;
}

function localHeader(b: Buffer, p: number): LocalHeader | undefined {
  if (p + 30 > b.length) return undefined;
  const flags = b.readUInt16LE(p + 6);
  const method = b.readUInt16LE(p + 8);
  const nameBytes = b.readUInt16LE(p + 26);
  const length = 30 + nameBytes + b.readUInt16LE(p + 28);
  const sane = b[p + 4]! <= 63 && known.has(method) && nameBytes > 0 && nameBytes <= longestName && p + length <= b.length;
  const name = b.subarray(p + 30, p + 30 + nameBytes);
  if (!sane || name.includes(0)) return undefined;
  const extra = b.subarray(p + 30 + nameBytes, p + length);
  const sizesBehind = (flags & 8) !== 0;
  const { bytes, packedBytes } = wideSizes(extra, { bytes: b.readUInt32LE(p + 22), packedBytes: b.readUInt32LE(p + 18) });
  return {
    entry: {
      rawName: nameOf(Buffer.from(name), flags, extra),
      encrypted: (flags & 1) === 1,
      method,
      packedBytes,
      bytes: sizesBehind ? null : bytes,
      crc: sizesBehind ? null : b.readUInt32LE(p + 14),
    },
    length,
    sizesBehind,
  };
}

/** The first entry of the list at the end; packed data hold its signature by chance once in four thousand million bytes. */
const isListed = (b: Buffer, p: number): boolean => p + 46 <= b.length && b[p + 6]! <= 63 && known.has(b.readUInt16LE(p + 10));

/** Another header stands there, or the end of the file. */
async function isBoundary(file: RawFile, at: number): Promise<boolean> {
  if (at === file.size) return true;
  if (at > file.size) return false;
  const b = await file.bytes(at, 2);
  return b[0] === 0x50 && b[1] === 0x4b;
}
