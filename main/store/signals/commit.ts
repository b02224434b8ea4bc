import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { flushFolder } from "../write-whole.ts";

/** Makes a finished staging folder the committed one: every file and the folder flushed, then one rename. */
export function commitSignals(staging: string, final: string): void {
  if (existsSync(final)) throw new Error(`"${final}" is there already; committed signals are never replaced.`);
  for (const name of readdirSync(staging)) flush(join(staging, name));
  flushFolder(staging);
  mkdirSync(dirname(final), { recursive: true });
  renameSync(staging, final);
  flushFolder(dirname(final));
}

function flush(path: string): void {
  const fd = openSync(path, "r+"); // Windows flushes only what was opened for writing
  fsyncSync(fd);
  closeSync(fd);
}
