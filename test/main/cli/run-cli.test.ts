import { join, resolve } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commands } from "../../../main/cli/commands.ts";
import { runCli } from "../../../main/cli/run-cli.ts";
import { type Ended, onepercent, scratch } from "./onepercent.ts";

/** The same without a process of its own, for what needs no workbench. */
async function within(...args: readonly string[]): Promise<Ended> {
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      said[name] += text;
      return true;
    });
  }
  const createWorkbench = () => Promise.reject(new Error("Wrong usage is to be told before anything is opened."));
  const code = await runCli({ args: args.includes("--lang") ? args : [...args, "--lang", "en"], version: "1.2.3", createWorkbench });
  return { code, ...said };
}
afterEach(() => void vi.restoreAllMocks());

describe("the command line", () => {
  it("names every command in its help and says how it ends", async () => {
    const { code, stdout } = await onepercent("--help");
    expect(code).toBe(0);
    for (const { name } of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
    expect(stdout).toContain(
      "Exit codes: 0 done; 1 something is wrong with the data or the work; 2 the command was not understood; 130 stopped",
    );
  });

  it.each(commands.map(({ name }) => name))("explains every option of %s, in both languages", async (name) => {
    const command = commands.find((each) => each.name === name)!;
    const english = await onepercent(name, "--help");
    const chinese = await within("help", name, "--lang", "zh");
    for (const { code, stdout, stderr } of [english, chinese]) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      for (const option of [...Object.keys(command.options), "json", "quiet", "lang"]) expect(stdout).toContain(`--${option}`);
      for (const example of command.examples) expect(stdout).toContain(`onepercent ${example}`);
    }
    expect(chinese.stdout).toContain("退出码");
    expect(english.stdout).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it("tells its version", async () => {
    expect((await onepercent("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [["trian"], 'did you mean "train"?'],
    [["train", "--projct", "x"], "did you mean --project?"],
    [["train"], "--project is needed"],
    [["train", "--project"], "--project needs a value: DIR"],
    [["train", "--project", "--json"], "--project needs a value: DIR"],
    [["train", "--project=a", "--project=b"], "--project was given twice"],
    [["train", "--json=yes", "--project=a"], "--json takes no value"],
    [["train", "stray.csv", "--project=a"], '"stray.csv" has no place here'],
    [["train", "--project=a", "--seed=one"], '--seed must be a number, not "one"'],
    [["import", "--project=a"], "Name the files to read"],
    [["report", "--project=a", "--out=report.doc"], "must end in .html, .pdf or .xlsx"],
    [["efficiency", "--project=a", "--formula=a / b"], "--better is needed"],
    [["efficiency", "--project=a", "--unit=kW"], "--unit needs --formula"],
    [["run", "--project=a"], "Name the recipe file"],
  ])("%j is wrong usage: exit code 2, a hint on standard error, nothing on standard output", async (args, hint) => {
    const { code, stdout, stderr } = await within(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(hint);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/onepercent (\w+ )?--help says what can be given\./);
  });

  it("ends a process of its own with these codes", async () => {
    const nothing = await onepercent();
    expect(nothing.code).toBe(2);
    expect(nothing.stdout).toContain("Usage:");
    expect(await onepercent("train", "--project=a", "--lang=de")).toMatchObject({ code: 2, stdout: "" });
  });

  it("answers a problem with exit code 1, in words and under --json as an object", async () => {
    const nowhere = join(scratch(), "nowhere");
    const plain = await onepercent("train", "--project", nowhere);
    expect(plain).toMatchObject({ code: 1, stdout: "", stderr: `${nowhere} holds no OnePercent project.\n` });
    const json = await onepercent("train", "--project", nowhere, "--json");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ problem: { code: "project.none", data: { folder: nowhere } } });
  });

  it("speaks the language it is asked for", async () => {
    const { code, stderr } = await onepercent("inspect", "nowhere.csv", "--lang", "zh");
    expect({ code, stderr }).toEqual({ code: 1, stderr: `没有文件 ${resolve("nowhere.csv")}。\n` });
  });
});
