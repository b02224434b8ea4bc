import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Finding } from "#shared/domain/finding.ts";
import { problem } from "#shared/domain/problem.ts";
import { quietRun, type Run } from "#shared/domain/run.ts";
import { lookInside, type OpenedLog, openLog } from "./containers/open-log.ts";
import type { ByteSource } from "./reader.ts";
import { sentence } from "./sentence.ts";

export interface FileSource extends ByteSource {
  /** Name of the innermost file, for what is told by its ending: `p1.csv` of `june.zip/p1.csv.gz`. */
  readonly innerName: string;
  /** The file on the disk; of all members of an archive the same. */
  readonly original: string;
  /** The way inside the original, "" for a file that is a log itself. */
  readonly inside: string;
  /** Ids of the containers the log was taken out of, the outermost first: `["zip", "xlsx"]`. */
  readonly within: readonly string[];
  /** What was lost when the log was taken out of a damaged file. */
  readonly damage: readonly Finding[];
  /** SHA-256 as hex of the whole file on the disk; costs no second look at what was read from front to back before. */
  sha256(): Promise<string>;
  /** Closes what `beside` has opened, too. */
  close(): Promise<void>;
}

/**
 * A log to read from: a file, or a file inside of archives and workbooks (`a.zip/june/p1.csv`, `book.xlsx/Sheet1`; a container with one
 * member goes by its own name, `x.csv.gz`). Throws `import.file-unreadable`, `import.member-missing`, `import.member-needed`,
 * `import.container-empty`, `import.nested-too-deep` and what the containers throw, each with the file's name.
 */
export async function openFile(path: string, run: Run = quietRun()): Promise<FileSource> {
  const log = await openLog(path, run);
  const opened = await handleOf(log);
  // What lies in the cache may have been removed to make room since it was found there.
  if (opened) return sourceOf(log, opened);
  const again = await openLog(path, run);
  const handle = await handleOf(again);
  if (!handle) throw unreadable(log.name);
  return sourceOf(again, handle);
}

type Handle = Awaited<ReturnType<typeof open>>;

async function handleOf(log: OpenedLog): Promise<Handle | undefined> {
  return open(log.file, "r").catch((cause: NodeJS.ErrnoException) => {
    if (log.within.length > 0 && cause.code === "ENOENT") return undefined;
    throw unreadable(log.name, cause);
  });
}

async function sourceOf(log: OpenedLog, handle: Handle): Promise<FileSource> {
  const { name, innerName, original, inside, within, damage } = log;
  const { size } = await handle.stat();
  const hash = createHash("sha256");
  let hashed = 0;
  const companions: FileSource[] = [];
  const read = async (offset: number, into: Uint8Array): Promise<number> => {
    let filled = 0;
    try {
      while (filled < into.length) {
        const { bytesRead } = await handle.read(into, filled, into.length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
    } catch (cause) {
      throw unreadable(name, cause);
    }
    if (offset === hashed && within.length === 0) {
      hash.update(into.subarray(0, filled));
      hashed += filled;
    }
    return filled;
  };
  return {
    name,
    innerName,
    original,
    inside,
    within,
    damage,
    size,
    read,
    async beside(extension) {
      const companion = await companionOf(log, extension);
      if (companion === undefined) return undefined;
      const source = await openFile(companion);
      companions.push(source);
      return source;
    },
    async sha256() {
      if (within.length > 0) return sha256Of(original);
      const rest = new Uint8Array(1 << 20);
      while ((await read(hashed, rest)) > 0);
      return hash.digest("hex");
    },
    async close() {
      for (const source of companions.splice(0)) await source.close();
      await handle.close();
    },
  };
}

/** The path of the file with the same name and another extension: inside the same archive, or in the folder on the disk, there also as a gz. */
async function companionOf(log: OpenedLog, extension: string): Promise<string | undefined> {
  if (log.holder) {
    const look = await lookInside(log.holder.path);
    const names = look?.members.map((m) => m.name) ?? [];
    const found = nearest(names, log.holder.member, extension);
    if (found !== undefined) return look?.members.find((m) => m.name === found)?.path;
    if (log.inside !== "") return undefined;
  }
  const folder = dirname(log.original);
  const names = await readdir(folder).catch(() => []);
  const found = nearest(names, log.innerName, extension) ?? nearest(names, log.innerName, `${extension}.gz`);
  return found === undefined ? undefined : join(folder, found);
}

/** The name with another extension; of names that differ in case alone, the one whose stem is written the same. */
function nearest(names: readonly string[], name: string, extension: string): string | undefined {
  const twin = `${stem(name)}.${extension}`.toLowerCase();
  const fitting = names.filter((each) => each.toLowerCase() === twin);
  return fitting.find((each) => each.startsWith(stem(name))) ?? fitting[0];
}

function stem(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > name.lastIndexOf("/") + 1 ? name.slice(0, dot) : name;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes);
  } catch (cause) {
    throw unreadable(basename(path), cause);
  }
  return hash.digest("hex");
}

const unreadable = (file: string, cause?: unknown) =>
  problem("import.file-unreadable", sentence("import.file-unreadable", { file }), { file }, { cause });
