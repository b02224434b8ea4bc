import type { Run } from "#shared/domain/run.ts";
import { finding } from "../sentence.ts";
import type { Tell } from "./container.ts";
import type { DateKind } from "./number-format.ts";
import { serialTime } from "./serial-time.ts";
import { type Merge, SheetText } from "./sheet-text.ts";
import type { Sink } from "./sink.ts";
import type { XlsxBook, XlsxSheet } from "./xlsx-book.ts";
import { cellPlace, mostColumns, mostRows } from "./xlsx-place.ts";
import { unescaped, XlsxText } from "./xlsx-text.ts";
import { XmlBroken, type XmlEvents, XmlSink } from "./xml-sink.ts";
import type { ZipArchive } from "./zip-archive.ts";

export interface SheetReading {
  readonly archive: ZipArchive;
  readonly book: XlsxBook;
  readonly sheet: XlsxSheet;
  readonly strings: readonly string[];
  readonly merges: readonly Merge[];
}

/** Writes a sheet as lines; memory holds what 64 KiB of its XML give. The rows in front of damage are kept and told. */
export async function pourSheet(reading: SheetReading, out: Sink, run: Run, tell: Tell): Promise<void> {
  const text = new SheetText(reading.merges);
  const cells = new SheetCells(reading, text);
  const xml = new XmlSink(cells);
  const drain = async () => out.write(Buffer.from(text.drain()));
  const name = `${reading.archive.name}/${reading.sheet.name}`;
  try {
    await reading.archive.pour(
      reading.sheet.entry,
      {
        async write(bytes) {
          for (let at = 0; at < bytes.length; at += step) {
            xml.feed(bytes.subarray(at, at + step));
            if (text.length >= step) await drain();
          }
        },
      },
      run,
      tell,
    );
    xml.end();
  } catch (error) {
    if (!(error instanceof XmlBroken)) throw error;
    tell(finding("import.workbook-cut", "warning", { file: name, row: text.nextRow }));
  }
  await drain();
  if (cells.misplaced > 0) tell(finding("import.workbook-order", "warning", { file: name, count: cells.misplaced }));
}

const step = 64 << 10;
/** Up to 15 digits are exact as they stand; most cells are so and need no conversion. */
const shortest = /^(-?[1-9]\d*|0|-?(0|[1-9]\d*)\.\d{0,5}[1-9]|-?[1-9]\d*\.\d*[1-9])$/;

/** Puts cells in their places as the XML names them. */
class SheetCells implements XmlEvents {
  readonly #reading: SheetReading;
  readonly #text: SheetText;
  readonly #inline = new XlsxText();
  #row = -1;
  #column = -1;
  #type = "";
  #kind: DateKind = "number";
  #value = "";
  #in: "value" | "inline" | "" = "";
  #started = false;
  /** Rows and cells whose place was none, or behind a later one; they were put next to what stood before them. */
  misplaced = 0;

  constructor(reading: SheetReading, text: SheetText) {
    this.#reading = reading;
    this.#text = text;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#in === "inline") this.#inline.open(name);
    else if (name === "row") this.#beginRow(attributes.r);
    else if (name === "c") this.#beginCell(attributes);
    else if (name === "v") {
      this.#in = "value";
      this.#value = "";
    } else if (name === "is") {
      this.#in = "inline";
      this.#inline.begin();
    }
  }

  text(text: string): void {
    if (this.#in === "value") this.#value += text;
    else if (this.#in === "inline") this.#inline.text(text);
  }

  close(name: string): void {
    if (name === "is") {
      this.#in = "";
      this.#value = this.#inline.end();
    } else if (this.#in === "inline") this.#inline.close(name);
    else if (name === "v") this.#in = "";
    else if (name === "c") this.#endCell();
    else if (name === "row") this.#endRow();
  }

  #endRow(): void {
    if (this.#started) this.#text.endRow();
    this.#started = false;
  }

  #beginRow(told: string | undefined): void {
    this.#endRow(); // damage may have put a row into a row
    const next = this.#row + 1;
    let row = told === undefined ? next : Number(told) - 1;
    if (!(Number.isInteger(row) && row >= next && row < mostRows)) {
      this.misplaced++;
      row = next;
    }
    this.#row = row;
    this.#column = -1;
    this.#started = true;
    this.#text.beginRow(row);
  }

  #beginCell({ r, t, s }: Readonly<Record<string, string>>): void {
    let column = this.#column + 1;
    if (r !== undefined) {
      const place = cellPlace(r);
      if (place) column = place.column;
      else this.misplaced++;
    }
    this.#column = Math.min(column, mostColumns - 1);
    this.#type = t ?? "n";
    this.#kind = (s === undefined ? undefined : this.#reading.book.styles[Number(s)]) ?? "number";
    this.#value = "";
  }

  #endCell(): void {
    if (!this.#started || this.#value === "") return;
    const value = this.#value;
    if (this.#type === "s") this.#put(this.#reading.strings[Number(value)] ?? "");
    else if (this.#type === "b") this.#put(value.trim() === "1" || value === "true" ? "TRUE" : "FALSE", false);
    else if (this.#type === "n") this.#putNumber(value);
    else if (this.#type === "inlineStr") this.#put(value);
    else this.#put(unescaped(value)); // str: the stored result of a formula, e: #VALUE! and its kind, d: a date in ISO 8601
  }

  #putNumber(value: string): void {
    if (this.#kind === "number" && value.length < 16 && shortest.test(value)) {
      this.#put(value, false);
      return;
    }
    const number = Number(value);
    if (value.trim() === "" || Number.isNaN(number)) this.#put(value);
    else if (this.#kind === "number") this.#put(String(number), false);
    else this.#put(serialTime(number, this.#kind, this.#reading.book.epoch1904));
  }

  #put(text: string, label = true): void {
    this.#text.cell(this.#column, text, label);
  }
}
