import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

const prefix = "onepercent-logs-";
const named = () => join(tmpdir(), `${prefix}${process.pid}`);
let made: string | undefined;
let tidy = false;

/**
 * The folder of this process for what is taken out of archives and workbooks: the same for all its threads, closed to other users, removed
 * when the process ends. What processes that were killed have left behind is removed when the folder is first asked for.
 */
export function cacheFolder(): string {
  tidyCacheFolder();
  if (made === undefined) made = folderOfProcess();
  else mkdirSync(made, { recursive: true, mode: 0o700 }); // somebody may have cleaned up the temporary files of the machine
  return made;
}

/** Removes the folders of dead processes now and that of this process at its end. Where only workers open logs, the main thread calls it once. */
export function tidyCacheFolder(): void {
  if (tidy) return;
  tidy = true;
  sweep();
  // A worker ends before the process does; whoever is left in the process still reads there.
  if (!isMainThread) return;
  process.once("exit", () => {
    for (const folder of new Set([named(), made ?? named()])) if (isOurs(folder)) removeQuietly(folder);
  });
}

function folderOfProcess(): string {
  const folder = named();
  try {
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  // Another thread was first, or an earlier process of this number; or a stranger who hopes that we write into his folder.
  if (isOurs(folder)) {
    chmodSync(folder, 0o700);
    return folder;
  }
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
}

function isOurs(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return false;
  return process.getuid === undefined || stats.uid === process.getuid();
}

function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^onepercent-logs-(\d+)(-|$)/.exec(name)?.[1]);
    if (!(pid > 0) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    if (isOurs(folder)) removeQuietly(folder);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // alive, of another user
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Windows keeps files that are still open; the next start removes them
  }
}
