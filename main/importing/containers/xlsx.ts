import { problem } from "#shared/domain/problem.ts";
import { quietRun, type Run } from "#shared/domain/run.ts";
import { sentence } from "../sentence.ts";
import type { Container, Tell } from "./container.ts";
import { GuardedFile } from "./guarded-file.ts";
import { headOfPour } from "./head-sink.ts";
import type { Sink } from "./sink.ts";
import { openXlsx, type XlsxBook, type XlsxSheet } from "./xlsx-book.ts";
import { xlsxMerges } from "./xlsx-merges.ts";
import { pourSheet } from "./xlsx-sheet.ts";
import { xlsxStrings } from "./xlsx-strings.ts";
import { openZip, type ZipArchive } from "./zip-archive.ts";

/** Workbooks of Excel since 2007 and of whoever writes the same (ECMA-376): each sheet with cells is a log. Formulas are never computed: their stored results are read. */
export const xlsx: Container = {
  id: "xlsx",
  sniff(head, name) {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0;
    return holdsWorkbook(Buffer.from(head.buffer, head.byteOffset, head.length)) || /\.xl(sx|sm|tx|tm|sb)$/i.test(name) ? 1 : 0;
  },
  members: (path) =>
    opened(path, async (archive, book) => {
      const members: { name: string; bytes: null }[] = [];
      for (const sheet of book.sheets) if (await hasCells(archive, sheet)) members.push({ name: sheet.name, bytes: null });
      return members;
    }),
  extract: (path, member, into, run, tell) =>
    opened(path, async (archive, book) => {
      const sheet = sheetOf(archive, book, member);
      const out = new GuardedFile({ path: into, source: `${archive.name}/${member}`, packedBytes: sheet.entry.packedBytes });
      try {
        await out.open();
        await pour(archive, book, sheet, out, run, tell);
      } finally {
        await out.close();
      }
    }),
  head: (path, member, bytes) =>
    opened(path, (archive, book) =>
      headOfPour(bytes, (sink) => pour(archive, book, sheetOf(archive, book, member), sink, quietRun(), () => {})),
    ),
};

async function pour(archive: ZipArchive, book: XlsxBook, sheet: XlsxSheet, out: Sink, run: Run, tell: Tell): Promise<void> {
  const strings = await xlsxStrings(archive, book.strings, run, tell);
  const merges = await xlsxMerges(archive, sheet.entry, run);
  await pourSheet({ archive, book, sheet, strings, merges }, out, run, tell);
}

/** A local header whose file lies in the folder of workbooks. */
function holdsWorkbook(head: Buffer): boolean {
  for (let p = head.indexOf("PK\x03\x04"); p >= 0; p = head.indexOf("PK\x03\x04", p + 4)) {
    if (/^xl[/\\]/i.test(head.toString("latin1", p + 30, p + 33))) return true;
  }
  return false;
}

/** A value or an inline text anywhere: `<v>12`, `<x:t xml:space="preserve">a`. */
const someCell = /<(?:\w+:)?[vt](?:\s[^>]*)?>[^<]/;

async function hasCells(archive: ZipArchive, sheet: XlsxSheet): Promise<boolean> {
  let rest = "";
  let found = false;
  await headOfPour(1, (seen) =>
    archive.pour(
      sheet.entry,
      {
        async write(bytes) {
          const text = rest + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
          found ||= someCell.test(text);
          rest = text.slice(-100);
          if (found) await seen.write(new Uint8Array(1)); // enough
        },
      },
      quietRun(),
      () => {},
    ),
  );
  return found;
}

function sheetOf(archive: ZipArchive, book: XlsxBook, member: string): XlsxSheet {
  const sheet = book.sheets.find(({ name }) => name === member);
  if (sheet) return sheet;
  const data = { file: archive.name, member };
  throw problem("import.member-missing", sentence("import.member-missing", data), data);
}

async function opened<T>(path: string, use: (archive: ZipArchive, book: XlsxBook) => Promise<T>): Promise<T> {
  const archive = await openZip(path);
  try {
    return await use(archive, await openXlsx(archive));
  } finally {
    await archive.close();
  }
}
