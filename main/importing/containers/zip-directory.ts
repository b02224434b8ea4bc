import { problem } from "#shared/domain/problem.ts";
import { sentence } from "../sentence.ts";
import type { RawFile } from "./raw-file.ts";
import { safeMemberName, uniqueMemberName } from "./safe-member-name.ts";
import { nameOf, type RawEntry, wideSizes, type ZipEntry } from "./zip-entry.ts";
import { zipNames } from "./zip-names.ts";
import { scanForEntries } from "./zip-scan.ts";

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** The list at the end was damaged or missing; the entries were found one by one. */
  readonly scanned: boolean;
}

/** A list of this size names half a million files; nobody logs like that. */
const largestList = 64 << 20;

/** What an archive holds (APPNOTE 6.3.10), folders left out. Throws `import.packed-unreadable` where there is nothing to be found and `import.archive-split`. */
export async function zipDirectory(file: RawFile): Promise<ZipDirectory> {
  const listed = await listedEntries(file);
  const entries = listed ?? (await scanForEntries(file));
  if (!listed && entries.length === 0) {
    const data = { file: file.name, at: 0 };
    throw problem("import.packed-unreadable", sentence("import.packed-unreadable", data), data);
  }
  const names = zipNames(entries.map((entry) => entry.rawName));
  const taken = new Set<string>();
  const named: ZipEntry[] = [];
  for (const [k, { rawName, ...entry }] of entries.entries()) {
    const name = names[k]!;
    if (/[/\\]$/.test(name)) continue;
    named.push({ ...entry, name: uniqueMemberName(safeMemberName(name), taken) });
  }
  return { entries: named, scanned: !listed };
}

/** By the list at the end; undefined where it cannot be trusted. */
async function listedEntries(file: RawFile): Promise<RawEntry[] | undefined> {
  const end = await endRecord(file);
  if (!end || end.listBytes > largestList || end.listBytes > end.at) return undefined;
  // Something may stand in front of the archive, such as a program that unpacks it: then every place is so much later.
  for (const shift of new Set([end.at - end.listBytes - end.listAt, 0])) {
    if (end.listAt + shift < 0) continue;
    const entries = parseList(await file.bytes(end.listAt + shift, end.listBytes), end.count, shift);
    if (entries?.every((entry) => entry.headerAt < file.size)) return entries;
  }
  return undefined;
}

interface EndRecord {
  /** Where the list must have ended. */
  readonly at: number;
  readonly count: number;
  readonly listAt: number;
  readonly listBytes: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locatorSignature = 0x07064b50;
const longestComment = 65_535;

async function endRecord(file: RawFile): Promise<EndRecord | undefined> {
  const from = Math.max(0, file.size - longestComment - 22 - 20);
  const tail = await file.bytes(from, file.size - from);
  for (let p = tail.length - 22; p >= 0; p--) {
    // A comment may hold the signature: the true record's comment ends with the file, or the file has lost its end or grown behind it.
    if (tail[p] !== 0x50 || tail.readUInt32LE(p) !== endSignature) continue;
    const disk = tail.readUInt16LE(p + 4);
    if (disk !== 0 && disk !== 0xffff) throw split(file.name);
    const plain = {
      at: from + p,
      count: tail.readUInt16LE(p + 10),
      listAt: tail.readUInt32LE(p + 16),
      listBytes: tail.readUInt32LE(p + 12),
    };
    const wide = plain.count === 0xffff || plain.listAt === 0xffffffff || plain.listBytes === 0xffffffff;
    if (p >= 20 && tail.readUInt32LE(p - 20) === locatorSignature) {
      const told = Number(tail.readBigUInt64LE(p - 20 + 8));
      const found = (await end64(file, told)) ?? (await end64(file, from + p - 20 - 56));
      if (found) return found;
    }
    return wide ? undefined : plain;
  }
  return undefined;
}

async function end64(file: RawFile, at: number): Promise<EndRecord | undefined> {
  if (!(at >= 0 && at + 56 <= file.size)) return undefined;
  const b = await file.bytes(at, 56);
  if (b.length < 56 || b.readUInt32LE(0) !== end64Signature) return undefined;
  return { at, count: Number(b.readBigUInt64LE(32)), listAt: Number(b.readBigUInt64LE(48)), listBytes: Number(b.readBigUInt64LE(40)) };
}

function parseList(list: Buffer, count: number, shift: number): RawEntry[] | undefined {
  const entries: RawEntry[] = [];
  let p = 0;
  while (p + 46 <= list.length && list.readUInt32LE(p) === 0x02014b50) {
    const nameBytes = list.readUInt16LE(p + 28);
    const extraBytes = list.readUInt16LE(p + 30);
    const next = p + 46 + nameBytes + extraBytes + list.readUInt16LE(p + 32);
    if (next > list.length) return undefined;
    const name = list.subarray(p + 46, p + 46 + nameBytes);
    const flags = list.readUInt16LE(p + 8);
    const extra = list.subarray(p + 46 + nameBytes, p + 46 + nameBytes + extraBytes);
    const wide = wideSizes(extra, {
      bytes: list.readUInt32LE(p + 24),
      packedBytes: list.readUInt32LE(p + 20),
      headerAt: list.readUInt32LE(p + 42),
    });
    entries.push({
      rawName: nameOf(name, flags, extra),
      encrypted: (flags & 1) === 1,
      method: list.readUInt16LE(p + 10),
      packedBytes: wide.packedBytes,
      bytes: wide.bytes,
      crc: list.readUInt32LE(p + 16),
      headerAt: wide.headerAt + shift,
    });
    p = next;
  }
  return p === list.length && (entries.length & 0xffff) === (count & 0xffff) ? entries : undefined;
}

const split = (file: string) => problem("import.archive-split", sentence("import.archive-split", { file }), { file });
