import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import { tool } from "./tool.ts";

const sources = ["main", "renderer", "shared", "electron.vite.config.ts", "package.json", "tsconfig.json"];
const products = ["out/main/shell.js", "out/preload/preload.cjs", "out/renderer/index.html"];

/** Bundles the app into `out/` unless what is there is newer than every source. @throws when the bundler fails. */
export function bundle(): void {
  if (!isStale(root)) return;
  const { status } = spawnSync(process.execPath, [tool("electron-vite"), "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error(`The bundler ended with code ${status}.`);
}

/** Whether a source under `project` is younger than the oldest product, or a product is missing. */
export function isStale(project: string): boolean {
  const made = products.map((product) => statSync(join(project, product), { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY);
  return Math.max(...sources.map((source) => youngest(join(project, source)))) > Math.min(...made);
}

/** ms since 1970 of the last change below a path; the folder itself counts, so that a removed file is noticed. */
function youngest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return Number.NEGATIVE_INFINITY;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => youngest(join(path, name))));
}
