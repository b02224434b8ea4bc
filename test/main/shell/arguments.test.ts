import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readArguments } from "../../../main/shell/arguments.ts";

const cwd = mkdtempSync(join(tmpdir(), "onepercent-arguments-"));
mkdirSync(join(cwd, "pumps"));
mkdirSync(join(cwd, "program"));
writeFileSync(join(cwd, "log.csv"), "time,a\n");
const read = (...args: string[]) => readArguments(args, { cwd, appPath: join(cwd, "program") });

it("a folder is a project to open, a file a log to import, whatever stands between them", () => {
  expect(read("--no-sandbox", "program", "--disable-gpu", "log.csv", "pumps")).toEqual({
    project: join(cwd, "pumps"),
    files: [join(cwd, "log.csv")],
    print: null,
  });
});

it("--project names a project that may not be there, so that its absence can be told", () => {
  expect(read("program", "--project=nowhere").project).toBe(join(cwd, "nowhere"));
});

it("the folder of the program itself is never a project", () => {
  expect(read("program")).toEqual({ project: null, files: [], print: null });
});

it("a path that is not there is neither", () => {
  expect(read("program", "gone.csv")).toEqual({ project: null, files: [], print: null });
});

it("printing needs its page, its target and a scratch folder", () => {
  expect(read("program", "--print-html", "in.html", "--pdf", "out.pdf").print).toBeNull();
  expect(read("program", "--print-html", "in.html", "--pdf", "out.pdf", "--scratch", "tmp").print).toEqual({
    html: join(cwd, "in.html"),
    pdf: join(cwd, "out.pdf"),
    scratch: join(cwd, "tmp"),
  });
});
