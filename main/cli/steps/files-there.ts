import { statSync } from "node:fs";
import { dirname } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import type { Output } from "../frame/output.ts";

/** Throws `cli.no-file` for the first path that is no file and leads through none: `june.zip/p1.csv` goes through an archive. */
export function filesThere(out: Output, files: readonly string[]): void {
  for (const file of files) {
    if (!leadsToFile(file)) throw problem("cli.no-file", out.say("cli.no-file", { file }), { file });
  }
}

function leadsToFile(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    const found = statsOf(at);
    if (found) return found.isFile();
    if (dirname(at) === at) return false;
  }
}

/** A path that goes on behind a file is an error for the system; here it is nothing yet. */
function statsOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
