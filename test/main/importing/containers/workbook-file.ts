import { type ZipPart, zipFile } from "./zip-file.ts";

export interface WorkbookSheet {
  readonly name: string;
  /** What stands between the tags of `sheetData`. */
  readonly rows: string;
  /** What stands behind it. */
  readonly behind?: string;
  readonly state?: "hidden" | "veryHidden";
  readonly kind?: "worksheet" | "chartsheet";
}

export interface WorkbookContent {
  readonly sheets: readonly WorkbookSheet[];
  /** `si` elements. */
  readonly strings?: string;
  /** Format codes; cell style k has the format k. */
  readonly formats?: readonly string[];
  readonly epoch1904?: boolean;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a small workbook. */
export function workbookParts({ sheets, strings = "", formats = [], epoch1904 = false }: WorkbookContent): ZipPart[] {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return [
    { name: "_rels/.rels", data: relations(relation("r1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      data: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${epoch1904 ? ' date1904="1"' : ""}/><sheets>${sheets
        .map((s, k) => `<sheet name="${s.name}" sheetId="${k + 1}"${s.state ? ` state="${s.state}"` : ""} r:id="s${k}"/>`)
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relations(
        sheets.map((s, k) => relation(`s${k}`, s.kind ?? "worksheet", `worksheets/sheet${k + 1}.xml`)).join("") +
          relation("st", "styles", "styles.xml") +
          relation("ss", "sharedStrings", "/xl/sharedStrings.xml"),
      ),
    },
    {
      name: "xl/styles.xml",
      data: `<styleSheet xmlns="${main}"><numFmts>${formats
        .map((code, k) => `<numFmt numFmtId="${164 + k}" formatCode="${code.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"/>`)
        .join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats
        .map((_, k) => `<xf numFmtId="${164 + k}"/>`)
        .join("")}</cellXfs></styleSheet>`,
    },
    { name: "xl/sharedStrings.xml", data: `<sst xmlns="${main}">${strings}</sst>` },
    ...sheets.map((s, k) => ({
      name: `xl/worksheets/sheet${k + 1}.xml`,
      data: `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${s.rows}</sheetData>${s.behind ?? ""}</worksheet>`,
    })),
  ];
}

export const workbookFile = (content: WorkbookContent): Buffer => zipFile(workbookParts(content));
