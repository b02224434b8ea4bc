import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { onepercent, scratch } from "./onepercent.ts";

const day = (date: string, name: string): string =>
  [
    `time;${name}`,
    ...Array.from(
      { length: 200 },
      (_, k) => `${date} ${String(Math.floor(k / 60)).padStart(2, "0")}:${String(k % 60).padStart(2, "0")}:00;${k % 7}`,
    ),
  ].join("\n");

it("of a folder the days of a pump are one import, another machine's log is one of its own, and notes are left out with a word", {
  timeout: 60_000,
}, async () => {
  const folder = join(scratch(), "june");
  mkdirSync(folder);
  writeFileSync(join(folder, "pump_2024-06-01.csv"), day("2024-06-01", "flow"));
  writeFileSync(join(folder, "pump_2024-06-02.csv.gz"), gzipSync(day("2024-06-02", "flow")));
  writeFileSync(join(folder, "fan.csv"), day("2024-06-01", "speed"));
  writeFileSync(join(folder, "notes.txt"), "Bearing changed on Monday.\nNothing else.\n");
  const { code, stdout } = await onepercent("import", folder, "--project", join(scratch(), "plant"), "--json", "--quiet");
  expect(code).toBe(0);
  const { imports, left } = JSON.parse(stdout) as {
    imports: { files: { name: string }[]; report: { rowsKept: number } }[];
    left: { path: string }[];
  };
  expect(imports.map(({ files, report }) => [files.length, report.rowsKept]).sort()).toEqual([
    [1, 200],
    [2, 400],
  ]);
  expect(left.map(({ path }) => path)).toEqual([join(folder, "notes.txt")]);
});
