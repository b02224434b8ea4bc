import { closeSync, fsyncSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { flushFolder } from "./write-whole.ts";

/** Moves a finished file to its place for good: flushed, renamed, and the folder flushed. */
export function placeFile(staging: string, final: string): void {
  const fd = openSync(staging, "r+"); // Windows flushes only what was opened for writing
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(staging, final);
  flushFolder(dirname(final));
}
