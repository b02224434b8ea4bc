import { type CellShape, cellShape } from "./cell-shape.ts";
import { commonMissingWords } from "./missing-words.ts";
import { splitLine } from "./split-line.ts";

export interface Layout {
  readonly delimiter: string;
  readonly decimal: "." | ",";
  /** Cells of a line of data, trailing empty ones included. */
  readonly width: number;
  /** Index of the first line of data in the head. */
  readonly dataIndex: number;
}

const delimiters = ["\t", ";", "|", ",", " "] as const;
const weighed = 300; // lines; the choice is clear long before

interface Candidate {
  delimiter: string;
  decimal: "." | ",";
  /** Numbers and times per line of the data. */
  good: number;
  width: number;
  /** Share of the lines that have the width and are mostly good cells. */
  steady: number;
  score: number;
}

/** Delimiter, decimal sign and first line of data: those under which most cells of most lines are numbers and times. Undefined where nothing is. */
export function guessLayout(head: readonly string[], later: readonly string[]): Layout | undefined {
  // The end of the head is where data are most likely; preambles stand above.
  const body = [...head.filter((line) => line.trim() !== "").slice(-weighed), ...spread(later, weighed)];
  const candidates = delimiters.flatMap((delimiter) => {
    const rows = body.map((line) => splitLine(line, delimiter));
    return ([".", ","] as const).map((decimal) => weigh(rows, delimiter, decimal));
  });
  const best = choose(candidates);
  if (!best || best.good === 0) return undefined;
  const decimal = settleDecimal(best, candidates, body);
  const dataIndex = firstDataLine(head, best.delimiter, decimal, best);
  return dataIndex < 0 ? undefined : { delimiter: best.delimiter, decimal, width: best.width, dataIndex };
}

export const spread = <T>(items: readonly T[], most: number): T[] => {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(items.length, most) }, (_, k) => items[Math.floor(k * step)]!);
};

function weigh(rows: readonly (readonly string[])[], delimiter: string, decimal: "." | ","): Candidate {
  const byWidth = new Map<number, { lines: number; good: number }>();
  for (const row of rows) {
    const good = goodCells(row, decimal);
    if (good === 0) continue;
    const entry = byWidth.get(row.length) ?? { lines: 0, good: 0 };
    entry.lines++;
    entry.good += good;
    byWidth.set(row.length, entry);
  }
  let width = 0;
  let top = { lines: 0, good: 0 };
  for (const [w, entry] of byWidth) {
    if (entry.good > top.good || (entry.good === top.good && w > width)) {
      width = w;
      top = entry;
    }
  }
  const good = top.lines === 0 ? 0 : top.good / top.lines;
  const steady = top.lines / Math.max(1, rows.length);
  return { delimiter, decimal, good, width, steady, score: top.good / Math.max(1, rows.length) };
}

function goodCells(row: readonly string[], decimal: "." | ","): number {
  let good = 0;
  for (const cell of row) {
    const shape = cellShape(cell, decimal);
    if (shape === "number" || shape === "time") good++;
  }
  return good;
}

function choose(candidates: readonly Candidate[]): Candidate | undefined {
  const visible = candidates.filter((c) => c.delimiter !== " " && c.width > 1);
  const best = top(visible);
  const blank = top(candidates.filter((c) => c.delimiter === " "));
  // Blanks stand inside times and names too: they set cells apart only where nothing else does.
  if (best && best.good >= 1 && best.steady >= 0.3 && (!blank || blank.width < 3 || best.score >= 0.5 * blank.score)) return best;
  if (blank && blank.width > 1 && blank.steady >= 0.2 && (!best || blank.score > best.score)) return blank;
  if (best && best.good > 0) return best;
  // A single column of numbers.
  return top(candidates.filter((c) => c.width === 1 && c.delimiter === ","));
}

const top = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>((best, c) => (!best || c.score > best.score * 1.001 ? c : best), undefined);

/** `1,234` is a number under both signs: with no other evidence a delimiter that leaves the comma free speaks for the decimal comma. */
function settleDecimal(best: Candidate, candidates: readonly Candidate[], body: readonly string[]): "." | "," {
  const other = candidates.find((c) => c.delimiter === best.delimiter && c.decimal !== best.decimal)!;
  if (Math.abs(other.score - best.score) > 0.002 * best.score || best.delimiter === ",") return best.decimal;
  let point = 0;
  let comma = 0;
  for (const line of body) {
    for (const cell of splitLine(line, best.delimiter)) {
      if (/^[+-]?\d+\.\d+(?:[eE][+-]?\d+)?$/.test(cell)) point++;
      else if (/^[+-]?\d+,\d+(?:[eE][+-]?\d+)?$/.test(cell)) comma++;
    }
  }
  if (comma > 0 && point === 0) return ",";
  return ".";
}

const followers = 6; // lines below the first that must mostly be data too

/**
 * The first line that has numbers and times where the end of the head has them, and the lines like it directly above: a line of settings
 * (`Samples 100 100`) has numbers too, but a word where the data have a number.
 */
