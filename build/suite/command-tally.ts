import { spawnSync } from "node:child_process";
import { root } from "../root.ts";
import type { Tally } from "./tally.ts";

/** Runs a script in our own Node: passed or failed as one. Its words are shown only when it fails. */
export function commandTally(script: string, parameters: readonly string[] = []): Tally {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) process.stdout.write(`${stdout}${stderr}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0, notes: [] };
}
