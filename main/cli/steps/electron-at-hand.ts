import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** How to start the program's window side: the executable and what comes before our own arguments. */
export interface ElectronAtHand {
  readonly executable: string;
  readonly before: readonly string[];
}

const names: Partial<Record<NodeJS.Platform, string>> = { win32: "electron.exe", darwin: "Electron.app/Contents/MacOS/Electron" };
/** Where development and tests keep a runtime when the official one cannot be had. */
const testsOnly = ["onepercent", "electron-33.2.1-linux-x64"] as const;

/**
 * The Electron that can print: this very program where it is installed, else a runtime on this disk with the built program. Nothing is
 * downloaded. `missing` says what is not there.
 */
export function electronAtHand(env: NodeJS.ProcessEnv = process.env): ElectronAtHand | { readonly missing: "runtime" | "build" } {
  if (process.versions.electron) return { executable: process.execPath, before: [] };
  const root = programFolder();
  if (root === undefined) return { missing: "build" };
  const folders = [
    env.ELECTRON_OVERRIDE_DIST_PATH,
    join(root, "node_modules", "electron", "dist"),
    join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), ...testsOnly),
  ];
  const executable = folders
    .flatMap((folder) => (folder ? [join(folder, names[process.platform] ?? "electron")] : []))
    .find((file) => existsSync(file));
  if (executable === undefined) return { missing: "runtime" };
  // As root Chromium's sandbox does not work; what is printed is our own report, without script.
  const before = process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return { executable, before: [...before, "--disable-gpu", root] };
}

/** The folder above this file that holds the built program. */
function programFolder(): string | undefined {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return existsSync(join(folder, "out", "main", "shell.js")) ? folder : undefined;
    if (folder === dirname(folder)) return undefined;
  }
}
