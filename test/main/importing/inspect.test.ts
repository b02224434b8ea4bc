import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { inspect } from "../../../main/importing/inspect.ts";
import { messyFacts } from "../../bench/import/messy-facts.ts";
import { referenceData } from "../../data/reference.ts";
import { tempFolder } from "./temp-folder.ts";

const written = (content: string, name = "log.csv"): string => {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
};

describe("what a file holds", () => {
  test("is told table by table, tables side by side apart", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, k) => `01-Mar-24 ${String(k % 24).padStart(2, "0")}:00:00,${k},,${k < 10 ? `0${1 + (k % 9)}-Apr-24 00:00:00,${k * 100}` : ","}`,
    );
    const tables = await inspect([written(`Flow,,,Total,\nDate,F,,Date,T\n${rows.slice(0, 24).join("\n")}\n`)], quietRun());
    expect(tables.map((t) => [t.rows, t.columns.map((c) => c.name)])).toEqual([
      [24, ["Date", "F"]],
      [10, ["Date", "T"]],
    ]);
    expect(tables[1]!.columns[1]).toMatchObject({ valid: 10, first: 0, last: 900 });
  });

  test("gives times on the clock of the plan's zone and says whether they only go forward", async () => {
    const [table] = await inspect(
      [written("Time (GMT+02:00),a\n2024-01-01 10:02,1\n2024-01-01 10:01,2\n2024-01-01 10:03,3\n")],
      quietRun(),
    );
    expect(table!.time).toMatchObject({
      first: "2024-01-01T10:02:00.000+02:00",
      last: "2024-01-01T10:03:00.000+02:00",
      zone: "+02:00",
      monotonic: false,
    });
  });

  test("names texts that stand where numbers belong, with their counts", async () => {
    const [table] = await inspect(
      [written(`t,a\n${Array.from({ length: 20 }, (_, k) => `2024-01-01 10:${10 + k},${k % 5 === 0 ? "Bad" : k}`).join("\n")}\n`)],
      quietRun(),
    );
    expect(table!.columns[1]).toMatchObject({ kind: "number", valid: 16, states: { Bad: 4 } });
  });

  test("a missing file is told by name", async () => {
    await expect(inspect([join(tmpdir(), "no-such-log.csv")], quietRun())).rejects.toMatchObject({
      problem: { code: "import.file-unreadable", data: { file: "no-such-log.csv" } },
    });
  });

  const messy = referenceData("messy");
  test.skipIf(!messy)("of nineteen real exports is what people who know them expect, with no hint", async () => {
    const facts = await messyFacts(dirname(messy!));
    expect(Object.keys(facts!).length).toBeGreaterThan(0);
    expect(Object.fromEntries(Object.entries(facts!).filter(([, differences]) => differences.length > 0))).toEqual({});
  });
});
