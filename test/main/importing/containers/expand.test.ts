import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Cancelled } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { expand } from "../../../../main/importing/containers/expand.ts";
import { seriesName } from "../../../../main/importing/containers/expand-series.ts";
import { tempFolder } from "../temp-folder.ts";

const rows = (start: string, count = 50, names = "time,flow,speed"): string =>
  `${names}\n${Array.from({ length: count }, (_, k) => `${new Date(Date.parse(start) + k * 60_000).toISOString()},${k},${k / 7}`).join("\n")}\n`;

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(tempFolder(), "drop");
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function groupsOf(folder: string): Promise<string[][]> {
  const { groups } = await expand([folder], quietRun());
  return groups.map(({ files }) => files.map((path) => relative(folder, path).replaceAll("\\", "/")));
}

async function leftOf(folder: string): Promise<Record<string, string>> {
  const { left } = await expand([folder], quietRun());
  return Object.fromEntries(left.map(({ path, finding }) => [relative(folder, path).replaceAll("\\", "/"), finding.code]));
}

describe("what was dropped", () => {
  test("files of one header whose names differ in a date are one series, in the order of their first times", async () => {
    const folder = folderOf({
      "b_02.01.2024.csv": rows("2024-01-02T00:00:00Z"),
      "b_01.02.2024.csv": rows("2024-02-01T00:00:00Z"),
      "b_01.01.2024.csv": rows("2024-01-01T00:00:00Z"),
    });
    expect(await groupsOf(folder)).toEqual([["b_01.01.2024.csv", "b_02.01.2024.csv", "b_01.02.2024.csv"]]);
    expect((await expand([folder], quietRun())).groups[0]).toMatchObject({ name: "b_*.csv", format: "delimited-text" });
  });

  test("files that cover the same time are machines beside each other", async () => {
    const folder = folderOf({ "pump1.csv": rows("2024-01-01T00:00:00Z"), "pump2.csv": rows("2024-01-01T00:05:00Z").replace(",1,", ",9,") });
    expect(await groupsOf(folder)).toEqual([["pump1.csv"], ["pump2.csv"]]);
  });

  test("files of other names or other columns are logs of their own", async () => {
    const folder = folderOf({
      "a_1.csv": rows("2024-01-01T00:00:00Z"),
      "a_2.csv": rows("2024-01-02T00:00:00Z", 50, "time,flow,torque"),
      "fan_3.csv": rows("2024-01-03T00:00:00Z"),
    });
    expect(await groupsOf(folder)).toHaveLength(3);
  });

  test("without dates in the rows, one counting number makes a series in natural order; two are machines", async () => {
    const plain = (seed: number) => `a,b\n${Array.from({ length: 30 }, (_, k) => `${k * seed},${k + seed}.5`).join("\n")}\n`;
    const folder = folderOf({
      "acc_10.csv": plain(3),
      "acc_9.csv": plain(2),
      "acc_1.csv": plain(1),
      "B1_1.csv": plain(4),
      "B2_3.csv": plain(5),
    });
    expect(await groupsOf(folder)).toContainEqual(["acc_1.csv", "acc_9.csv", "acc_10.csv"]);
    expect(await groupsOf(folder)).toContainEqual(["B1_1.csv"]);
  });

  test("folders that are dates belong to the series, folders that are machines part it", async () => {
    const folder = folderOf({
      "2024-01/log.csv": rows("2024-01-01T00:00:00Z"),
      "2024-02/log.csv": rows("2024-02-01T00:00:00Z"),
      "pump 3/log.csv": rows("2024-03-01T00:00:00Z"),
    });
    expect(await groupsOf(folder)).toEqual([["2024-01/log.csv", "2024-02/log.csv"], ["pump 3/log.csv"]]);
  });

  test("hidden files are passed over, the same bytes come once, and what is no log is told", async () => {
    const log = rows("2024-01-01T00:00:00Z");
    const folder = folderOf({
      "a.csv": log,
      "copy of a.csv": log,
      ".hidden.csv": log,
      "Thumbs.db": "x",
      "~$book.xlsx": "x",
      "picture.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0]),
      "empty.csv": "",
      "README.md": "# Notes\n\nWords and words.\n",
    });
    expect(await groupsOf(folder)).toEqual([["a.csv"]]);
    expect(await leftOf(folder)).toEqual({
      "copy of a.csv": "import.same-file",
      "picture.png": "import.not-text",
      "empty.csv": "import.file-empty",
      "README.md": "import.no-table",
    });
  });

  test("a packed copy of a log is the same log", async () => {
    const log = rows("2024-01-01T00:00:00Z");
    const folder = folderOf({ "a.csv.gz": gzipSync(log), "b.csv.gz": gzipSync(log, { level: 1 }) });
    expect((await groupsOf(folder)).flat()).toHaveLength(1);
  });

  test("tables of a data base are logs; those without a time describe them; what lies beside it is told", async () => {
    const folder = folderOf({ "note.txt": "x" });
    const db = new DatabaseSync(join(folder, "plant.db"));
    db.exec("CREATE TABLE tags(id INT, name TEXT); INSERT INTO tags VALUES (1, 'a'), (2, 'b'); CREATE TABLE log(time TEXT, v REAL)");
    for (let k = 0; k < 30; k++) db.exec(`INSERT INTO log VALUES ('2024-01-01T00:${String(k).padStart(2, "0")}:00Z', ${k}.5)`);
    db.close();
    expect(await groupsOf(folder)).toEqual([["plant.db/log"]]);
    expect(await leftOf(folder)).toMatchObject({ "plant.db/tags": "import.untimed-beside" });
  });

  test("links that lead in a circle end, and a file reached twice comes once", async () => {
    const folder = folderOf({ "sub/a.csv": rows("2024-01-01T00:00:00Z") });
    symlinkSync(folder, join(folder, "sub", "again"));
    symlinkSync(join(folder, "sub", "a.csv"), join(folder, "twin.csv"));
    expect((await groupsOf(folder)).flat()).toHaveLength(1);
  });

  test("a path that is not there is told", async () => {
    const { groups, left } = await expand([join(tempFolder(), "gone.csv")], quietRun());
    expect(groups).toEqual([]);
    expect(left.map(({ finding }) => finding.code)).toEqual(["import.file-unreadable"]);
  });

  test("a person may stop it", async () => {
    const folder = folderOf({ "a.csv": rows("2024-01-01T00:00:00Z") });
    copyFileSync(join(folder, "a.csv"), join(folder, "b.csv"));
    const tick = () => {
      throw new Cancelled();
    };
    await expect(expand([folder], { seed: 1, tick })).rejects.toBeInstanceOf(Cancelled);
  });

  test.each([
    ["log_2024-01-31.csv", "log_*.csv"],
    ["Jan 2024/pump_07.csv", "*/pump_*.csv"],
    ["pump 3/20240131T120000.tsv.gz", "pump 3/*.tsv"],
    ["Trend March.csv", "Trend *.csv"],
    ["marker.csv", "marker.csv"],
  ])("%s belongs to %s", (name, series) => {
    expect(seriesName(name)).toBe(series);
  });
});
