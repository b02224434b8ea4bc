import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../temp-folder.ts";

const module = join(import.meta.dirname, "../../../../main/importing/containers/cache-folder.ts");

/** Runs a process with a temporary folder of its own; says the folder it was given, and waits to be told to end, or to be killed. */
async function process1(temporary: string, end: "exit" | "kill", before: (pid: number) => void = () => {}): Promise<string> {
  const code = `process.stdin.once("data", async () => {
    const { cacheFolder } = await import(${JSON.stringify(module)});
    console.log(cacheFolder());
    process.stdin.once("data", () => process.exit());
  });`;
  const child = spawn(process.execPath, ["-e", code], {
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  before(child.pid!);
  child.stdin.write("begin\n");
  const folder = await new Promise<string>((resolve) => child.stdout.once("data", (text) => resolve(String(text).trim())));
  expect(existsSync(folder)).toBe(true);
  if (process.platform !== "win32") expect(statSync(folder).mode & 0o777).toBe(0o700);
  if (end === "exit") child.stdin.write("end\n");
  else child.kill("SIGKILL");
  await ended;
  return folder;
}

test("what was taken out of archives goes with its process, or with the next one where it was killed", async () => {
  const temporary = tempFolder();
  expect(existsSync(await process1(temporary, "exit"))).toBe(false);
  const killed = await process1(temporary, "kill");
  expect(existsSync(killed)).toBe(true);
  await process1(temporary, "exit");
  expect(readdirSync(temporary).filter((name) => name.startsWith("onepercent-logs-"))).toEqual([]);
});

test.skipIf(process.platform === "win32")("a link that waits under the folder's name is not followed", async () => {
  const temporary = tempFolder();
  const elsewhere = join(temporary, "elsewhere");
  mkdirSync(elsewhere);
  let link = "";
  const folder = await process1(temporary, "exit", (pid) => {
    link = join(temporary, `onepercent-logs-${pid}`);
    symlinkSync(elsewhere, link);
  });
  expect(folder).not.toBe(link);
  expect([existsSync(folder), existsSync(elsewhere)]).toEqual([false, true]);
});
