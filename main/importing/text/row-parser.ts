import type { Frame } from "#shared/domain/frame.ts";
import type { TextPlan } from "#shared/domain/importing.ts";
import { BLANK, CR, LF, MINUS, QUOTE, TAB } from "../byte-codes.ts";
import { numericClockColumns } from "../clock/numeric-clock-columns.ts";
import type { RowClock } from "../clock/row-clock.ts";
import { decimalByte, exactPowers, numberCell } from "../number-cell.ts";
import type { LogPart, RejectedLine } from "../reader.ts";
import { CellTally } from "./cell-tally.ts";
import { closingQuote } from "./closing-quote.ts";
import type { MissingWords } from "./missing-words.ts";
import { CellWords } from "./samples/cell-words.ts";
import { switchValue } from "./switch-words.ts";

const NUMBER = 0;
const TEXT = 1;
const CLOCK = 2;
const SKIP = 3;
const TIME = 4;
const BEYOND = 5;
const WORD = 6;

const kindCodes = { number: NUMBER, text: TEXT, time: TIME, skip: SKIP } as const;

const frameCells = 1 << 20; // 8 MB of doubles: large enough to write at one go, small enough to stay near the processor
const maxRows = 65_536;
const leastRows = 16;
const mostOddTexts = 4096;
const keptCell = 400; // bytes of a cell's text: longer ones are told by their beginning
const keptText = 64 << 10; // characters of a rejected line; the quarantine file is for reading, not for binary damage

type Pending = "missing" | "unreadable" | "text" | "state";

/** What a row is beside its numbers, for tables whose rows name their tags. Arrays are by row and last until the part is taken. */
export interface RowWords {
  /** Columns whose texts are wanted as numbers of words. */
  readonly columns: ReadonlyMap<number, CellWords>;
  /** Columns whose cells that are no number are wanted with their texts. */
  readonly odd: ReadonlySet<number>;
  /** Says why a row is none, before it is counted; may call `noSample`. */
  judge(row: number): RejectedLine["reason"] | undefined;
}

export interface RowParserInput {
  readonly plan: TextPlan;
  readonly clock: RowClock;
  readonly missing: MissingWords;
  /** Text of some bytes of the file. */
  readonly decode: (bytes: Uint8Array, from: number, to: number) => string;
  /** Length of all files: a short log needs no large frames. */
  readonly bytes: number;
  readonly words?: RowWords;
}

/** Turns bytes into rows, cell by cell, by a plan. Numbers are read straight from the bytes; only odd cells become strings. */
export class RowParser {
  preambleLines = 0;
  emptyLines = 0;
  rows = 0;
  rejectedLines = 0;
  /** Rows with fewer cells than the plan has columns. */
  shortRows = 0;
  wrappedLines = 0;
  cutCells = 0;
  readonly cells: readonly CellTally[];

  readonly #plan: TextPlan;
  readonly #clock: RowClock;
  readonly #missing: MissingWords;
  readonly #decode: RowParserInput["decode"];
  readonly #delimiter: number;
  readonly #decimal: number;
  readonly #runs: boolean;
  readonly #kinds: Uint8Array;
  /** Place of a number column in the frame, and of its first value in memory; -1 for others. */
  readonly #slots: Int32Array;
  readonly #bases: Int32Array;
  /** [rows] per clock column made of numbers, such as seconds since 1970: it has figures like any other column. */
  readonly #clockFigures: (Float64Array | undefined)[];
  readonly #units: readonly Uint8Array[];
  /** Numbers that say "no sample" elsewhere and are values in their column. */
  readonly #keeps: readonly (readonly number[] | undefined)[];
  readonly #switches: readonly ({ words: CellWords; values: number[] } | undefined)[];
  readonly #words: RowWords | undefined;
  /** [rows] number of the cell's word, per column of words. */
  readonly #ids: (Int32Array | undefined)[];
  /** [rows] per watched column: -1 for a number, else twice the number of the text, and one more where it is unreadable. */
  readonly #oddIds: (Int32Array | undefined)[];
  readonly #oddTexts: string[] = [""];
  readonly #oddIdOf = new Map<string, number>([["", 0]]);
  readonly #tags: readonly { tag: string; unit: string }[];
  readonly #capacity: number;
  readonly #stride: number;

  #time: Float64Array = new Float64Array(0);
  #values: Float64Array = new Float64Array(0);
  readonly #spare: { time: Float64Array; values: Float64Array }[] = [];
  #row = 0;
  #rejected: RejectedLine[] = [];
  /** Lines of names and units as they stand above the data: loggers write them again after every start. */
  readonly #headerTexts = new Set<string>();
  #source = 0;
  #line = 0;

