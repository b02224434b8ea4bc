import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Runtime } from "../runtime/runtime.ts";
import { debianPackages } from "./debian-packages.ts";
import { missingLibraries } from "./missing-libraries.ts";
import type { SystemNeed } from "./system-need.ts";

/**
 * What this Linux lacks for a window, and with `tests` also for the window tests. Empty on other systems, where Electron brings
 * everything itself.
 */
export function missingNeeds(runtime: Runtime, purpose: "start" | "tests"): SystemNeed[] {
  if (process.platform !== "linux") return [];
  const { stdout } = spawnSync("ldd", [runtime.executable], { encoding: "utf8" });
  const needs: SystemNeed[] = missingLibraries(stdout ?? "").map((what) => ({ what, packageName: debianPackages[what], required: true }));
  const add = (there: boolean, need: SystemNeed) => there || needs.push(need);
  if (purpose === "tests" && !process.env.DISPLAY) add(onPath("Xvfb"), { what: "Xvfb", packageName: "xvfb", required: true });
  if (purpose === "tests")
    add(onPath("strace"), { what: "strace", packageName: "strace", required: false, otherwise: "the network test is skipped" });
  add(hasChineseFont(), {
    what: "a font with Chinese characters",
    packageName: "fonts-noto-cjk",
    required: false,
    otherwise: "Chinese text shows as boxes",
  });
  return needs;
}

/** Whether a program of that name stands in a folder of PATH. */
function onPath(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function hasChineseFont(): boolean {
  const listed = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  if (listed.error === undefined) return listed.stdout.trim() !== "";
  // Without fontconfig's own tool, look where the Debian package puts its fonts.
  return existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
}
