import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFolder, restoreFolder } from "../../../main/store/replace-folder.ts";

function folders(): { staging: string; final: string } {
  const at = mkdtempSync(join(tmpdir(), "replace-"));
  for (const name of ["staging", "final"]) {
    mkdirSync(join(at, name));
    writeFileSync(join(at, name, "scores"), name);
  }
  return { staging: join(at, "staging"), final: join(at, "final") };
}
const content = (folder: string) => readFileSync(join(folder, "scores"), "utf8");

test("a replaced folder holds the new content and nothing lies beside it", () => {
  const { staging, final } = folders();
  replaceFolder(staging, final);
  expect(content(final)).toBe("staging");
  expect(existsSync(`${final}.before`)).toBe(false);
});

test("killed after the old folder was set aside, the old content comes back", () => {
  const { final } = folders();
  renameSync(final, `${final}.before`);
  restoreFolder(final);
  expect(content(final)).toBe("final");
});

test("killed after the new folder was in place, the new content stays", () => {
  const { staging, final } = folders();
  renameSync(final, `${final}.before`);
  renameSync(staging, final);
  restoreFolder(final);
  expect(content(final)).toBe("staging");
  expect(existsSync(`${final}.before`)).toBe(false);
});

test("a folder that was never replaced is left alone", () => {
  const { final } = folders();
  restoreFolder(final);
  expect(content(final)).toBe("final");
});
