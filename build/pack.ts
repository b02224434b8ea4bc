/**
 * `npm run pack [-- --dir] [-- ELECTRON-BUILDER-ARGUMENT …]`: packages the program for this system with the pinned official Electron.
 * `--dir --runtime-for-tests` tries the packaging out with the runtime for tests where the official one cannot be had.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./root.ts";
import { electronPackage } from "./runtime/installed-runtime.ts";
import { testsOnlyRuntime } from "./runtime/tests-only-runtime.ts";
import { tool } from "./tool.ts";

const forTests = "--runtime-for-tests";
const notShippable = "This is not a shippable build: it holds the runtime for tests, not the pinned official Electron.";
const say = (line: string) => process.stderr.write(`${line}\n`);

const asked = process.argv.slice(2);
const passedOn = asked.filter((argument) => argument !== forTests);
if (asked.includes(forTests) && !passedOn.includes("--dir")) {
  say(`${forTests} only goes with --dir: no installer may hold the runtime for tests.`);
  process.exit(2);
}

const builder = ["--config", "electron-builder.yml", "--publish", "never", ...passedOn];
const bundled = run(tool("electron-vite"), ["build", "--logLevel", "warn"]);
const packed = bundled && (asked.includes(forTests) ? await packForTests() : run(tool("electron-builder"), builder));
process.exitCode = packed ? 0 : 1;

async function packForTests(): Promise<boolean> {
  say(notShippable);
  const { directory } = await testsOnlyRuntime(electronPackage(), say);
  const staging = mkdtempSync(join(tmpdir(), "onepercent-pack-"));
  try {
    // Without the stand-in for Electron's default app, which would be started instead of ours.
    cpSync(directory, staging, { recursive: true, filter: (path) => path !== join(directory, "resources", "app") });
    const config = { electronVersion: "33.2.1", electronDist: staging, "directories.output": "dist/not-shippable" };
    return run(tool("electron-builder"), [...builder, ...Object.entries(config).map(([key, value]) => `--config.${key}=${value}`)]);
  } finally {
    rmSync(staging, { recursive: true });
    say(notShippable);
  }
}

function run(script: string, parameters: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: root,
    env: { ...process.env, ...sevenZip() },
    stdio: "inherit",
  });
  return status === 0;
}

/** electron-builder downloads a 7za of its own unless it is shown one; the npm package `7zip-bin` holds it for every system. */
function sevenZip(): NodeJS.ProcessEnv {
  const folder = join(
    root,
    "node_modules",
    "7zip-bin",
    { darwin: "mac", win32: "win" }[process.platform as string] ?? "linux",
    process.arch,
  );
  const name = existsSync(folder) ? readdirSync(folder).find((file) => /^7za(\.exe)?$/.test(file)) : undefined;
  return name === undefined || process.env.ELECTRON_BUILDER_7ZIP_PATH ? {} : { ELECTRON_BUILDER_7ZIP_PATH: join(folder, name) };
}
