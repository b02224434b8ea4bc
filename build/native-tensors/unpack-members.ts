import { closeSync, createReadStream, createWriteStream, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";

/** Field offsets after the ZIP format's specification (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16). */
interface Member {
  readonly name: string;
  readonly deflated: boolean;
  readonly packedBytes: number;
  readonly headerAt: number;
}

/**
 * Writes the members that are wanted into a folder, one behind the other so that memory stays small.
 * @param target path of a member in the folder, or undefined for one that is not wanted. @returns names of what was written.
 */
export async function unpackMembers(archive: string, folder: string, target: (name: string) => string | undefined): Promise<string[]> {
  const written: string[] = [];
  for (const { name, deflated, packedBytes, headerAt } of membersOf(archive)) {
    const path = name.endsWith("/") ? undefined : target(name);
    if (path === undefined) continue;
    const from = dataAt(archive, headerAt);
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (packedBytes === 0) writeFileSync(file, "");
    else {
      const packed = createReadStream(archive, { start: from, end: from + packedBytes - 1 });
      const out = createWriteStream(file);
      await (deflated ? pipeline(packed, createInflateRaw(), out) : pipeline(packed, out));
    }
    written.push(name);
  }
  return written;
}

const endBytes = 22;
const mostComment = 65_535;

function membersOf(archive: string): Member[] {
  const file = openSync(archive, "r");
  try {
    const { size } = fstatSync(file);
    const tail = bytesAt(file, Math.max(0, size - endBytes - mostComment), size);
    const end = tail.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
    if (end < 0) throw new Error(`${archive} is not a wheel: it has no directory of its members.`);
    const count = tail.readUInt16LE(end + 10);
    const at = tail.readUInt32LE(end + 16);
    const directory = bytesAt(file, at, at + tail.readUInt32LE(end + 12));
    const members: Member[] = [];
    for (let k = 0, p = 0; k < count; k++) {
      const nameBytes = directory.readUInt16LE(p + 28);
      members.push({
        name: directory.toString("utf8", p + 46, p + 46 + nameBytes),
        deflated: directory.readUInt16LE(p + 10) === 8,
        packedBytes: directory.readUInt32LE(p + 20),
        headerAt: directory.readUInt32LE(p + 42),
      });
      p += 46 + nameBytes + directory.readUInt16LE(p + 30) + directory.readUInt16LE(p + 32);
    }
    return members;
  } finally {
    closeSync(file);
  }
}

/** Where the bytes of a member begin: behind a header whose name and extra field may be longer than the directory's. */
function dataAt(archive: string, headerAt: number): number {
  const file = openSync(archive, "r");
  try {
    const header = bytesAt(file, headerAt, headerAt + 30);
    return headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    closeSync(file);
  }
}

function bytesAt(file: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from);
  readSync(file, bytes, 0, bytes.length, from);
  return bytes;
}
