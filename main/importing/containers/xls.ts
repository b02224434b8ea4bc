import { problem } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { type ImportCode, sentence } from "../sentence.ts";
import type { Container } from "./container.ts";
import { GuardedFile } from "./guarded-file.ts";
import { headOfPour } from "./head-sink.ts";
import { isOle, type OleStream, oleStreams } from "./ole-file.ts";
import { openRaw, type RawFile } from "./raw-file.ts";
import { openXls, type XlsBook, type XlsSheet } from "./xls-book.ts";
import { pourXlsSheet, xlsHasCells } from "./xls-sheet.ts";

/** Workbooks of Excel 5 to 2003 ([MS-XLS], [MS-CFB]): each sheet with cells is a log. Formulas are never computed: their stored results are read. */
export const xls: Container = {
  id: "xls",
  sniff: (head) => (isOle(head) ? 0.9 : isBareStream(head) ? 0.9 : 0),
  members: (path) =>
    opened(path, async (_, book) => {
      const members: { name: string; bytes: null }[] = [];
      for (const sheet of book.sheets) if (await xlsHasCells(book, sheet)) members.push({ name: sheet.name, bytes: null });
      return members;
    }),
  extract: (path, member, into, run, tell) =>
    opened(path, async (file, book) => {
      const sheet = sheetOf(file, book, member);
      const name = `${file.name}/${member}`;
      const out = new GuardedFile({ path: into, source: name, packedBytes: file.size });
      try {
        await out.open();
        await pourXlsSheet(book, sheet, name, out, run, tell);
      } finally {
        await out.close();
      }
    }),
  head: (path, member, bytes) =>
    opened(path, (file, book) =>
      headOfPour(bytes, (sink) => pourXlsSheet(book, sheetOf(file, book, member), file.name, sink, quietRun(), () => {})),
    ),
};

/** A workbook stream without a compound file around it: its first record says its version and that a workbook or a sheet follows. */
function isBareStream(head: Uint8Array): boolean {
  const [id, version, length, zero] = head;
  const kind = (head[6] ?? 0) + 256 * (head[7] ?? 0);
  const known = version === 0 || version === 2 || version === 4 || version === 8;
  return id === 9 && known && zero === 0 && length! >= 4 && length! <= 16 && (kind === 0x05 || kind === 0x10 || kind === 0x100);
}

async function workbookStream(file: RawFile): Promise<OleStream> {
  const head = await file.bytes(0, 16);
  if (isBareStream(head)) {
    if (head[1] !== 8) throw told("import.workbook-old", file);
    return file;
  }
  const streams = await oleStreams(file);
  if (!streams) throw told("import.workbook-unreadable", file);
  if (streams.has("EncryptedPackage")) throw told("import.workbook-encrypted", file);
  const stream = streams.get("Workbook") ?? streams.get("Book");
  if (!stream) throw told("import.office-no-workbook", file);
  return stream;
}

const told = (code: ImportCode, { name }: RawFile) => problem(code, sentence(code, { file: name }), { file: name });

function sheetOf(file: RawFile, book: XlsBook, member: string): XlsSheet {
  const sheet = book.sheets.find(({ name }) => name === member);
  if (sheet) return sheet;
  const data = { file: file.name, member };
  throw problem("import.member-missing", sentence("import.member-missing", data), data);
}

async function opened<T>(path: string, use: (file: RawFile, book: XlsBook) => Promise<T>): Promise<T> {
  const file = await openRaw(path);
  try {
    return await use(file, await openXls(await workbookStream(file), file.name));
  } finally {
    await file.close();
  }
}
