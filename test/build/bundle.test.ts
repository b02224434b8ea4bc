import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isStale } from "../../build/bundle.ts";

let project: string;
const products = ["out/main/shell.js", "out/preload/preload.cjs", "out/renderer/index.html"];

/** @param second since 1970 */
function put(file: string, second: number): void {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  utimesSync(path, second, second);
  utimesSync(dirname(path), second, second);
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "onepercent-bundle-"));
  put("main/shell.ts", 100);
  put("renderer/main.tsx", 100);
  put("shared/domain/frame.ts", 100);
  utimesSync(join(project, "shared"), 100, 100);
  for (const product of products) put(product, 200);
});
afterEach(() => rmSync(project, { recursive: true }));

test("a bundle made after every source is fresh", () => {
  expect(isStale(project)).toBe(false);
});

test("a bundle is stale once any source is younger, however deep", () => {
  put("shared/domain/frame.ts", 300);
  expect(isStale(project)).toBe(true);
});

test("a bundle is stale once a source is gone", () => {
  rmSync(join(project, "shared/domain/frame.ts"));
  expect(isStale(project)).toBe(true);
});

test.each(products)("a bundle without %s is stale", (product) => {
  rmSync(join(project, product));
  expect(isStale(project)).toBe(true);
});
