import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TextPlan } from "#shared/domain/importing.ts";
import { Cancelled } from "#shared/domain/problem.ts";
import { quietRun, type Run } from "#shared/domain/run.ts";
import { preview } from "../../../../main/importing/preview.ts";
import { readSignals } from "../../../../main/store/signals/read-signals.ts";
import { importLog } from "../../../../main/workbench/tasks/import-log.ts";
import { referenceData } from "../../../data/reference.ts";
import { tempFolder } from "../../importing/temp-folder.ts";

const minute = (k: number): string => new Date(Date.UTC(2024, 0, 1) + k * 60_000).toISOString().slice(0, 19).replace("T", " ");
const rows = (count: number): string[] => Array.from({ length: count }, (_, k) => `${minute(k)},${k},${k % 7}`);
const log = (lines: readonly string[]): string => `time,a [bar],b\n${lines.join("\n")}\n`;

async function imported(contents: readonly (string | Uint8Array)[], change: Partial<TextPlan> = {}, run: Run = quietRun()) {
  const folder = tempFolder();
  const files = contents.map((content, k) => {
    const path = join(folder, `log${k}.csv`);
    writeFileSync(path, content);
    return path;
  });
  const { plan } = await preview(files);
  mkdirSync(join(folder, "temp"));
  const staging = join(folder, "staging");
  const quarantineFile = join(folder, "quarantine.txt");
  const work = importLog(
    { files, plan: { ...plan, ...change }, staging, quarantineFile, tempFolder: join(folder, "temp"), threads: 2 },
    run,
  );
  return { ...(await work.catch((error: unknown) => ({ error }) as never)), staging, quarantineFile, files };
}

const codes = (findings: readonly { code: string }[]): string[] => findings.map((f) => f.code);

