import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dryRun } from "../../../main/importing/dry-run.ts";
import { dryRunFindings } from "../../../main/importing/dry-run-findings.ts";
import { preview } from "../../../main/importing/preview.ts";
import { tempFolder } from "./temp-folder.ts";

const folder = tempFolder();
const at = (k: number): string => new Date(Date.UTC(2024, 0, 1) + k * 60_000).toISOString().slice(0, 19).replace("T", " ");
function log(name: string, rows: number, line: (k: number) => string): string {
  const path = join(folder, name);
  writeFileSync(path, `time,flow,level\n${Array.from({ length: rows }, (_, k) => line(k)).join("\n")}\n`);
  return path;
}
async function tried(...files: string[]) {
  const { plan, estimatedRows } = await preview(files);
  return { plan, run: await dryRun({ files, plan, rows: estimatedRows, folder }) };
}
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

test("a log of a few rows is read whole, and its rows are counted, not guessed", async () => {
  const { run } = await tried(log("small.csv", 40, (k) => `${at(k)},${k},${2 * k}`));
  expect(run).toMatchObject({ whole: true, tail: null, findings: [], head: { rows: 40, rejectedLines: 0 }, estimate: { rows: 40 } });
});

test("what is wrong at the far end of a long log is found before anything is kept", async () => {
  const rows = 60_000;
  const { run } = await tried(log("long.csv", rows, (k) => (k > rows - 21 ? "*** logger stopped ***" : `${at(k)},${k % 97},${k % 31}`)));
  expect(run.whole).toBe(false);
  expect(run.head).toMatchObject({ rows: 5000, rejectedLines: 0, first: Date.UTC(2024, 0, 1) });
  expect(run.tail).toMatchObject({ rows: 4980, rejectedLines: 20, last: Date.UTC(2024, 0, 1) + (rows - 21) * 60_000 });
  expect(run.tail?.rejected[0]).toEqual({ line: null, reason: "time-unreadable", text: "*** logger stopped ***" });
  expect(codes(run.findings)).toContain("import.dry.rejected");
  expect(run.estimate.rows).toBeGreaterThan(rows * 0.97);
  expect(run.estimate.rows).toBeLessThan(rows * 1.03);
  expect(run.elapsedMs).toBeLessThan(1000);
});

test("the end of a series is the end of its last file", async () => {
  const first = log("june.csv", 30, (k) => `${at(k)},${k},1`);
  const second = log("july.csv", 30, (k) => `${at(k + 1000)},${k},1`);
  const { run } = await tried(first, second);
  expect(run.head.rows).toBe(30);
  expect(run.tail).toMatchObject({ rows: 30, first: Date.UTC(2024, 0, 1) + 1000 * 60_000 });
});

test("times at the end that rest on the rows before them are not made up", async () => {
  const path = join(folder, "no-time.csv");
  writeFileSync(path, `torque,current\n${Array.from({ length: 20_000 }, (_, k) => `${Math.sin(k).toFixed(4)},${k % 13}`).join("\n")}\n`);
  const { run } = await tried(path);
  expect(run.tail).toMatchObject({ rows: 5000, first: null, last: null });
});

test("a column of numbers that is mostly something else is told with one of its texts", async () => {
  const path = log("words.csv", 200, (k) => `${at(k)},${k},${k % 2 === 0 ? "auf" : k}`);
  const { plan } = await preview([path]);
  const columns = plan.columns.map((column) => (column.tag === "level" ? { ...column, kind: "number" as const } : column));
  const run = await dryRun({ files: [path], plan: { ...plan, columns }, rows: 200 });
  const found = run.findings.find(({ code }) => code === "import.dry.unreadable");
  expect(found?.data).toMatchObject({ column: "level", cells: 100, all: 200, text: "auf" });
});

test("settings by which no row can be read stop the import", async () => {
  const path = log("format.csv", 50, (k) => `${at(k)},${k},1`);
  const { plan } = await preview([path]);
  const run = await dryRun({
    files: [path],
    plan: { ...plan, clock: { source: "columns", columns: [0], format: "DD.MM.YYYY" } },
    rows: 50,
  });
  expect(run.findings[0]).toMatchObject({ code: "import.dry.no-rows", severity: "blocking" });
});

test("a disk without room for the samples stops the import, with both figures", async () => {
  const { plan, run } = await tried(log("room.csv", 40, (k) => `${at(k)},${k},1`));
  const looks = { head: run.head, tail: null, whole: true, bytes: 1000 };
  const estimate = { ...run.estimate, diskPeakBytes: 9e9, freeBytes: 2e9 };
  expect(dryRunFindings(plan, looks, estimate)[0]).toMatchObject({
    code: "import.disk-short",
    severity: "blocking",
    message: expect.stringContaining("9,000 MB"),
    data: { needed: 9000, free: 2000 },
  });
  expect(codes(dryRunFindings(plan, looks, { ...estimate, freeBytes: null }))).not.toContain("import.disk-short");
});