function firstDataLine(head: readonly string[], delimiter: string, decimal: "." | ",", { good, width }: Candidate): number {
  const rows = head.map((line) => (line.trim() === "" ? undefined : splitLine(line, delimiter)));
  const filled = rows.filter((row) => row !== undefined);
  const numeric = numericColumns(filled.slice(-Math.max(3, Math.min(200, Math.floor(filled.length / 4)))), decimal);
  const isLike = rows.map((row) => row !== undefined && isDataRow(row, decimal, good, width));
  const isClean = (i: number): boolean => isLike[i]! && rows[i]!.every((cell, k) => !numeric[k] || !isForeign(cell, decimal));
  let first = -1;
  const floor = endOfHeader(head);
  for (let i = floor; i < head.length && first < 0; i++) if (isClean(i) && mostly(rows, isLike, i)) first = i;
  const timed = shapedColumns(filled.slice(-200), "time", decimal);
  while (first > floor && rows[first - 1] && (isLike[first - 1] || isTimed(rows[first - 1]!, timed, width, decimal))) first--;
  first = belowShortTables(rows, isLike, first, decimal);
  return first + headingNumbers(rows.slice(first, first + 3));
}

/** The line behind the last mark that says a header ends here, before any data: loggers that write in segments repeat it. */
function endOfHeader(head: readonly string[]): number {
  let floor = 0;
  for (let i = 0; i < Math.min(head.length, mostPreamble); i++) {
    if (/^\s*(?:\*{2,}\s*end[ _]?of[ _]?header|\[(?:data|daten|messdaten|données|datos)\]\s*$)/i.test(head[i]!)) floor = i + 1;
    else if (floor > 0 && /^[\s;,]*[-+\d]/.test(head[i]!)) break;
  }
  return floor;
}

/** Columns in which nearly every filled cell has one shape. */
function shapedColumns(rows: readonly (readonly string[])[], shape: CellShape, decimal: "." | ","): number[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, k) => k).filter((k) => {
    const shapes = rows.map((row) => cellShape(row[k] ?? "", decimal)).filter((s) => s !== "empty");
    return shapes.length > 0.5 * rows.length && shapes.filter((s) => s === shape).length >= 0.9 * shapes.length;
  });
}

/** A row that has its times where the data have them is data, whatever states stand in its other cells. */
const isTimed = (row: readonly string[], timed: readonly number[], width: number, decimal: "." | ","): boolean =>
  timed.length > 0 && row.length >= 0.5 * width && timed.every((k) => cellShape(row[k] ?? "", decimal) === "time");

/**
 * The first line of the table that follows, where the one found first ends soon in an empty line and other names: a table about the place
 * above the table of measurements. The same names again are a logger that was restarted.
 */
function belowShortTables(
  rows: readonly (readonly string[] | undefined)[],
  isLike: readonly boolean[],
  first: number,
  decimal: "." | ",",
): number {
  const names = (i: number): string => rows[i]?.join("\u0000") ?? "";
  let from = first;
  for (let i = first + 1; i < Math.min(rows.length - 1, first + mostShort); i++) {
    const row = rows[i];
    if (!row || rows[i - 1] || !isLike[i + 1] || names(i) === names(first - 1)) continue;
    const filled = row.filter((cell) => cell !== "");
    if (filled.length >= 3 && filled.every((cell) => cellShape(cell, decimal) === "word")) from = i + 1;
  }
  return from;
}

const mostShort = 60; // lines

/** 1 where the first line is numbers too, but station, year and the codes of what was measured: day of the year and time of day stand below. */
function headingNumbers(rows: readonly (readonly string[] | undefined)[]): number {
  const [first, ...next] = rows;
  const isHeading = first?.every((cell) => /^\d{0,6}$/.test(cell)) && /^\d{4,6}$/.test(first[0]!) && /^(?:19|20)\d\d$/.test(first[1] ?? "");
  const isDay = (row: readonly string[] | undefined) => row !== undefined && /^\d{1,3}$/.test(row[0]!) && /^\d{1,4}$/.test(row[1] ?? "");
  return isHeading && next.length > 0 && next.every(isDay) ? 1 : 0;
}

const mostPreamble = 2000; // lines

function mostly(rows: readonly (readonly string[] | undefined)[], isLike: readonly boolean[], from: number): boolean {
  let seen = 0;
  let like = 0;
  for (let k = from + 1; k < rows.length && seen < followers; k++) {
    if (!rows[k]) continue;
    seen++;
    if (isLike[k]) like++;
  }
  return like * 2 >= seen;
}

const isForeign = (cell: string, decimal: "." | ","): boolean =>
  cellShape(cell, decimal) === "word" && !commonMissingWords.includes(cell.toLowerCase());

/** Columns in which nearly every filled cell is a number or a time. */
function numericColumns(rows: readonly (readonly string[])[], decimal: "." | ","): boolean[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, k) => {
    const shapes = rows.map((row) => cellShape(row[k] ?? "", decimal)).filter((s) => s !== "empty");
    return shapes.length > 0 && shapes.filter((s) => s === "word").length <= 0.1 * shapes.length;
  });
}

function isDataRow(row: readonly string[], decimal: "." | ",", good: number, width: number): boolean {
  const shapes: CellShape[] = row.map((cell) => cellShape(cell, decimal));
  const found = shapes.filter((s) => s === "number" || s === "time").length;
  return found >= Math.max(1, 0.5 * good) && row.length >= Math.max(Math.min(width, 2), 0.5 * width);
}
