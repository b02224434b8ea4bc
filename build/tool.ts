import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/**
 * The script of a development package's command, to be run as `node SCRIPT …` with the Node that runs us, so that no
 * shell and no PATH comes between.
 * @param command the command's name where it is not the package's own.
 */
export function tool(packageName: string, command: string = packageName): string {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { bin: string | Record<string, string> };
  const script = typeof bin === "string" ? bin : bin[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}.`);
  return join(folder, script);
}
