import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installedRuntime } from "./installed-runtime.ts";
import type { Runtime } from "./runtime.ts";

/** An unreachable host must not hold up a start; a slow one answers a HEAD request well within this. */
const patience_ms = 5_000;

/**
 * Lets the `electron` package install its own pinned runtime.
 * @returns the runtime, or the reason in words why it could not be had.
 */
export async function downloadOfficial(electronPackage: string): Promise<Runtime | { readonly unavailable: string }> {
  const host =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? "https://github.com/electron/electron/releases/download/";
  const { version } = JSON.parse(readFileSync(join(electronPackage, "package.json"), "utf8")) as { version: string };
  const artefact = `${host}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const answer = await fetch(artefact, { method: "HEAD", signal: AbortSignal.timeout(patience_ms) });
    if (!answer.ok) return { unavailable: `${artefact} answered ${answer.status}` };
  } catch (error) {
    return { unavailable: `${new URL(artefact).host} cannot be reached (${reason(error)})` };
  }
  process.stderr.write(`Downloading Electron ${version}\n`);
  const { status } = spawnSync(process.execPath, [join(electronPackage, "install.js")], { stdio: ["ignore", 2, 2] });
  const runtime = installedRuntime(electronPackage);
  if (status !== 0 || runtime === undefined) return { unavailable: `the installer of Electron ${version} ended with code ${status}` };
  return { ...runtime, origin: "downloaded" };
}

function reason(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
