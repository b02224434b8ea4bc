import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isSentence } from "#shared/language/index.ts";

const root = join(import.meta.dirname, "../../..");
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

/** How codes stand in the source: `problem("area.what", …)`, `finding("area.what", …)`, `code: "area.what"`. */
const written = /(?:problem|finding)\(\s*"([a-z-]+\.[a-z.-]+)"|\bcode: "([a-z-]+\.[a-z.-]+)"/g;

test("every problem and every finding the program can tell of has its sentence in both languages", () => {
  const codes = new Map<string, string>();
  for (const file of sources("main")) {
    for (const [, problem, code] of readFileSync(join(root, file), "utf8").matchAll(written)) codes.set(problem ?? code!, file);
  }
  expect(codes.size).toBeGreaterThan(50);
  expect([...codes].filter(([code]) => !isSentence(code))).toEqual([]);
});
