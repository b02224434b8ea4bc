import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "#shared/domain/finding.ts";
import type { Run } from "#shared/domain/run.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { Container } from "./container.ts";
import { safeFileName } from "./safe-file-name.ts";

/** What was taken out of a file. */
export interface Extracted {
  /** The member as a file of its own, named as in its container. */
  readonly path: string;
  /** Names this content: the same as long as the file it came from has not changed. */
  readonly key: string;
  /** What was lost on the way. */
  readonly damage: readonly Finding[];
}

export interface Wanted {
  readonly container: Container;
  readonly path: string;
  /** Names the content of `path`. */
  readonly key: string;
  readonly member: string;
}

/** What is kept at most for the next look; beyond it the least recently used is removed. A laptop has that much room to spare. */
const keptBytes = 8 * 2 ** 30;
/** A part that nobody has written to for so long belongs to a worker that was stopped. */
const abandonedMs = 10 * 60_000;
const damageFile = "damage.json";
const partEnding = ".part";

const underWay = new Map<string, Promise<Extracted>>();

/** The key of a file on the disk, which changes when the file does. */
export async function keyOfFile(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path);
  return hash([path, size, mtimeMs, ino]);
}

/** Takes a member out, or finds it taken out before by any thread of this process. Throws what the container throws. */
export function takeOut(wanted: Wanted, run: Run): Promise<Extracted> {
  const key = hash([wanted.key, wanted.container.id, wanted.member]);
  const already = underWay.get(key);
  if (already) return already;
  const taking = (async () => (await found(wanted, key)) ?? (await extract(wanted, key, run)))().finally(() => underWay.delete(key));
  underWay.set(key, taking);
  return taking;
}

async function found({ member }: Wanted, key: string): Promise<Extracted | undefined> {
  const folder = join(cacheFolder(), key);
  const path = join(folder, safeFileName(member));
  if (!existsSync(path)) return undefined;
  try {
    const now = new Date();
    await utimes(folder, now, now);
    const damage: Finding[] = JSON.parse(readFileSync(join(folder, damageFile), "utf8"));
    return { path, key, damage };
  } catch {
    return undefined; // removed by another thread just now
  }
}

async function extract({ container, path, member }: Wanted, key: string, run: Run): Promise<Extracted> {
  const folder = join(cacheFolder(), key);
  const part = `${folder}.${randomUUID().slice(0, 8)}${partEnding}`;
  const name = safeFileName(member);
  const damage: Finding[] = [];
  mkdirSync(part, { mode: 0o700 });
  try {
    await container.extract(path, member, join(part, name), run, (finding) => damage.push(finding));
    writeFileSync(join(part, damageFile), JSON.stringify(damage));
    await rename(part, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(join(folder, name))) throw error; // else another thread was faster with the same content
    });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  await makeRoom(key);
  return { path: join(folder, name), key, damage };
}

async function makeRoom(inUse: string): Promise<void> {
  const folder = cacheFolder();
  const kept: { path: string; bytes: number; usedMs: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const bytes = await bytesIn(path);
    const usedMs = await stat(path).then(
      (s) => s.mtimeMs,
      () => 0,
    );
    if (name.endsWith(partEnding)) {
      if (Date.now() - Math.max(usedMs, bytes.writtenMs) > abandonedMs) await rm(path, { recursive: true, force: true });
    } else if (name !== inUse) kept.push({ path, bytes: bytes.sum, usedMs });
  }
  let sum = kept.reduce((all, { bytes }) => all + bytes, 0) + (await bytesIn(join(folder, inUse))).sum;
  for (const { path, bytes } of kept.sort((a, b) => a.usedMs - b.usedMs)) {
    if (sum <= keptBytes) return;
    // On Windows a file that is being read stays; it is tried again next time.
    await rm(path, { recursive: true, force: true }).catch(() => {});
    sum -= bytes;
  }
}

async function bytesIn(folder: string): Promise<{ sum: number; writtenMs: number }> {
  let sum = 0;
  let writtenMs = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const stats = await stat(join(folder, name)).catch(() => undefined);
    sum += stats?.size ?? 0;
    writtenMs = Math.max(writtenMs, stats?.mtimeMs ?? 0);
  }
  return { sum, writtenMs };
}

const hash = (parts: readonly (string | number)[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 40);
