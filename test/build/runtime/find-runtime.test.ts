import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { executableIn } from "../../../build/runtime/executable-in.ts";
import { findRuntime } from "../../../build/runtime/find-runtime.ts";
import { installedRuntime } from "../../../build/runtime/installed-runtime.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onepercent-runtime-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const name =
  process.platform === "win32" ? "electron.exe" : process.platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron";
function putExecutable(directory: string): string {
  const executable = join(directory, name);
  mkdirSync(dirname(executable), { recursive: true });
  writeFileSync(executable, "");
  chmodSync(executable, 0o755);
  return executable;
}

test("the runtime that ELECTRON_OVERRIDE_DIST_PATH names comes first", async () => {
  const executable = putExecutable(folder);
  vi.stubEnv("ELECTRON_OVERRIDE_DIST_PATH", folder);
  expect(await findRuntime()).toEqual({ directory: folder, executable, origin: "override" });
});

test("an override without Electron in it is an error, not a reason to look further", async () => {
  vi.stubEnv("ELECTRON_OVERRIDE_DIST_PATH", folder);
  await expect(findRuntime()).rejects.toThrow(/holds no Electron executable/);
});

test("an installed Electron counts only once its installer has finished", () => {
  const executable = putExecutable(join(folder, "dist"));
  expect(installedRuntime(folder)).toBeUndefined();
  writeFileSync(join(folder, "path.txt"), name);
  expect(installedRuntime(folder)).toEqual({ directory: join(folder, "dist"), executable, origin: "installed" });
});

test("the executable is looked for where each system keeps it", () => {
  expect(executableIn(folder, "linux")).toBeUndefined();
  writeFileSync(join(folder, "electron.exe"), "");
  expect(executableIn(folder, "win32")).toBe(join(folder, "electron.exe"));
});
