import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { finding, sentence } from "../sentence.ts";
import { type BiffRecord, biff, biffRecords } from "./biff-records.ts";
import { BiffStrings } from "./biff-text.ts";
import type { Tell } from "./container.ts";
import { serialTime } from "./serial-time.ts";
import { type Merge, SheetText } from "./sheet-text.ts";
import type { Sink } from "./sink.ts";
import type { XlsBook, XlsSheet } from "./xls-book.ts";

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly label: boolean;
}

/** Writes a sheet as lines. The rows in front of damage are kept and told. */
export async function pourXlsSheet(book: XlsBook, sheet: XlsSheet, name: string, out: Sink, run: Run, tell: Tell): Promise<void> {
  const { merges, ascending } = await survey(book, sheet);
  const text = new SheetText(merges);
  let row = -1;
  let misplaced = 0;
  const put = (cell: Cell): void => {
    if (cell.column >= mostColumns) misplaced++;
    if (cell.row !== row) {
      if (row >= 0) text.endRow();
      row = cell.row;
      text.beginRow(row);
    }
    text.cell(Math.min(cell.column, mostColumns - 1), cell.text, cell.label);
  };
  const drain = async () => out.write(Buffer.from(text.drain()));
  // Programs that write a sheet column by column leave its rows out of order.
  const waiting: Cell[] = [];
  const { whole } = await eachCell(book, sheet, ascending ? put : (cell) => waiting.push(cell), async (done) => {
    run.tick(done, book.stream.size);
    if (waiting.length > mostWaiting)
      throw problem("import.workbook-unreadable", sentence("import.workbook-unreadable", { file: name }), { file: name });
    await drain();
  });
  for (const cell of waiting.sort((a, b) => a.row - b.row)) {
    put(cell);
    if (text.length > drainedAt) await drain();
  }
  if (row >= 0) text.endRow();
  await drain();
  if (!whole) tell(finding("import.workbook-cut", "warning", { file: name, row: row + 1 }));
  if (misplaced > 0) tell(finding("import.workbook-order", "warning", { file: name, count: misplaced }));
  if (book.stringsLost > 0) tell(finding("import.workbook-texts-lost", "warning", { file: name, count: book.strings.length }));
}

const drainedAt = 64 << 10;
const mostColumns = 256;
/** A sheet has 65,536 rows of 256 columns; a full one out of order takes a gigabyte, and nobody has written it by such a program. */
const mostWaiting = 4 << 20;

/** Whether the sheet has any cell. */
export async function xlsHasCells(book: XlsBook, sheet: XlsSheet): Promise<boolean> {
  let found = false;
  await eachCell(
    book,
    sheet,
    () => {
      found = true;
    },
    async () => found,
  );
  return found;
}

/** What must be known before the first cell: merged cells, which stand behind them, and whether rows come in order. */
async function survey(book: XlsBook, sheet: XlsSheet): Promise<{ merges: Merge[]; ascending: boolean }> {
  const merges: Merge[] = [];
  let ascending = true;
  let row = 0;
  for await (const { id, data } of sheetRecords(book, sheet)) {
    if (id === biff.mergeCells && data.length >= 2) {
      for (let p = 2; p + 8 <= data.length; p += 8) {
        const merge = {
          top: data.readUInt16LE(p),
          bottom: data.readUInt16LE(p + 2),
          left: data.readUInt16LE(p + 4),
          right: Math.min(mostColumns - 1, data.readUInt16LE(p + 6)),
        };
        if (merge.bottom >= merge.top && merge.right >= merge.left) merges.push(merge);
      }
    } else if (isCell(id) && data.length >= 6) {
      const next = data.readUInt16LE(0);
      if (next < row) ascending = false;
      row = next;
    }
  }
  return { merges, ascending };
}

const cellIds = new Set<number>([
  biff.number,
  biff.rk,
  biff.mulRk,
  biff.label,
  biff.rString,
  biff.labelSst,
  biff.formula,
  biff.formula4,
  biff.boolErr,
]);
const isCell = (id: number): boolean => cellIds.has(id);

