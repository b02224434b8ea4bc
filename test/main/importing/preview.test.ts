import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ImportPreview } from "#shared/domain/importing.ts";
import { preview } from "../../../main/importing/preview.ts";
import { tempFolder } from "./temp-folder.ts";

const written = (content: string): string => {
  const path = join(tempFolder(), "log.csv");
  writeFileSync(path, content);
  return path;
};
const rows = (delimiter: string) =>
  Array.from({ length: 100 }, (_, k) => ["2024-01-01 10:00:00", k % 7 === 3 ? "kaputt" : k, k].join(delimiter)).join("\n");

describe("the preview of an import", () => {
  const file = written(`Pump 7\ntime;a;b\n${rows(";")}\n`);

  test("shows the lines above the data, the first rows with their line numbers, and the cells that were not understood", async () => {
    const shown = ImportPreview.parse(await preview([file]));
    expect(shown.preamble).toEqual(["Pump 7", "time;a;b"]);
    expect(shown.rows[0]).toEqual({
      line: 3,
      time: Date.UTC(2024, 0, 1, 10),
      cells: [
        { text: "2024-01-01 10:00:00", ok: true },
        { text: "0", ok: true },
        { text: "0", ok: true },
      ],
    });
    expect(shown.rows[3]!.cells[1]).toEqual({ text: "kaputt", ok: false });
    expect(shown).toMatchObject({ estimatedRows: 100, files: [{ name: "log.csv" }] });
  });

  test("follows a corrected plan and guesses nothing again while the columns stay the same", async () => {
    const { plan } = await preview([file]);
    const corrected = { ...plan, zone: "+01:00", columns: plan.columns.map((c) => ({ ...c, unit: "bar" })), missing: ["kaputt"] };
    const shown = await preview([file], corrected);
    expect(shown.plan).toEqual(corrected);
    expect(shown.rows[0]!.time).toBe(Date.UTC(2024, 0, 1, 9));
    expect(shown.rows[3]!.cells[1]).toEqual({ text: "kaputt", ok: true });
  });

  test("finds the columns anew when a person moves the header or changes the delimiter", async () => {
    const { plan } = await preview([file]);
    const moved = await preview([file], { ...plan, headerLine: 1 });
    expect(moved.plan.columns.map((c) => c.tag)).toEqual(["Pump 7", "column_2", "column_3"]);
    const split = await preview([file], { ...plan, delimiter: "," });
    expect(split.plan.columns).toHaveLength(1);
    const back = await preview([file], { ...split.plan, delimiter: ";" });
    expect(back.plan.columns.map((c) => c.tag)).toEqual(["time", "a", "b"]);
    expect(back.plan.clock).toEqual(plan.clock);
  });

  test("shows a row whose time cannot be read without one", async () => {
    const shown = await preview([written(`time,a\n${rows(",").replaceAll(",kaputt,", ",3,")}\n`)], {
      ...(await preview([file])).plan,
      delimiter: ",",
      headerLine: 1,
      dataLine: 2,
      columns: [
        { header: "time", tag: "time", unit: "", kind: "time" },
        { header: "a", tag: "a", unit: "", kind: "number" },
      ],
      clock: { source: "columns", columns: [0], format: "DD.MM.YYYY" },
    });
    expect(shown.rows[0]!.time).toBeNull();
    expect(shown.rows[0]!.cells[0]!.ok).toBe(false);
  });

  test("of a large file estimates its rows from places all over it", async () => {
    const large = written(`time,a\n${Array.from({ length: 50_000 }, (_, k) => `2024-01-01 10:00:00,${k}.5`).join("\n")}\n`);
    const { estimatedRows } = await preview([large]);
    expect(Math.abs(estimatedRows - 50_000)).toBeLessThan(2000);
  });

  test("refuses a zone nobody knows, with its name", async () => {
    const { plan } = await preview([file]);
    await expect(preview([file], { ...plan, zone: "Mars" })).rejects.toMatchObject({
      problem: { code: "import.zone-unknown", data: { zone: "Mars" } },
    });
  });
});
