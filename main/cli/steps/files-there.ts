import { statSync } from "node:fs";
import { problem } from "#shared/domain/problem.ts";
import type { Output } from "../frame/output.ts";

/** Throws `cli.no-file` for the first path that is no file. */
export function filesThere(out: Output, files: readonly string[]): void {
  for (const file of files) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw problem("cli.no-file", out.say("cli.no-file", { file }), { file });
  }
}
