import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepWindowPlace, readWindowPlace } from "../../../main/shell/window-place.ts";

const file = join(mkdtempSync(join(tmpdir(), "onepercent-window-")), "window.json");
const first = { width: 1280, height: 800, maximized: false };

it("the window is as large as it was when it was last closed", () => {
  expect(readWindowPlace(file)).toEqual(first);
  keepWindowPlace(file, { width: 1500, height: 900, maximized: true });
  expect(readWindowPlace(file)).toEqual({ width: 1500, height: 900, maximized: true });
});

it("a size below the smallest usable one is raised to it", () => {
  keepWindowPlace(file, { width: 100, height: 5000, maximized: false });
  expect(readWindowPlace(file)).toEqual({ width: 1024, height: 5000, maximized: false });
});

it.each(["", "{}", '{"width":"wide"}', "null"])("a damaged file (%s) gives the first size", (content) => {
  writeFileSync(file, content);
  expect(readWindowPlace(file)).toEqual(first);
});
