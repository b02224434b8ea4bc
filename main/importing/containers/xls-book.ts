import { problem } from "#shared/domain/problem.ts";
import { type ImportCode, sentence } from "../sentence.ts";
import { type BiffRecord, biff, biffRecords } from "./biff-records.ts";
import { BiffStrings } from "./biff-text.ts";
import { type DateKind, kindOfBuiltIn, kindOfFormat } from "./number-format.ts";
import type { OleStream } from "./ole-file.ts";
import { safeMemberName, uniqueMemberName } from "./safe-member-name.ts";

export interface XlsSheet {
  /** Unique within the workbook. */
  readonly name: string;
  /** Place of its first record in the stream. */
  readonly at: number;
}

/** What a workbook of Excel 5 to 2003 says in front of its sheets. */
export interface XlsBook {
  readonly stream: OleStream;
  /** 8: since Excel 97, texts are Unicode; 5: before it, texts are bytes of a code page. */
  readonly version: 5 | 8;
  readonly sheets: readonly XlsSheet[];
  readonly epoch1904: boolean;
  /** By the style of a cell. */
  readonly styles: readonly DateKind[];
  readonly strings: readonly string[];
  /** Texts that the list promised and does not hold. */
  readonly stringsLost: number;
  decode(bytes: Uint8Array): string;
}

/** As in workbooks since 2007; older ones are smaller. */
const mostCharacters = 128 << 20;

/** Reads what stands in front of the sheets. Throws `import.workbook-unreadable`, `import.workbook-encrypted`, `import.workbook-strings` with the file's name. */
export async function openXls(stream: OleStream, file: string): Promise<XlsBook> {
  const told = (code: ImportCode) => problem(code, sentence(code, { file }), { file });
  let version: 5 | 8 | undefined;
  let epoch1904 = false;
  let decoder = new TextDecoder("windows-1252");
  const formats = new Map<number, DateKind>();
  const styles: number[] = [];
  const bounds: Buffer[] = [];
  const sst: Buffer[] = [];
  let last = 0;
  let ended = false;
  const take = ({ id, data }: BiffRecord): void => {
    if (id === biff.filePass) throw told("import.workbook-encrypted");
    else if (id === biff.bof && data.length >= 4) version ??= data.readUInt16LE(0) >= 0x600 ? 8 : 5;
    else if (id === biff.codePage && data.length >= 2) decoder = new TextDecoder(encodingOf(data.readUInt16LE(0)));
    else if (id === biff.dateMode && data.length >= 2) epoch1904 = data.readUInt16LE(0) === 1;
    else if (id === biff.format && data.length >= 4) {
      const code = version === 8 ? new BiffStrings([data], 2).next() : decoder.decode(data.subarray(3, 3 + data[2]!));
      formats.set(data.readUInt16LE(0), kindOfFormat(code ?? ""));
    } else if (id === biff.xf && data.length >= 4) styles.push(data.readUInt16LE(2));
    else if (id === biff.boundSheet && data.length >= 8) bounds.push(data);
    else if (id === biff.sst || (id === biff.continue && last === biff.sst)) {
      sst.push(data);
      last = biff.sst;
      return;
    } else if (id === biff.eof) ended = true;
    last = id;
  };
  reading: for await (const records of biffRecords(stream, 0)) {
    for (const record of records) {
      take(record);
      if (version === undefined) throw told("import.workbook-unreadable");
      if (ended) break reading;
    }
  }
  if (version === undefined || bounds.length === 0) throw told("import.workbook-unreadable");
  const { strings, lost } = sharedStrings(sst, () => told("import.workbook-strings"));
  const taken = new Set<string>();
  const sheets = bounds.flatMap((data) => {
    if (data[5] !== 0) return []; // charts, macros, modules
    const name = version === 8 ? new BiffStrings([data], 7).characters(data[6]!) : decoder.decode(data.subarray(7, 7 + data[6]!));
    return [{ name: uniqueMemberName(safeMemberName(name ?? ""), taken), at: data.readUInt32LE(0) }];
  });
  return {
    stream,
    version,
    sheets,
    epoch1904,
    styles: styles.map((format) => formats.get(format) ?? kindOfBuiltIn(format)),
    strings,
    stringsLost: lost,
    decode: (bytes) => decoder.decode(bytes),
  };
}

function sharedStrings(parts: readonly Buffer[], tooMany: () => Error): { strings: string[]; lost: number } {
  const strings: string[] = [];
  if ((parts[0]?.length ?? 0) < 8) return { strings, lost: 0 };
  const count = parts[0]!.readUInt32LE(4);
  const reader = new BiffStrings(parts, 8);
  let characters = 0;
  for (let k = 0; k < count; k++) {
    const text = reader.next();
    if (text === undefined) return { strings, lost: count - k };
    characters += text.length;
    if (characters > mostCharacters) throw tooMany();
    strings.push(text);
  }
  return { strings, lost: 0 };
}

/** Windows code pages by number (https://learn.microsoft.com/windows/win32/intl/code-page-identifiers) as the Encoding Standard names them. */
function encodingOf(codePage: number): string {
  const named: Readonly<Record<number, string>> = {
    874: "windows-874",
    932: "shift_jis",
    936: "gb18030",
    949: "euc-kr",
    950: "big5",
    10000: "macintosh",
    32768: "macintosh",
  };
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  return named[codePage] ?? "windows-1252";
}
