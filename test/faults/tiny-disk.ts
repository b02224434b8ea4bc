import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TinyDisk {
  readonly folder: string;
  /** Takes up room until so many bytes are left. */
  leave(bytes: number): void;
  /** Gives back what `leave` took. */
  free(): void;
  protect(readOnly: boolean): void;
  remove(): void;
}

/** A disk in memory; a text says why there can be none. Needs Linux and the right to mount. */
export function tinyDisk(megabytes: number): TinyDisk | string {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "a small disk can only be made by root on Linux";
  const folder = mkdtempSync(join(tmpdir(), "tiny-disk-"));
  const mount = (...args: string[]) => spawnSync("mount", args, { encoding: "utf8" });
  const { status, stderr } = mount("-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return `a small disk cannot be mounted here: ${stderr?.trim() || "no mount"}`;
  }
  const ballast = join(folder, "ballast");
  const free = () => rmSync(ballast, { force: true });
  return {
    folder,
    free,
    leave(bytes) {
      free();
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, new Uint8Array(bavail * bsize - bytes));
    },
    protect(readOnly) {
      const change = mount("-o", `remount,${readOnly ? "ro" : "rw"}`, folder);
      if (change.status !== 0) throw new Error(change.stderr);
    },
    remove() {
      spawnSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
