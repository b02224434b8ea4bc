import { resolve } from "node:path";
import { downloadOfficial } from "./download-official.ts";
import { executableIn } from "./executable-in.ts";
import { electronPackage, installedRuntime } from "./installed-runtime.ts";
import type { Runtime } from "./runtime.ts";
import { testsOnlyRuntime } from "./tests-only-runtime.ts";

/**
 * Finds an Electron runtime: the one `ELECTRON_OVERRIDE_DIST_PATH` names, else the installed one, else the official download,
 * else the one for development and tests, which is said aloud on standard error.
 * @throws with what to do, where none can be had or the override names a folder without Electron.
 */
export async function findRuntime(): Promise<Runtime> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const directory = resolve(override);
    const executable = executableIn(directory);
    if (executable === undefined) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${directory}, which holds no Electron executable.`);
    return { directory, executable, origin: "override" };
  }
  const installed = installedRuntime(electronPackage());
  if (installed) return installed;
  const official = await downloadOfficial(electronPackage());
  if (!("unavailable" in official)) return official;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say(`The official Electron is not available: ${official.unavailable}.`);
  try {
    const runtime = await testsOnlyRuntime(electronPackage(), say);
    say(`Using Electron 33.2.1 from ${runtime.directory}, for development and tests only.`);
    return runtime;
  } catch (error) {
    const advice = "Set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.";
    throw new Error(`No Electron runtime: ${official.unavailable}; ${(error as Error).message}. ${advice}`, { cause: error });
  }
}
