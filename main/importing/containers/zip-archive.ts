import { stat } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { finding, type ImportCode, sentence } from "../sentence.ts";
import type { Tell } from "./container.ts";
import { inflate } from "./inflate.ts";
import { openRaw, type RawFile } from "./raw-file.ts";
import { Recent } from "./recent.ts";
import type { Sink } from "./sink.ts";
import { type ZipDirectory, zipDirectory } from "./zip-directory.ts";
import type { ZipEntry } from "./zip-entry.ts";

/** An open zip file. */
export interface ZipArchive {
  readonly name: string;
  readonly entries: readonly ZipEntry[];
  /**
   * Unpacks one entry; what could be read of a damaged one is passed on and told. Throws `import.packed-encrypted`, `import.packed-method`,
   * `import.packed-unreadable` where nothing could be read, and what the sink throws.
   */
  pour(entry: ZipEntry, sink: Sink, run: Run, tell: Tell): Promise<void>;
  close(): Promise<void>;
}

const directories = new Recent<ZipDirectory>(4);

/** Throws what `zipDirectory` throws. */
export async function openZip(path: string): Promise<ZipArchive> {
  const file = await openRaw(path);
  try {
    const key = `${path}\0${file.size}\0${(await stat(path)).mtimeMs}`;
    const directory = directories.get(key) ?? (await zipDirectory(file));
    directories.set(key, directory);
    return {
      name: file.name,
      entries: directory.entries,
      async pour(entry, sink, run, tell) {
        if (directory.scanned) tell(finding("import.archive-list", "warning", { file: file.name, count: directory.entries.length }));
        await pour(file, entry, sink, run, tell);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function pour(file: RawFile, entry: ZipEntry, sink: Sink, run: Run, tell: Tell): Promise<void> {
  const name = `${file.name}/${entry.name}`;
  if (entry.encrypted || entry.method === 99) throw told("import.packed-encrypted", { file: name });
  if (entry.method !== 0 && entry.method !== 8) throw told("import.packed-method", { file: name, method: methodName(entry.method) });
  const header = await file.bytes(entry.headerAt, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50)
    throw told("import.packed-unreadable", { file: name, at: entry.headerAt });
  const dataAt = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let crc = 0;
  let bytes = 0;
  const checked: Sink = {
    async write(part) {
      crc = crc32(part, crc);
      bytes += part.length;
      await sink.write(part);
    },
  };
  const read = (offset: number, length: number) => {
    run.tick(offset, entry.packedBytes);
    return file.bytes(dataAt + offset, Math.min(length, entry.packedBytes - offset));
  };
  const { state, consumed } = entry.method === 8 ? await inflate(read, checked) : await copy(read, checked, entry.packedBytes);
  if (state !== "whole") {
    const data = { file: name, at: dataAt + consumed };
    if (bytes === 0) throw told("import.packed-unreadable", data);
    tell(finding(state === "cut" ? "import.packed-cut" : "import.packed-broken", "warning", data));
  } else if (entry.crc !== null && entry.crc !== crc) tell(finding("import.packed-checksum", "warning", { file: name, at: dataAt }));
}

async function copy(read: (offset: number, length: number) => Promise<Uint8Array>, sink: Sink, length: number) {
  let at = 0;
  while (at < length) {
    const bytes = await read(at, 1 << 20);
    if (bytes.length === 0) return { state: "cut", consumed: at } as const;
    await sink.write(bytes);
    at += bytes.length;
  }
  return { state: "whole", consumed: at } as const;
}

/** APPNOTE 4.4.5. */
const methods: Readonly<Record<number, string>> = {
  1: "Shrink",
  6: "Implode",
  9: "Deflate64",
  12: "bzip2",
  14: "LZMA",
  93: "Zstandard",
  95: "XZ",
  98: "PPMd",
};
const methodName = (method: number): string => methods[method] ?? String(method);

const told = (code: ImportCode, data: Record<string, string | number>) => problem(code, sentence(code, data), data);
