import { existsSync, renameSync, rmSync } from "node:fs";

const before = ".before";

/**
 * Puts a staged folder in the place of another. Killed in between, the folder is gone from its place but whole beside it;
 * `restoreFolder` brings it back.
 */
export function replaceFolder(staging: string, final: string): void {
  rmSync(final + before, { recursive: true, force: true });
  if (existsSync(final)) renameSync(final, final + before);
  renameSync(staging, final);
  rmSync(final + before, { recursive: true, force: true });
}

/** Undoes a replacement that was cut short; called for every folder that may have been replaced when a project is opened. */
export function restoreFolder(final: string): void {
  if (!existsSync(final + before)) return;
  if (existsSync(final)) rmSync(final + before, { recursive: true, force: true });
  else renameSync(final + before, final);
}
