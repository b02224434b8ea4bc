import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/**
 * The numbers of one sheet of a workbook, row by row, NaN where a cell holds a text. Reads what the published workbooks need: cells in
 * order, numbers as they stand (ECMA-376 part 1, 18.3; the container is APPNOTE.TXT, 4.3).
 */
export function sheetNumbers(path: string, sheet: number): number[][] {
  const xml = zipEntry(readFileSync(path), `xl/worksheets/sheet${sheet}.xml`).toString("utf8");
  return [...xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map((row) =>
    [...row[1]!.matchAll(/<c\b([^>]*)>(?:<f>.*?<\/f>)?<v>(.*?)<\/v><\/c>/gs)].map(([, attributes, value]) =>
      attributes!.includes('t="s"') ? Number.NaN : Number(value),
    ),
  );
}

function zipEntry(file: Buffer, name: string): Buffer {
  const end = file.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const length = file.readUInt16LE(at + 28);
    if (file.toString("utf8", at + 46, at + 46 + length) === name) {
      const local = file.readUInt32LE(at + 42);
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const bytes = file.subarray(start, start + file.readUInt32LE(at + 20));
      return file.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
    }
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  throw new Error(`The workbook has no ${name}.`);
}
