import { describe, expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { lookInside } from "../../../../main/importing/containers/open-log.ts";
import { inspect } from "../../../../main/importing/inspect.ts";
import { referenceData } from "../../../data/reference.ts";
import { tempFolder } from "../temp-folder.ts";
import { codeOf, logAt, put } from "./log-file.ts";
import { compoundFile } from "./old-workbook-file.ts";
import { type WorkbookContent, workbookFile, workbookParts } from "./workbook-file.ts";
import { zipFile } from "./zip-file.ts";

const written = (content: WorkbookContent) => put(tempFolder(), "book.xlsx", workbookFile(content));
const text = async (rows: string, more: Omit<WorkbookContent, "sheets"> = {}, behind = "") =>
  (await logAt(written({ sheets: [{ name: "S", rows, behind }], ...more }))).text;
const row = (r: number, ...cells: string[]) => `<row r="${r}">${cells.join("")}</row>`;
const n = (at: string, value: number | string, style?: number) =>
  `<c r="${at}"${style === undefined ? "" : ` s="${style}"`}><v>${value}</v></c>`;
const t = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;

describe("a workbook", () => {
  test("offers its sheets with cells, hidden ones too, charts and empty ones not", async () => {
    const rows = row(1, n("A1", 1));
    const path = written({
      sheets: [
        { name: "Juni &amp; Juli", rows },
        { name: "chart", rows, kind: "chartsheet" },
        { name: "empty", rows: '<row r="1"><c r="A1" s="0"/><c r="B1"><v></v></c></row>' },
        { name: "状态", rows, state: "veryHidden" },
      ],
    });
    expect((await lookInside(path))?.members.map(({ name }) => name)).toEqual(["Juni & Juli", "状态"]);
    expect(await logAt(`${path}/状态`)).toEqual({ name: "book.xlsx/状态", text: "1\n", damage: [], within: ["xlsx"] });
  });

  test("keeps row k on line k and column k in cell k, gaps and all", async () => {
    expect(await text(row(2, n("B2", 1)) + row(5, n("A5", 2), n("D5", 3)) + row(6, n("C6", 4)) + row(9))).toBe(
      "\n\t1\n\n\n2\t\t\t3\n\t\t4\t\n",
    );
    expect(await text("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")).toBe("1\t2\n3\t\n");
  });

  test("gives numbers in their shortest exact form", async () => {
    const cells = ["0.10000000000000001", "1.36", "-9999", "1E-3", "5.0", "12345678901234567"].map((v, k) => n(`${"ABCDEF"[k]}1`, v));
    expect(await text(row(1, ...cells))).toBe("0.1\t1.36\t-9999\t0.001\t5\t12345678901234568\n");
  });

  test("gives texts from the list, in the cell and from formulas, with runs put together and without how they are spoken", async () => {
    const strings =
      '<si><t>plain</t></si><si><r><t>Δp </t></r><r><rPr/><t xml:space="preserve">[bar] </t></r><rPh><t>spoken</t></rPh></si><si><t>a_x000D_&#10;b</t></si>';
    const cells = ["0", "1", "2", "99"].map((v, k) => `<c r="${"ABCD"[k]}1" t="s"><v>${v}</v></c>`);
    const formula = '<c r="E1" t="str"><f>CONCAT(A1)</f><v>done</v></c><c r="F1"><f>1+1</f><v>2</v></c><c r="G1"><f>A2</f></c>';
    expect(await text(row(1, ...cells, formula, t("H1", 'say "x"')), { strings })).toBe('plain\tΔp [bar] \ta b\t\tdone\t2\t\tsay "x"\n');
  });

  test("keeps truth values and errors as what they show", async () => {
    expect(await text(row(1, '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#VALUE!</v></c><c t="e"><v>#N/A</v></c>'))).toBe(
      "TRUE\tFALSE\t#VALUE!\t#N/A\n",
    );
  });

  test("turns dates into ISO 8601 by their format, in both epochs", async () => {
    const formats = ["General", "dd.mm.yyyy hh:mm", 'yyyy"年"m"月"d"日"', "h:mm:ss AM/PM", "[h]:mm", "0.00"];
    const cells = (serial: number) => row(1, ...formats.map((_, k) => n(`${"ABCDEF"[k]}1`, serial, k)));
    expect(await text(cells(38_056.75), { formats })).toBe(
      "38056.75\t2004-03-10T18:00:00\t2004-03-10T18:00:00\t2004-03-10T18:00:00\t913362:00:00\t38056.75\n",
    );
    expect(await text(row(1, n("A1", 36_594, 1), n("B1", 36_594, 2), n("C1", 0.5, 3), n("D1", 1.5, 4)), { formats, epoch1904: true })).toBe(
      "2004-03-10T00:00:00\t2004-03-10\t12:00:00\t36:00:00\n",
    );
    expect(await text(row(1, '<c t="d"><v>2024-02-29T10:00:00Z</v></c>'))).toBe("2024-02-29T10:00:00Z\n");
  });

  test("repeats the names of merged headers, not a title and never a number", async () => {
    const rows =
      row(1, t("A1", "Report of June")) +
      row(2, t("A2", "Time"), t("B2", "Pump 1"), t("D2", "Pump 2")) +
      row(3, t("B3", "p"), t("C3", "T"), t("D3", "p")) +
      row(4, n("A4", 1), n("B4", 2), n("D4", 3)) +
      row(5, n("A5", 2), n("D5", 4));
    const merges = ["A1:D1", "A2:A3", "B2:C2", "B4:C5"].map((ref) => `<mergeCell ref="${ref}"/>`).join("");
    expect(await text(rows, {}, `<mergeCells count="4">${merges}</mergeCells>`)).toBe(
      "Report of June\nTime\tPump 1\tPump 1\tPump 2\nTime\tp\tT\tp\n1\t2\t\t3\n2\t\t\t4\n",
    );
  });

  test("with prefixed names, in UTF-16, with comments and CDATA is read the same", async () => {
    const parts = workbookParts({ sheets: [{ name: "S", rows: "" }] }).slice(0, -1);
    const xml = (rows: string) => `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    const sheet = (data: string | Uint8Array) =>
      logAt(put(tempFolder(), "b.xlsx", zipFile([...parts, { name: "xl/worksheets/sheet1.xml", data }])));
    const prefixed = xml('<!-- <v>9</v> --><x:row r="1"><x:c r="B1" t="str"><x:v><![CDATA[a<b]]></x:v></x:c></x:row>');
    expect((await sheet(prefixed)).text).toBe("\ta<b\n");
    const plain = '<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>';
    expect((await sheet(Buffer.from(`\ufeff${plain}`))).text).toBe("7\n");
  });

  test("that breaks off keeps the rows before, and says behind which", async () => {
    const parts = workbookParts({
      sheets: [{ name: "S", rows: Array.from({ length: 500 }, (_, k) => row(k + 1, n(`A${k + 1}`, k))).join("") }],
    });
    const sheet = parts.at(-1)!;
    const cut = [...parts.slice(0, -1), { ...sheet, data: sheet.data.slice(0, 6000) }];
    const log = await logAt(put(tempFolder(), "book.xlsx", zipFile(cut)));
    expect(log.damage).toEqual(["import.workbook-cut"]);
    expect(log.text.startsWith("0\n1\n2\n")).toBe(true);
    expect(log.text.split("\n").length).toBeGreaterThan(100);
  });

  test("whose rows and cells lie about their place loses none of them", async () => {
    const log = await logAt(
      written({ sheets: [{ name: "S", rows: row(3, n("A3", 1)) + row(2, n("A2", 2)) + row(99_999_999, n("??", 3)) }] }),
    );
    expect([log.text, log.damage]).toEqual(["\n\n1\n2\n3\n", ["import.workbook-order"]]);
  });

  test("that is a trap is refused: entities, texts without end, rows of sixteen thousand blanks", async () => {
    const parts = workbookParts({ sheets: [{ name: "S", rows: "" }] }).slice(0, -1);
    const sheet = (data: string) => logAt(put(tempFolder(), "b.xlsx", zipFile([...parts, { name: "xl/worksheets/sheet1.xml", data }])));
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    expect(await sheet(laughs)).toMatchObject({ text: "", damage: ["import.workbook-cut"] });
    const endless = `<worksheet><sheetData><row><c><v>1</v></c></row><row><c t="str"><v>${"x".repeat(6 << 20)}`;
    expect(await sheet(endless)).toMatchObject({ text: "1\n", damage: ["import.workbook-cut"] });
    const wide = `<worksheet><sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(40_000)}</sheetData></worksheet>`;
    expect(await codeOf(sheet(wide))).toBe("import.bomb");
  });

  test("that is binary, locked or without its list of sheets says so", async () => {
    const relations = (target: string) =>
      `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="${target}"/></Relationships>`;
    const book = (target: string) =>
      zipFile([
        { name: "_rels/.rels", data: relations(target) },
        { name: "xl/x.xml", data: "<a/>" },
      ]);
    expect(await codeOf(lookInside(put(tempFolder(), "b.xlsb", book("xl/workbook.bin"))))).toBe("import.workbook-binary");
    expect(await codeOf(lookInside(put(tempFolder(), "b.xlsx", book("xl/none.xml"))))).toBe("import.workbook-unreadable");
    const locked = compoundFile("EncryptedPackage", Buffer.alloc(5000));
    expect(await codeOf(lookInside(put(tempFolder(), "b.xlsx", locked)))).toBe("import.workbook-encrypted");
  });

  test("of an air quality station is one log of 9,357 hours", async (context) => {
    const path = referenceData("formats/xlsx/AirQualityUCI.xlsx");
    if (!path) return context.skip("reference data are not here");
    const [table] = await inspect([path], quietRun());
    expect(table!.rows).toBe(9357);
    expect(table!.time).toMatchObject({ first: "2004-03-10T18:00:00.000Z", last: "2005-04-04T14:00:00.000Z", monotonic: true });
    expect(table!.columns.map(({ name }) => name).slice(0, 4)).toEqual(["Date", "Time", "CO(GT)", "PT08.S1(CO)"]);
  });

  test("of a battery tester is one log of 29 rows", async (context) => {
    const path = referenceData("formats/xlsx/mock_data_001.xlsx");
    if (!path) return context.skip("reference data are not here");
    const { text, within } = await logAt(path);
    expect(within).toEqual(["xlsx"]);
    expect(text.split("\n")[0]!.split("\t").slice(0, 4)).toEqual(["Test_ID", "Channel_ID", "Date_Time", "Data_Point"]);
  });
});
