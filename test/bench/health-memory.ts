import { spawnSync } from "node:child_process";
import { join } from "node:path";

const longLog = { rows: 2_000_000, tags: 50 }; // a hundred million samples

/** Peak memory and time of training on, scoring and going through a long log that stands in memory; `frameGB` is the log itself. */
export function healthMemory(): Record<string, number | string> {
  const script = join(import.meta.dirname, "health-memory-run.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, String(longLog.rows), String(longLog.tags)], {
    encoding: "utf8",
  });
  return status === 0 ? (JSON.parse(stdout) as Record<string, number>) : { failed: stderr.trim().split("\n").at(-1) ?? "" };
}
