import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a file whole or not at all: temporary file beside it, flush, rename, flush of the folder. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const fd = openSync(temporary, "wx");
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      fsyncSync(fd);
    } finally {
      closeSync(fd); // a file that stays open keeps its room on a full disk, and its name on Windows
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  flushFolder(dirname(path));
}

/** Makes a rename inside the folder last through a power cut; Windows has no such call and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(folder, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