  // What the row under way has met so far; counted only when it becomes a row.
  #column = 0;
  #wrapped = false;
  #filled = false;
  #beyond = false;
  #numbers = 0;
  #pendingKinds: Pending[] = [];
  #pendingColumns: number[] = [];
  #pendingTexts: string[] = [];
  #pendings = 0;
  /** Columns whose cell was empty: the commonest odd cell, kept without a text. */
  readonly #blankColumns: Int32Array;
  #blanks = 0;
  #continued = 0;

  constructor({ plan, clock, missing, decode, bytes, words }: RowParserInput) {
    this.#plan = plan;
    this.#clock = clock;
    this.#missing = missing;
    this.#decode = decode;
    this.#delimiter = plan.delimiter.charCodeAt(0);
    this.#runs = plan.delimiter === " ";
    this.#decimal = decimalByte(plan.decimal);
    this.#kinds = Uint8Array.from(plan.columns, (c) => kindCodes[c.kind]);
    for (const k of clock.columns) this.#kinds[k] = CLOCK;
    this.#words = words;
    for (const k of words?.columns.keys() ?? []) this.#kinds[k] = WORD;
    this.#slots = new Int32Array(plan.columns.length).fill(-1);
    this.#blankColumns = new Int32Array(plan.columns.length + 1);
    this.cells = plan.columns.map((c) => new CellTally(c));
    this.#units = plan.columns.map((c) => Buffer.from(c.unit, plan.encoding === "windows-1252" ? "latin1" : "utf8"));
    const tags: { tag: string; unit: string }[] = [];
    plan.columns.forEach((c, k) => {
      if (this.#kinds[k] !== NUMBER) return;
      this.#slots[k] = tags.length;
      tags.push({ tag: c.tag, unit: c.unit });
    });
    this.#tags = tags;
    // A row has at least a byte for each of its cells.
    this.#capacity = Math.max(leastRows, Math.min(maxRows, Math.floor(Math.min(frameCells, bytes) / (tags.length + 1))));
    // Columns a power of two apart would all fall on the same lines of the processor's cache.
    this.#stride = this.#capacity + 8 * 3;
    const numeric = numericClockColumns(plan);
    this.#clockFigures = plan.columns.map((_, k) => (numeric.has(k) ? new Float64Array(this.#capacity) : undefined));
    this.#bases = this.#slots.map((slot) => slot * this.#stride);
    this.#keeps = plan.columns.map((c) => c.keep?.map(Number));
    this.#switches = plan.columns.map((c) => (c.switched ? { words: new CellWords(decode), values: [] } : undefined));
    this.#ids = plan.columns.map((_, k) => (words?.columns.has(k) ? new Int32Array(this.#capacity) : undefined));
    this.#oddIds = plan.columns.map((_, k) => (words?.odd.has(k) ? new Int32Array(this.#capacity) : undefined));
    this.#begin();
  }

  /** Begins the next file: its lines are counted from 1 again. */
  nextSource(source: number): void {
    this.#source = source;
    this.#line = 0;
  }

  /**
   * Parses lines until the frame is full or the bytes end.
   * @returns where it stopped; `to` when all lines were taken.
   */
  parse(bytes: Uint8Array, from: number, to: number, cut: boolean): number {
    let p = from;
    while (p < to && this.#row < this.#capacity) {
      this.#line++;
      if (this.#line < this.#plan.dataLine) {
        const lf = bytes.indexOf(LF, p);
        if (this.#line === this.#plan.headerLine || this.#line === this.#plan.unitsLine)
          this.#headerTexts.add(this.#lineText(bytes, p, Math.min(lf, p + 4 * keptText)));
        p = lf + 1;
        this.preambleLines++;
        continue;
      }
      const start = p;
      if (bytes[p] === 0xef && bytes[p + 1] === 0xbb && bytes[p + 2] === 0xbf) p += 3; // some loggers open and mark the file for every line
      this.#column = 0;
      this.#wrapped = false;
      this.#filled = false;
      this.#beyond = false;
      this.#numbers = 0;
      this.#pendings = 0;
      this.#blanks = 0;
      this.#continued = 0;
      this.#clock.begin();
      p = this.#parseRow(bytes, p, to);
      this.#finishRow(bytes, start, p, cut && p + 1 >= to);
      this.#line += this.#continued;
      p++;
    }
    return p;
  }

  get full(): boolean {
    return this.#row >= this.#capacity;
  }

  /** The rows since the last time, as a frame of their own until it is released. */
  takePart(): LogPart {
    const rows = this.#row;
    const stride = this.#stride;
    const values = this.#values;
    const frame: Frame = {
      time: this.#time.subarray(0, rows),
      columns: this.#tags.map(({ tag, unit }, k) => ({ tag, unit, values: values.subarray(k * stride, k * stride + rows) })),
    };
    for (let k = 0; k < this.#slots.length; k++) {
      const slot = this.#slots[k]!;
      if (slot >= 0) this.cells[k]!.takeNumbers(frame.columns[slot]!.values);
      const figures = this.#clockFigures[k];
      if (figures) this.cells[k]!.takeNumbers(figures.subarray(0, rows));
    }
    this.#words?.columns.forEach((words, k) => {
      this.#tallyWords(k, words, rows);
    });
    const memory = { time: this.#time, values: this.#values };
    const part = { frame, rejected: this.#rejected, release: () => void this.#spare.push(memory) };
    this.#begin();
    return part;
  }

  /** Where the values of a column begin in the frame under way; -1 for a column without numbers. */
  slotOf(column: number): number {
    return this.#slots[column]!;
  }

  /** Numbers of the words of a column, by row. */
  idsOf(column: number): Int32Array {
    return this.#ids[column]!;
  }

  oddOf(column: number): Int32Array {
    return this.#oddIds[column]!;
  }

  oddText(id: number): string {
    return this.#oddTexts[id]!;
  }

  /** What the row under way holds in a column is no sample, for the reason given. */
  noSample(column: number, text: string): void {
    if (Number.isNaN(this.#values[this.#bases[column]! + this.#row]!)) return;
    this.#noSample(column, text);
    this.#numbers--;
  }

  /** The number of the row under way in a column; NaN where there is none. */
  valueOf(column: number): number {
    return this.#values[this.#bases[column]! + this.#row]!;
  }

  #tallyWords(column: number, { texts }: CellWords, rows: number): void {
    const ids = this.#ids[column]!;
    const counts = new Int32Array(texts.length + 1);
    for (let i = 0; i < rows; i++) counts[ids[i]! + 1]!++;
    const cells = this.cells[column]!;
    const isNumber = this.#plan.columns[column]!.kind === "number";
    const numbers = new Float64Array(texts.length + 1).fill(Number.NaN);
    counts.forEach((count, k) => {
      if (count === 0) return;
      const text = k === 0 ? "\u2026" : texts[k - 1]!;
      if (isNumber) numbers[k] = numberCell(Buffer.from(text), 0, Buffer.byteLength(text), this.#decimal);
      if (text === "" || this.#missing.hasWord(text)) cells.take("missing", text, count);
      else if (!isNumber) cells.take("text", text, count);
      else if (Number.isNaN(numbers[k]!)) cells.take("unreadable", text, count);
    });
    if (isNumber) cells.takeNumbers(Float64Array.from({ length: rows }, (_, i) => numbers[ids[i]! + 1]!));
  }

  get hasPart(): boolean {
    return this.#row > 0 || this.#rejected.length > 0;
  }

  #begin(): void {
    const spare = this.#spare.pop();
    this.#time = spare?.time ?? new Float64Array(this.#capacity);
    this.#values = spare?.values ?? new Float64Array(this.#stride * this.#tags.length);
    this.#row = 0;
    this.#rejected = [];
  }

  /** Reads the cells of one line; returns the place of its LF. */
  #parseRow(bytes: Uint8Array, begin: number, to: number): number {
    // The inner loop runs once per byte of the file: everything it touches is local.
    const kinds = this.#kinds;
    const bases = this.#bases;
    const columns = kinds.length;
    const delimiter = this.#delimiter;
    const decimal = this.#decimal;
    const values = this.#values;
    const powers = exactPowers;
    const runs = this.#runs;
    const row = this.#row;
    const checked = this.#missing.numbers.length > 0;
    const blanks = this.#blankColumns;
    let blank = this.#blanks;
    let numbers = 0;
    let p = begin;
    let c = 0;
    if (runs) p = skipBlanks(bytes, p);
    for (;;) {
      let byte = 0;
      if (c < columns && kinds[c] === NUMBER) {
        const start = p;
        byte = bytes[p]!;
        const negative = byte === MINUS;
        if (negative) byte = bytes[++p]!;
        const whole = p;
        let left = 0;
        let digit = byte - 48;
        while (digit >= 0 && digit <= 9) {
          left = (left * 10 + digit) | 0;
          digit = bytes[++p]! - 48;
        }
        const wholes = p - whole;
        let right = 0;
        let places = 0;
        if (digit + 48 === decimal) {
          const part = ++p;
          digit = bytes[p]! - 48;
          while (digit >= 0 && digit <= 9) {
            right = (right * 10 + digit) | 0;
            digit = bytes[++p]! - 48;
          }
          places = p - part;
        }
        byte = digit + 48;
        const digits = wholes + places;
        // Up to nine digits on each side fit 32 bits and up to fifteen together are exact in a double; one division rounds them right.
        if (
          (byte === delimiter || byte === LF || (byte === CR && bytes[p + 1] === LF)) &&
          digits > 0 &&
          digits <= 15 &&
          places <= 9 &&
          wholes <= 9
        ) {
          const power = powers[places]!;
          const size = places === 0 ? left : (left * power + right) / power;
          const value = negative ? -size : size;
          values[bases[c]! + row] = value;
          numbers++;
          if (checked && this.#missing.hasNumber(value) && !this.#keeps[c]?.includes(value)) {
            numbers--;
            this.#filled = true;
            this.#noSample(c, String(value));
          }
        } else if (p === start && (byte === delimiter || byte === LF)) {
          values[bases[c]! + row] = Number.NaN;
          blanks[blank++] = c;
        } else {
          this.#blanks = blank;
          p = this.#oddCell(bytes, start, to, c, NUMBER);
          blank = this.#blanks;
          byte = bytes[p]!;
        }
      } else {
        this.#blanks = blank;
        p = this.#oddCell(bytes, p, to, c, c < columns ? kinds[c]! : BEYOND);
        blank = this.#blanks;
        byte = bytes[p]!;
      }
      if (byte === LF) break;
      p++;
      if (byte === CR) break; // the LF stands behind it
      if (runs) {
        p = skipBlanks(bytes, p);
        if (bytes[p] === LF) break;
        if (bytes[p] === CR && bytes[p + 1] === LF) {
          p++;
          break;
        }
      }
      c++;
    }
    this.#blanks = blank;
    // A wrapped line has counted its own cells already.
    if (!this.#wrapped) this.#column = c;
    this.#numbers += numbers;
    if (numbers > 0) this.#filled = true;
    return p;
  }

  /** A cell that is not a plain number. Returns the place of what ends it: delimiter, LF, or the CR of a CR LF. */
  #oddCell(bytes: Uint8Array, begin: number, to: number, c: number, kind: number): number {
    // One cell too many is enough to know what becomes of the line.
    if (kind === BEYOND && this.#beyond) return bytes.indexOf(LF, begin);
    let from = begin;
    let p = begin;
    let end = -1;
    let doubled = false;
    // Blanks may stand before a quote.
    while (bytes[p] === BLANK && this.#delimiter !== BLANK) p++;
    if (bytes[p] === QUOTE) {
      const closed = closingQuote(bytes, p, to, this.#delimiter);
      if (closed) {
        from = p + 1;
        end = closed.quote;
        doubled = closed.doubled;
        p = closed.end;
        if (c === 0 && this.#kinds.length > 1 && bytes[p] !== this.#delimiter && this.#isWrapped(bytes, from, end)) {
          this.#parseWrapped(bytes, from, end);
          return p;
        }
        for (let i = from; i < end; i++) if (bytes[i] === LF) this.#continued++;
      }
    }
    if (end < 0) {
      p = begin;
      const delimiter = this.#delimiter;
      for (;;) {
        const byte = bytes[p]!;
        if (byte === delimiter || byte === LF || (this.#runs && byte === TAB)) break;
        p++;
      }
      end = p;
      if (bytes[p] === LF && end > begin && bytes[end - 1] === CR) {
        end--;
        p--;
      }
      while (end > from && (bytes[end - 1]! <= BLANK || bytes[end - 1] === CR)) end--;
    }
    while (from < end && bytes[from]! <= BLANK) from++;
    while (end > from && bytes[end - 1]! <= BLANK) end--;
    this.#takeCell(bytes, from, end, c, kind, doubled);
    return p;
  }

  #takeCell(bytes: Uint8Array, from: number, end: number, c: number, kind: number, doubled: boolean): void {
    if (kind === BEYOND) {
      // Left-over delimiters of another program's save are no cells.
      for (let i = from; i < end; i++) {
        const byte = bytes[i]!;
        if (byte > BLANK && byte !== 44 && byte !== 59 && byte !== QUOTE) {
          this.#beyond = true;
          return;
        }
      }
      return;
    }
    if (kind === SKIP) return;
    if (from < end) this.#filled = true;
    if (kind === CLOCK) {
      this.#clock.cell(c, bytes, from, end);
      const figures = this.#clockFigures[c];
      if (figures) figures[this.#row] = numberCell(bytes, from, end, this.#decimal);
    } else if (kind === WORD) this.#ids[c]![this.#row] = this.#words!.columns.get(c)!.idOf(bytes, from, end);
    else if (kind === TIME) this.#pend(from < end ? "text" : "missing", c, "");
    else if (kind === NUMBER) this.#takeNumber(bytes, from, end, c);
    else if (kind === TEXT) {
      if (from === end) this.#blankColumns[this.#blanks++] = c;
      else {
        const text = this.#text(bytes, from, end, doubled);
        this.#pend(this.#missing.hasWord(text) ? "missing" : "text", c, text);
      }
    }
  }

  #takeNumber(bytes: Uint8Array, from: number, end: number, c: number): void {
    const at = this.#bases[c]! + this.#row;
    if (from === end) {
      this.#values[at] = Number.NaN;
      this.#blankColumns[this.#blanks++] = c;
      return;
    }
    const value = this.#numberIn(bytes, from, end, c);
    if (!Number.isNaN(value) && Math.abs(value) !== Number.POSITIVE_INFINITY) {
      this.#values[at] = value;
      if (this.#missing.hasNumber(value) && !this.#keeps[c]?.includes(value)) this.#noSample(c, String(value));
      else this.#numbers++;
      return;
    }
    this.#values[at] = Number.NaN;
    if (this.#switches[c] && this.#takeSwitch(bytes, from, end, c)) return;
    const text = this.#text(bytes, from, end, false);
    if (this.#missing.hasWord(text)) this.#pend("missing", c, text);
    else this.#pend("unreadable", c, text);
  }

  #takeSwitch(bytes: Uint8Array, from: number, end: number, c: number): boolean {
    const { words, values } = this.#switches[c]!;
    const id = words.idOf(bytes, from, end);
    if (id < 0) return false;
    values[id] ??= switchValue(words.texts[id]!) ?? Number.NaN;
    const value = values[id];
    if (Number.isNaN(value)) return false;
    this.#values[this.#bases[c]! + this.#row] = value;
    this.#numbers++;
    this.#pend("state", c, words.texts[id]!);
    return true;
  }

  /** The number of a cell, with or without the column's unit behind it. */
  #numberIn(bytes: Uint8Array, from: number, end: number, c: number): number {
    const value = numberCell(bytes, from, end, this.#decimal);
    const unit = this.#units[c]!;
    if (!Number.isNaN(value) || unit.length === 0 || end - from <= unit.length) return value;
    for (let k = 1; k <= unit.length; k++) if (bytes[end - k] !== unit[unit.length - k]) return value;
    return numberCell(bytes, from, end - unit.length, this.#decimal);
  }

  #noSample(c: number, text: string): void {
    this.#values[this.#bases[c]! + this.#row] = Number.NaN;
    this.#pend("missing", c, text);
  }

  #pend(kind: Pending, column: number, text: string): void {
    const k = this.#pendings++;
    this.#pendingKinds[k] = kind;
    this.#pendingColumns[k] = column;
    this.#pendingTexts[k] = text;
  }

  /** A whole line in quotes, as a spreadsheet saves lines it took for one cell. */
  #isWrapped(bytes: Uint8Array, from: number, end: number): boolean {
    for (let i = from; i < end; i++) if (bytes[i] === this.#delimiter) return true;
    return false;
  }

  #parseWrapped(bytes: Uint8Array, from: number, end: number): void {
    const inner = new Uint8Array(end - from + 1);
    let length = 0;
    for (let i = from; i < end; i++) {
      inner[length++] = bytes[i]!;
      if (bytes[i] === QUOTE && bytes[i + 1] === QUOTE) i++;
    }
    inner[length++] = LF;
    this.wrappedLines++;
    this.#parseRow(inner, 0, length);
    this.#wrapped = true;
  }

  #text(bytes: Uint8Array, from: number, end: number, doubled: boolean): string {
    const text = end - from <= keptCell ? this.#decode(bytes, from, end) : `${this.#decode(bytes, from, from + keptCell)}\u2026`;
    return doubled ? text.replaceAll('""', '"') : text;
  }

  #finishRow(bytes: Uint8Array, start: number, lf: number, cut: boolean): void {
    if (!this.#filled && !this.#beyond) {
      this.emptyLines++;
      return;
    }
    const last = this.#column;
    const short = last < this.#kinds.length - 1;
    // Nobody can tell whether "2" was to be 2 or 21: the cell at the cut is left out.
    const cutCell = cut && short;
    const time = this.#clock.time();
    const kindCut = cutCell ? this.#kinds[last] : undefined;
    if (short) this.#fillUp(last + 1);
    const reason = this.#reasonAgainst(time, kindCut === CLOCK || kindCut === WORD) ?? this.#words?.judge(this.#row);
    if (reason) {
      this.#reject(reason, bytes, start, lf);
      return;
    }
    if (cutCell && this.#kinds[last] === NUMBER && !Number.isNaN(this.#values[this.#bases[last]! + this.#row]!)) this.#noSample(last, "");
    if (cutCell) this.cutCells++;
    if (short) this.#countShort(last + 1);
    this.#time[this.#row] = time;
    if (this.#words) this.#noteOdd(this.#words);
    for (let k = 0; k < this.#blanks; k++) this.cells[this.#blankColumns[k]!]!.missing++;
    for (let k = 0; k < this.#pendings; k++) this.cells[this.#pendingColumns[k]!]!.take(this.#pendingKinds[k]!, this.#pendingTexts[k]!);
    for (const c of this.#clock.columns) this.cells[c]!.take(this.#clock.cellKind(c), "");
    this.#row++;
    this.rows++;
    this.#clock.accept();
  }

  #reasonAgainst(time: number, clockCut: boolean): RejectedLine["reason"] | undefined {
    if (this.#beyond) return "more-cells";
    if (clockCut) return "cut-off";
    if (Number.isNaN(time)) return "time-unreadable";
    // Without a clock of its own any line would be a row; one without a number is a note or a total.
    return this.#clock.columns.length === 0 && this.#numbers === 0 ? "no-number" : undefined;
  }

  #fillUp(from: number): void {
    for (let c = from; c < this.#kinds.length; c++) {
      if (this.#slots[c]! >= 0) this.#values[this.#bases[c]! + this.#row] = Number.NaN;
      else if (this.#kinds[c] === WORD) this.#ids[c]![this.#row] = 0;
      else if (this.#kinds[c] === CLOCK && this.#clockFigures[c]) this.#clockFigures[c]![this.#row] = Number.NaN;
    }
  }

  #countShort(from: number): void {
    this.shortRows++;
    for (let c = from; c < this.#kinds.length; c++) {
      const kind = this.#kinds[c];
      if (kind !== SKIP && kind !== WORD && kind !== CLOCK) this.cells[c]!.missing++;
    }
  }

  #noteOdd({ odd }: RowWords): void {
    const row = this.#row;
    for (const c of odd) this.#oddIds[c]![row] = Number.isNaN(this.#values[this.#bases[c]! + row]!) ? 0 : -1;
    for (let k = 0; k < this.#pendings; k++) {
      const ids = this.#oddIds[this.#pendingColumns[k]!];
      if (!ids || this.#pendingKinds[k] === "state") continue;
      ids[row] = 2 * this.#oddTextId(this.#pendingTexts[k]!) + (this.#pendingKinds[k] === "unreadable" ? 1 : 0);
    }
  }

  #oddTextId(text: string): number {
    let id = this.#oddIdOf.get(text);
    if (id === undefined) {
      // Free text has no end: what is beyond the bound is told as one.
      if (this.#oddTexts.length >= mostOddTexts) return 0;
      id = this.#oddTexts.push(text) - 1;
      this.#oddIdOf.set(text, id);
    }
    return id;
  }

  #reject(reason: RejectedLine["reason"], bytes: Uint8Array, start: number, lf: number): void {
    // A character takes four bytes at most.
    const text = this.#lineText(bytes, start, Math.min(lf, start + 4 * keptText));
    this.rejectedLines++;
    const why = this.#headerTexts.has(text) ? "header-again" : reason;
    this.#rejected.push({ source: this.#source, line: this.#line, reason: why, text: text.slice(0, keptText) });
  }

  #lineText(bytes: Uint8Array, start: number, lf: number): string {
    return this.#decode(bytes, start, lf > start && bytes[lf - 1] === CR ? lf - 1 : lf);
  }
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let p = from;
  while (bytes[p] === BLANK || bytes[p] === TAB) p++;
  return p;
}
