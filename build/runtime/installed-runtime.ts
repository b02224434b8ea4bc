import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { executableIn } from "./executable-in.ts";
import type { Runtime } from "./runtime.ts";

/** The pinned Electron as its own installer left it in `<electronPackage>/dist`, or undefined before that has run to its end. */
export function installedRuntime(electronPackage: string): Runtime | undefined {
  // The installer writes path.txt last: a dist folder without it is a download that was cut off.
  if (!existsSync(join(electronPackage, "path.txt"))) return undefined;
  const directory = join(electronPackage, "dist");
  const executable = executableIn(directory);
  return executable === undefined ? undefined : { directory, executable, origin: "installed" };
}

/** The folder of the pinned `electron` package. */
export const electronPackage = (): string => dirname(fileURLToPath(import.meta.resolve("electron/package.json")));
