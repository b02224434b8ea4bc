import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../root.ts";

/**
 * Runs a test runner in our own Node, its words shown as they come, and reads the JSON report it leaves.
 * @param parameters given the file to write the report to
 * @returns the report, undefined where the runner died before writing it
 */
export function reportOf<Report>(
  script: string,
  parameters: (file: string) => readonly string[],
  env: (file: string) => NodeJS.ProcessEnv,
): { readonly report: Report | undefined; readonly exitCode: number } {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-tests-"));
  const file = join(folder, "report.json");
  try {
    const { status } = spawnSync(process.execPath, [script, ...parameters(file)], { cwd: root, env: env(file), stdio: ["ignore", 1, 2] });
    return { report: read<Report>(file), exitCode: status ?? 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