describe("an import", () => {
  test("keeps every row, says what it did and knows the file by its hash", async () => {
    const text = log(rows(5000));
    const { report, tags, sha256, staging, quarantineFile } = await imported([text]);
    expect(report).toMatchObject({
      lines: 5001,
      preambleLines: 1,
      rowsRead: 5000,
      rowsKept: 5000,
      rejectedLines: 0,
      duplicateTimes: 0,
      outOfOrder: 0,
      gaps: 0,
    });
    expect(report).toMatchObject({ intervalMs: 60_000, from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 0, 1) + 4999 * 60_000 });
    expect(tags[0]).toMatchObject({ tag: "a", unit: "bar", valid: 5000, min: 0, max: 4999, mean: 2499.5 });
    expect(sha256).toEqual([createHash("sha256").update(text).digest("hex")]);
    expect(existsSync(quarantineFile)).toBe(false);
    const back = await readSignals({ folders: [staging], tags: ["a", "b"] });
    expect(back.columns[1]!.values.every((v, k) => v === k % 7)).toBe(true);
  });

  test("says which numbers it read as no sample, and how often", async () => {
    const text = log(rows(200).map((row, k) => (k % 10 === 0 ? row.replace(/,\d+,/, ",-9999.0,") : row)));
    const { report, tags } = await imported([text], { missing: ["", "-9999"] });
    expect(tags[0]).toMatchObject({ valid: 180, min: 1 });
    expect(report.findings.filter((f) => f.code === "import.left-out").map((f) => f.data)).toEqual([
      { value: "-9999", cells: 20, columns: 1 },
    ]);
  });

  test("sorts rows that are out of order, newest first included, and counts them", async () => {
    const { report, staging } = await imported([log(rows(3000).reverse())]);
    expect(report).toMatchObject({ rowsKept: 3000, outOfOrder: 2999 });
    expect(codes(report.findings)).toContain("import.out-of-order");
    const back = await readSignals({ folders: [staging], tags: ["a"] });
    expect(back.columns[0]!.values.every((v, k) => v === k)).toBe(true);
  });

  test.each([
    ["first", 1, 10],
    ["last", 3, 10],
    ["mean", 2, 10],
  ] as const)("keeps of rows at one time the %s, and what only one of them has", async (duplicates, a, b) => {
    const lines = [...rows(100).slice(0, 50), `${minute(50)},1,`, `${minute(50)},,10`, `${minute(50)},3,`, ...rows(100).slice(51)];
    for (const order of [lines, [...lines.slice(60), ...lines.slice(0, 60)]]) {
      const { report, staging } = await imported([log(order)], { duplicates });
      expect(report).toMatchObject({ rowsRead: 102, rowsKept: 100, duplicateTimes: 2 });
      const back = await readSignals({ folders: [staging], tags: ["a", "b"] });
      expect([back.columns[0]!.values[50], back.columns[1]!.values[50]]).toEqual([a, b]);
    }
  });

  test("puts rejected lines into quarantine with number, reason and text, and loses none", async () => {
    const lines = rows(100);
    lines.splice(40, 0, "*** power failure ***", "2024-99-99 00:00:00,1,2");
    const { report, quarantineFile } = await imported([log(lines)]);
    expect(report.rejectedLines).toBe(2);
    expect(report.rejected[0]).toEqual({ line: 42, reason: "the time cannot be read", text: "*** power failure ***" });
    const kept = readFileSync(quarantineFile, "utf8").split("\n");
    expect(kept[1]).toMatch(/\t43\tthe time cannot be read\t2024-99-99 00:00:00,1,2$/);
  });

  test("finds gaps, constant, empty and unreadable columns", async () => {
    const lines = rows(300).map((row, k) => `${row},5,,${k === 9 ? "kaputt" : k}`);
    lines.splice(100, 60);
    const { report } = await imported([`time,a,b,constant,empty,odd\n${lines.join("\n")}\n`]);
    expect(report).toMatchObject({ gaps: 1, longestGapMs: 61 * 60_000, cellsNotNumbers: 1 });
    expect(codes(report.findings)).toEqual(
      expect.arrayContaining(["import.gaps", "import.column-constant", "import.column-empty", "import.cells-unreadable"]),
    );
  });

  test("takes several files of one series as one; another header is refused by name", async () => {
    const { report, sha256 } = await imported([log(rows(100)), log(rows(250).slice(100))]);
    expect(report).toMatchObject({ rowsKept: 250, preambleLines: 2 });
    expect(new Set(sha256).size).toBe(2);
    const folder = tempFolder();
    const files = ["a.csv", "b.csv"].map((name) => join(folder, name));
    writeFileSync(files[0]!, log(rows(10)));
    writeFileSync(files[1]!, `time,x,y\n${rows(10).join("\n")}\n`);
    await expect(preview(files)).rejects.toMatchObject({
      problem: { code: "import.plan-differs", data: { file: "b.csv", first: "a.csv" } },
    });
  });

  test("puts files given in the wrong order right", async () => {
    const { report, staging } = await imported([log(rows(250).slice(100)), log(rows(100))]);
    expect(report).toMatchObject({ rowsKept: 250, outOfOrder: 100 });
    const back = await readSignals({ folders: [staging], tags: ["a"] });
    expect(back.columns[0]!.values.every((v, k) => v === k)).toBe(true);
  });

  test("says what became of both odd days of a zone", async () => {
    const half = (day: string, times: readonly string[]): string[] => times.map((t, k) => `${day} ${t}:00,${k},1`);
    const spring = half("2024-03-31", ["00:30", "01:00", "01:30", "02:00", "02:30", "03:00"]);
    const autumn = half("2024-10-27", ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00"]);
    const { report } = await imported([log([...spring, ...autumn])], { zone: "Europe/Berlin" });
    expect(report.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "import.missing-hour", data: { day: "2024-03-31", rows: 2, zone: "Europe/Berlin" } }),
        expect.objectContaining({ code: "import.repeated-hour", data: { day: "2024-10-27", rows: 4, zone: "Europe/Berlin" } }),
      ]),
    );
    expect(report.to).toBe(Date.UTC(2024, 9, 27, 2));
  });

  test("that is cancelled leaves no staging folder", async () => {
    const run: Run = {
      seed: 1,
      tick: () => {
        throw new Cancelled();
      },
    };
    const result = await imported([log(rows(100))], {}, run);
    expect((result as unknown as { error: unknown }).error).toBeInstanceOf(Cancelled);
    expect(existsSync(result.staging)).toBe(false);
  });

  test("by a zone or a format nobody knows is refused before anything is read", async () => {
    const result = (await imported([log(rows(10))], { zone: "Mars/Olympus" })) as unknown as { error: unknown };
    expect(result.error).toMatchObject({ problem: { code: "import.zone-unknown" } });
    const clock = { source: "columns" as const, columns: [0], format: "??" };
    const other = (await imported([log(rows(10))], { clock })) as unknown as { error: unknown };
    expect(other.error).toMatchObject({ problem: { code: "import.format-unknown" } });
  });

  const skab = referenceData("skab/valve1/0.csv");
  test.skipIf(!skab)("of a real water loop has the rows and figures of the file", async () => {
    const { report } = await imported([readFileSync(skab!)]);
    expect(report).toMatchObject({ rowsKept: 1147, intervalMs: 1000, from: Date.parse("2020-03-09T10:14:33Z") });
    expect(report.columns.find((c) => c.tag === "Voltage")).toMatchObject({ first: 233.062, last: 228.665, valid: 1147 });
  });

  const ccpp = referenceData("ccpp/Folds5x2_pp.csv");
  test.skipIf(!ccpp)("of a real power plant without a time column keeps all 9568 rows on an assumed clock", async () => {
    const { report } = await imported([readFileSync(ccpp!)]);
    expect(report).toMatchObject({ rowsKept: 9568, from: Date.UTC(2000, 0, 1), intervalMs: 3_600_000 });
    expect(codes(report.findings)).toContain("import.no-time");
    const [at, , , , pe] = report.columns;
    expect(at).toMatchObject({ tag: "AT", first: 14.96, valid: 9568 });
    expect(pe!.mean).toBeCloseTo(454.365, 3);
  });
});
