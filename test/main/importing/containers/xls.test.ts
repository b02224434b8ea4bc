import { describe, expect, test } from "vitest";
import { lookInside } from "../../../../main/importing/containers/open-log.ts";
import { tempFolder } from "../temp-folder.ts";
import { codeOf, logAt, put } from "./log-file.ts";
import { compoundFile, f64, type OldWorkbook, oldWorkbookFile, record, text16, u16, u32, workbookStream } from "./old-workbook-file.ts";

const written = (book: OldWorkbook) => put(tempFolder(), "book.xls", oldWorkbookFile(book));
const sheet = (...records: Buffer[]): OldWorkbook => ({ sheets: [{ name: "S", records }], globals });
const number = (row: number, column: number, value: number, style = 0) => record(0x203, u16(row, column, style), f64(value));
const format = (id: number, code: string) => record(0x41e, u16(id), text16(code));
const style = (id: number) => record(0xe0, u16(0, id), Buffer.alloc(16));
/** Styles 0 General, 1 a date with its time, 2 a built-in day. */
const globals = [format(164, "yyyy-mm-dd hh:mm:ss"), style(0), style(164), style(14)];

describe("an old workbook", () => {
  test("offers its sheets with cells, charts and empty ones not", async () => {
    const cell = number(0, 0, 1);
    const path = written({
      sheets: [
        { name: "Juni", records: [cell] },
        { name: "chart", records: [cell], kind: 2 },
        { name: "empty", records: [] },
        { name: "数据", records: [cell] },
      ],
    });
    expect((await lookInside(path))?.members.map(({ name }) => name)).toEqual(["Juni", "数据"]);
    expect(await logAt(`${path}/数据`)).toEqual({ name: "book.xls/数据", text: "1\n", damage: [], within: ["xls"] });
  });

  test("holds numbers in every form: double, short, many in a row, results of formulas", async () => {
    const formula = (column: number, result: Buffer) => record(0x06, u16(1, column, 0), result, u16(0), u32(0));
    const special = (kind: number, value: number) => formula(kind, Buffer.from([kind, 0, value, 0, 0, 0, 0xff, 0xff]));
    const log = sheet(
      number(0, 0, 0.1),
      record(0x27e, u16(0, 1, 0), u32(((-12 << 2) | 2) >>> 0)),
      record(0x27e, u16(0, 2, 0), u32(((1234 << 2) | 3) >>> 0)),
      record(0xbd, u16(0, 3, 0), u32((7 << 2) | 2), u16(0), u32(0x3ff80000), u16(4)),
      special(0, 0),
      record(0x207, text16("result")),
      special(1, 1),
      special(2, 42),
      formula(5, f64(2.5)),
      record(0x205, u16(2, 0, 0), [1, 0]),
      record(0x205, u16(2, 1, 0), [15, 1]),
    );
    expect((await logAt(written(log))).text).toBe("0.1\t-12\t12.34\t7\t1.5\nresult\tTRUE\t#N/A\t\t\t2.5\nTRUE\t#VALUE!\t\t\t\t\n");
  });

  test("turns dates into ISO 8601 by their format, in both epochs", async () => {
    const cells = [number(0, 0, 38_056.75), number(0, 1, 38_056.75, 1), number(0, 2, 38_056, 2)];
    expect((await logAt(written(sheet(...cells)))).text).toBe("38056.75\t2004-03-10T18:00:00\t2004-03-10\n");
    const of1904 = { sheets: [{ name: "S", records: [number(0, 0, 36_594, 2)] }], globals: [...globals, record(0x22, u16(1))] };
    expect((await logAt(written(of1904))).text).toBe("2004-03-10\n");
  });

  test("gives texts that run over the border of records, in one width or in both", async () => {
    const head = Buffer.concat([u32(3), u32(3)]);
    const sst = [
      record(0xfc, head, text16("Druck"), u16(8), [0], Buffer.from("Temp")),
      record(0x3c, [1], Buffer.from("°[泵]", "utf16le"), u16(2), [8], u16(1), Buffer.from("ok"), u32(0)),
    ];
    const cells = [0, 1, 2, 9].map((k) => record(0xfd, u16(0, k, 0), u32(k)));
    const log = await logAt(written({ sheets: [{ name: "S", records: cells }], globals: [...globals, ...sst] }));
    expect([log.text, log.damage]).toEqual(["Druck\tTemp°[泵]\tok\n", []]);
  });

  test("written column by column comes out row by row", async () => {
    const cells = [0, 1].flatMap((column) => [0, 1, 4].map((row) => number(row, column, 10 * row + column)));
    expect((await logAt(written(sheet(...cells)))).text).toBe("0\t1\n10\t11\n\n\n40\t41\n");
  });

  test("repeats the names of merged headers", async () => {
    const label = (row: number, column: number, words: string) => record(0x204, u16(row, column, 0), text16(words));
    const merges = record(0xe5, u16(2), u16(0, 1, 0, 0), u16(0, 0, 1, 2));
    const log = sheet(label(0, 0, "Time"), label(0, 1, "Pump"), label(1, 1, "p"), label(1, 2, "T"), merges);
    expect((await logAt(written(log))).text).toBe("Time\tPump\tPump\nTime\tp\tT\n");
  });

  test("of Excel 95 gives its texts by their code page", async () => {
    const bof = (kind: number) => record(0x809, u16(0x500, kind, 0, 0));
    const name = Buffer.from([0xb1, 0xc3]); // GBK: pump
    const cells = Buffer.concat([bof(0x10), record(0x204, u16(0, 0, 0), u16(2), name), record(0x0a)]);
    const head = (at: number) => Buffer.concat([bof(5), record(0x42, u16(936)), record(0x85, u32(at), [0, 0, 2], name), record(0x0a)]);
    const stream = Buffer.concat([head(head(0).length), cells]);
    const path = put(tempFolder(), "book.xls", compoundFile("Book", stream));
    expect(await logAt(path)).toMatchObject({ text: "泵\n" });
    expect((await lookInside(path))?.members.map(({ name }) => name)).toEqual(["泵"]);
    expect((await logAt(put(tempFolder(), "bare.xls", stream))).text).toBe("泵\n");
  });

  test("that breaks off keeps the rows before, and says behind which", async () => {
    const whole = oldWorkbookFile(sheet(...Array.from({ length: 2000 }, (_, k) => number(k, 0, k))));
    const log = await logAt(put(tempFolder(), "book.xls", whole.subarray(0, 20_000)));
    expect(log.damage).toEqual(["import.workbook-cut"]);
    const rows = log.text.trimEnd().split("\n");
    expect(rows).toEqual(rows.map((_, k) => String(k)));
    expect(rows.length).toBeGreaterThan(800);
  });

  test("that is locked, too old or no workbook at all says so", async () => {
    expect(await codeOf(lookInside(written({ sheets: [], globals: [record(0x2f, u16(0))] })))).toBe("import.workbook-encrypted");
    expect(await codeOf(lookInside(put(tempFolder(), "b.xls", compoundFile("WordDocument", Buffer.alloc(5000)))))).toBe(
      "import.office-no-workbook",
    );
    const excel4 = record(0x409, u16(0, 0x10, 0));
    expect(await codeOf(lookInside(put(tempFolder(), "b.xls", excel4)))).toBe("import.workbook-old");
    const empty = compoundFile("Workbook", workbookStream({ sheets: [] }));
    expect(await codeOf(lookInside(put(tempFolder(), "b.xls", empty)))).toBe("import.workbook-unreadable");
  });
});
