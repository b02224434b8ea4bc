import { existsSync } from "node:fs";
import { join } from "node:path";

const names: Partial<Record<NodeJS.Platform, string>> = { win32: "electron.exe", darwin: "Electron.app/Contents/MacOS/Electron" };

/** The executable inside an unpacked Electron distribution, or undefined where there is none. */
export function executableIn(directory: string, platform: NodeJS.Platform = process.platform): string | undefined {
  const executable = join(directory, names[platform] ?? "electron");
  return existsSync(executable) ? executable : undefined;
}
