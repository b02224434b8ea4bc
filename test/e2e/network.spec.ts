import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { root } from "../../build/root.ts";
import { executableIn } from "../../build/runtime/executable-in.ts";
import { sandboxArguments } from "../../build/sandbox-arguments.ts";

// Playwright's own way of starting switches Chromium's background traffic off, so the program is started here as a person would.

test.skip(process.platform !== "linux", "connections are traced with strace, which only Linux has");
test.skip(spawnSync("strace", ["-V"]).error !== undefined, "strace is not installed (apt-get install strace)");

/** Chromium fetches what it wants, a spelling dictionary for one, within seconds of its start. */
const linger_ms = 10_000;

/** Every `connect` of a program and all its children, one line each. */
async function connects(
  command: string,
  parameters: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ said: string; lines: string[] }> {
  const trace = join(mkdtempSync(join(tmpdir(), "onepercent-network-")), "connects");
  const program = spawn("strace", ["-f", "-qq", "-e", "trace=connect", "-o", trace, command, ...parameters], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a group of its own, so that nothing of it is left behind if it hangs
  });
  const patience = setTimeout(() => process.kill(-program.pid!, "SIGKILL"), 60_000);
  let said = "";
  let complained = "";
  program.stdout.on("data", (text) => (said += text));
  program.stderr.on("data", (text) => (complained += text));
  const [code] = await once(program, "close");
  clearTimeout(patience);
  expect(code, `${said}${complained}`).toBe(0);
  return { said, lines: readFileSync(trace, "utf8").split("\n").filter(Boolean) };
}

const toTheNetwork = (line: string) => /AF_INET6?\b/.test(line);

test("a connection to the network would be seen", async () => {
  const knock = 'require("node:net").connect(9, "127.0.0.1").on("error", () => {})';
  const { lines } = await connects(process.execPath, ["-e", knock], process.env);
  expect(lines.filter(toTheNetwork)).toHaveLength(1);
});

test("from its start until it is usable, and a while after, the program connects to nothing on any network", async () => {
  const { ELECTRON_RUN_AS_NODE: _, ELECTRON_OVERRIDE_DIST_PATH: runtime = "", ...inherited } = process.env;
  const userData = mkdtempSync(join(tmpdir(), "onepercent-user-"));
  const env = { ...inherited, ONEPERCENT_USER_DATA: userData, ONEPERCENT_EXIT_AFTER_READY_MS: String(linger_ms) };
  const { said, lines } = await connects(executableIn(runtime) ?? "", [...sandboxArguments(), root], env);
  expect(said).toContain("READY ");
  expect(lines.filter((line) => line.includes("AF_UNIX")).length, "the screen, at least, is connected to").toBeGreaterThan(0);
  expect(lines.filter(toTheNetwork)).toEqual([]);
});