/** The records of a sheet up to its end, without those of charts inside it; the last is the `eof` where the sheet is whole. */
async function* sheetRecords({ stream }: XlsBook, { at }: XlsSheet): AsyncGenerator<BiffRecord> {
  let depth = 0;
  for await (const records of biffRecords(stream, at)) {
    for (const record of records) {
      if (record.id === biff.bof) depth++;
      else if (depth === 0) return; // no sheet begins there
      if (depth === 1) yield record;
      if (record.id === biff.eof && --depth === 0) return;
    }
  }
}

/** Calls `put` for each cell with a value, and `pause` now and then, which may stop the reading by `true`. */
async function eachCell(book: XlsBook, sheet: XlsSheet, put: (cell: Cell) => void, pause: (done: number) => Promise<unknown>) {
  const cells = new CellReader(book, put);
  let seen = 0;
  for await (const record of sheetRecords(book, sheet)) {
    if (record.id === biff.eof) return { whole: true };
    cells.take(record);
    if (++seen % 4096 === 0 && (await pause(record.at)) === true) return { whole: true };
  }
  return { whole: false };
}

/** [MS-XLS] 2.5.10. */
const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

class CellReader {
  readonly #book: XlsBook;
  readonly #put: (cell: Cell) => void;
  /** A formula whose text stands in a record behind it. */
  #awaited: { row: number; column: number } | undefined;

  constructor(book: XlsBook, put: (cell: Cell) => void) {
    this.#book = book;
    this.#put = put;
  }

  take({ id, data }: BiffRecord): void {
    if (id === biff.string && this.#awaited) {
      this.#put({ ...this.#awaited, text: this.#text(data, 0), label: true });
      this.#awaited = undefined;
      return;
    }
    if (!isCell(id) || data.length < 6) return;
    const row = data.readUInt16LE(0);
    const column = data.readUInt16LE(2);
    const style = data.readUInt16LE(4);
    const put = (text: string, label: boolean) => this.#put({ row, column, text, label });
    if (id === biff.number && data.length >= 14) this.#number(row, column, style, data.readDoubleLE(6));
    else if (id === biff.rk && data.length >= 10) this.#number(row, column, style, rkNumber(data, 6));
    else if (id === biff.mulRk) {
      for (let p = 4, k = column; p + 8 <= data.length; p += 6, k++) this.#number(row, k, data.readUInt16LE(p), rkNumber(data, p + 2));
    } else if (id === biff.labelSst && data.length >= 10) put(this.#book.strings[data.readUInt32LE(6)] ?? "", true);
    else if (id === biff.label || id === biff.rString) put(this.#text(data, 6), true);
    else if (id === biff.boolErr && data.length >= 8) this.#boolOrError(put, data[6]!, data[7] === 1);
    else if ((id === biff.formula || id === biff.formula4) && data.length >= 14) this.#formula({ row, column, style }, data, put);
  }

  #formula(
    { row, column, style }: { row: number; column: number; style: number },
    data: Buffer,
    put: (text: string, label: boolean) => void,
  ): void {
    if (data.readUInt16LE(12) !== 0xffff) this.#number(row, column, style, data.readDoubleLE(6));
    else if (data[6] === 0) this.#awaited = { row, column };
    else if (data[6] === 1 || data[6] === 2) this.#boolOrError(put, data[8]!, data[6] === 2);
  }

  #boolOrError(put: (text: string, label: boolean) => void, value: number, isError: boolean): void {
    if (isError) put(errors[value] ?? "#N/A", true);
    else put(value === 0 ? "FALSE" : "TRUE", false);
  }

  #number(row: number, column: number, style: number, value: number): void {
    const kind = this.#book.styles[style] ?? "number";
    const plain = kind === "number";
    this.#put({ row, column, text: plain ? String(value) : serialTime(value, kind, this.#book.epoch1904), label: !plain });
  }

  #text(data: Buffer, at: number): string {
    if (this.#book.version === 8) return new BiffStrings([data], at).next() ?? "";
    return data.length < at + 2 ? "" : this.#book.decode(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)));
  }
}

/** A number in four bytes: an integer or the upper half of a double, perhaps a hundredth ([MS-XLS] 2.5.217). */
function rkNumber(data: Buffer, at: number): number {
  const word = data.readInt32LE(at);
  let value: number;
  if (word & 2) value = word >> 2;
  else {
    const wide = Buffer.alloc(8);
    wide.writeInt32LE(word & ~3, 4);
    value = wide.readDoubleLE(0);
  }
  return word & 1 ? value / 100 : value;
}
