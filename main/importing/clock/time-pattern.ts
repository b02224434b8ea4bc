import { BLANK, MINUS, PLUS, POINT } from "../byte-codes.ts";
import { civilDay } from "./civil.ts";
import { monthOfName } from "./month-names.ts";
import type { TimeReader } from "./time-reader.ts";

type Field = "year" | "year2" | "month" | "day" | "hour" | "hour12" | "minute" | "second" | "dayOfYear" | "hourMinute";

type Token =
  | { kind: "digits"; field: Field; least: number; most: number }
  | { kind: "fraction"; mark: number }
  | { kind: "millis" }
  | { kind: "monthName" }
  | { kind: "weekday" }
  | { kind: "half" }
  | { kind: "offset" }
  | { kind: "blanks" }
  | { kind: "literal"; byte: number };

const words: readonly (readonly [string, Field | "monthName" | "weekday" | "half" | "offset" | "fraction" | "millis", number])[] = [
  ["YYYY", "year", 4],
  ["YY", "year2", 2],
  ["MMM", "monthName", 0],
  ["MM", "month", 2],
  ["M", "month", 1],
  ["DDDD", "dayOfYear", 3],
  ["ddd", "weekday", 0],
  ["DD", "day", 2],
  ["D", "day", 1],
  ["Hmm", "hourMinute", 4],
  ["HH", "hour", 2],
  ["H", "hour", 1],
  ["hh", "hour12", 2],
  ["h", "hour12", 1],
  ["mm", "minute", 2],
  ["m", "minute", 1],
  ["ss", "second", 2],
  ["s", "second", 1],
  ["fff", "millis", 0],
  ["SSS", "fraction", 0],
  ["a", "half", 0],
  ["Z", "offset", 0],
];

const timeFields: ReadonlySet<string> = new Set(["hour", "hour12", "minute", "second", "hourMinute"]);
const dateFields: ReadonlySet<string> = new Set(["month", "day", "dayOfYear"]);

/**
 * A reader for times written by one pattern: `YYYY YY M MM MMM D DD DDDD ddd H HH h hh Hmm m mm s ss SSS fff a Z`, anything else stands for
 * itself. `Hmm` is hour and minute as one number (5 is 00:05, 130 is 01:30). `MMM` is a month's name, `DDDD` the day of the year, `ddd` a weekday (passed over), `a` AM or PM, `Z` an offset,
 * `SSS` a fraction of any length that may be absent, its mark with it; `[text]` stands for itself. One-letter and two-letter fields both take one or two digits unless
 * they stand directly beside another number. A text that ends after its date is midnight. Two-digit years: 70-99 are 19xx.
 * @param year of a date that is written without one.
 */
export function timePattern(pattern: string, year = 1970): TimeReader & { readonly readsSomething: boolean } {
  const tokens = tokensOf(pattern);
  const dateTokens = tokens.findIndex((t) => t.kind === "blanks");
  const rest = dateTokens < 0 ? [] : tokens.slice(dateTokens + 1);
  const mayEnd =
    rest.length > 0 && rest.every((t) => t.kind !== "monthName" && (t.kind !== "digits" || timeFields.has(t.field))) ? dateTokens : -1;
  const hasDate = tokens.some(
    (t) => t.kind === "monthName" || (t.kind === "digits" && (t.field === "year" || t.field === "year2" || dateFields.has(t.field))),
  );
  return new PatternReader(tokens, mayEnd, hasDate, year);
}

function tokensOf(pattern: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < pattern.length; ) {
    const quoted = /^\[([^\]]*)\]/.exec(pattern.slice(at));
    if (quoted) {
      for (const byte of Buffer.from(quoted[1]!)) found.push({ kind: "literal", byte });
      at += quoted[0].length;
      continue;
    }
    const word = words.find(([text]) => pattern.startsWith(text, at));
    if (!word) {
      const code = pattern.charCodeAt(at++);
      if (code === BLANK) found.push({ kind: "blanks" });
      else for (const byte of Buffer.from(String.fromCharCode(code))) found.push({ kind: "literal", byte });
      continue;
    }
    const [text, what, width] = word;
    at += text.length;
    if (what === "fraction") {
      const before = found.at(-1);
      if (before?.kind === "literal") found.pop();
      found.push({ kind: "fraction", mark: before?.kind === "literal" ? before.byte : POINT });
    } else if (what === "monthName" || what === "weekday" || what === "half" || what === "offset" || what === "millis")
      found.push({ kind: what });
    else {
      const before = found.at(-1);
      const touches = before?.kind === "digits";
      if (touches) found[found.length - 1] = { ...before, least: before.most };
      const most = width === 1 ? 2 : width;
      found.push({ kind: "digits", field: what, least: touches || what === "year" ? most : 1, most });
    }
  }
  return found;
}

class PatternReader implements TimeReader {
  readonly hasDate: boolean;
  absolute = false;
  /** False for a pattern without a single word of time in it. */
  readonly readsSomething: boolean;
  readonly #tokens: readonly Token[];
  readonly #mayEnd: number;
  readonly #year: number;

  constructor(tokens: readonly Token[], mayEnd: number, hasDate: boolean, year: number) {
    this.#year = year;
    this.#tokens = tokens;
    this.#mayEnd = mayEnd;
    this.hasDate = hasDate;
    this.readsSomething = tokens.some((t) => t.kind === "digits");
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    let p = from;
    let year = this.#year;
    let month = 1;
    let day = 1;
    let dayOfYear = 0;
    let clock = 0;
    let half = 0;
    let twelve = false;
    let hour = 0;
    let offset = Number.NaN;
    const tokens = this.#tokens;
    for (let k = 0; k < tokens.length; k++) {
      const token = tokens[k]!;
      if (p >= to && k === this.#mayEnd) break;
      switch (token.kind) {
        case "digits": {
          let value = 0;
          const begin = p;
          while (p < to && p - begin < token.most) {
            const d = bytes[p]! - 48;
            if (d < 0 || d > 9) break;
            value = value * 10 + d;
            p++;
          }
          if (p - begin < token.least) return Number.NaN;
          switch (token.field) {
            case "year":
              year = value;
              break;
            case "year2":
              year = value < 70 ? 2000 + value : 1900 + value;
              break;
            case "month":
              month = value;
              break;
            case "day":
              day = value;
              break;
            case "dayOfYear":
              dayOfYear = value;
              break;
            case "hour":
              if (value > 24) return Number.NaN;
              hour = value;
              break;
            case "hour12":
              if (value > 24) return Number.NaN;
              hour = value;
              twelve = true;
              break;
            case "hourMinute":
              if (value > 2400 || value % 100 > 59) return Number.NaN;
              hour = Math.floor(value / 100);
              clock += (value % 100) * 60_000;
              break;
            case "minute":
              if (value > 59) return Number.NaN;
              clock += value * 60_000;
              break;
            case "second":
              if (value > 60) return Number.NaN;
              clock += value * 1000;
              break;
          }
          break;
        }
        case "literal":
          if (bytes[p] !== token.byte) return Number.NaN;
          p++;
          break;
        case "blanks": {
          const begin = p;
          while (p < to && bytes[p]! <= BLANK) p++;
          if (p === begin) return Number.NaN;
          break;
        }
        case "fraction":
          if (p < to && bytes[p] === token.mark) {
            let part = 0;
            let unit = 1000;
            for (p++; p < to; p++) {
              const d = bytes[p]! - 48;
              if (d < 0 || d > 9) break;
              part = part * 10 + d;
              unit /= 10;
              if (unit < 1e-6) {
                // Finer than a nanosecond: passed over.
                while (p + 1 < to && bytes[p + 1]! >= 48 && bytes[p + 1]! <= 57) p++;
              }
            }
            clock += part * unit;
          }
          break;
        case "millis": {
          const begin = p;
          let part = 0;
          for (; p < to && p - begin < 3 && bytes[p]! >= 48 && bytes[p]! <= 57; p++) part = part * 10 + (bytes[p]! - 48);
          if (p === begin) return Number.NaN;
          clock += part;
          break;
        }
        case "monthName": {
          const begin = p;
          while (p < to && isLetter(bytes[p]!)) p++;
          month = monthOfName(Buffer.from(bytes.buffer, bytes.byteOffset + begin, p - begin).toString("utf8"));
          if (p < to && bytes[p] === POINT) p++; // "Jan." abbreviated
          break;
        }
        case "weekday":
          while (p < to && (isLetter(bytes[p]!) || bytes[p] === POINT)) p++;
          break;
        case "half": {
          const at = halfOf(bytes, p, to);
          if (at < 0) return Number.NaN;
          half = at >> 8;
          p += at & 255;
          break;
        }
        case "offset": {
          const read = offsetAt(bytes, p, to);
          if (read === undefined) return Number.NaN;
          offset = read.ms;
          p = read.end;
          break;
        }
      }
    }
    while (p < to && bytes[p]! <= BLANK) p++;
    if (p !== to) return Number.NaN;
    if (half === 2 && hour < 12) hour += 12;
    else if (half === 1 && hour === 12) hour = 0;
    else if (twelve && half === 0 && hour > 12) return Number.NaN;
    if (hour === 24 && clock > 0) return Number.NaN;
    const date = dayOfYear > 0 ? dayOfYearDate(year, dayOfYear) : this.hasDate ? civilDay(year, month, day) : 0;
    this.absolute = !Number.isNaN(offset);
    return date + hour * 3_600_000 + clock - (this.absolute ? offset : 0);
  }
}

const dayOfYearDate = (year: number, day: number): number => (day <= 366 ? civilDay(year, 1, 1) + (day - 1) * 86_400_000 : Number.NaN);

// Letters of any alphabet in UTF-8 or Latin-1 have the high bit set.
const isLetter = (byte: number): boolean => ((byte | 32) >= 97 && (byte | 32) <= 122 ? true : byte >= 128);

/** AM is 1, PM is 2, in the upper byte; the length in the lower; -1 for neither. Also a.m./p.m. and 上午/下午. */
function halfOf(bytes: Uint8Array, from: number, to: number): number {
  const letter = bytes[from]! | 32;
  if (from < to && (letter === 97 || letter === 112)) {
    const half = letter === 97 ? 1 : 2;
    let p = from + 1;
    if (bytes[p] === POINT) p++;
    if ((bytes[p]! | 32) !== 109) return -1;
    p++;
    if (p < to && bytes[p] === POINT) p++;
    return (half << 8) | (p - from);
  }
  // U+4E0A (上) and U+4E0B (下), each before U+5348 (午).
  if (to - from >= 6 && bytes[from] === 0xe4 && bytes[from + 1] === 0xb8) return ((bytes[from + 2] === 0x8a ? 1 : 2) << 8) | 6;
  return -1;
}

// Names that mean one offset the world over; EST, CST and most others do not.
const namedOffsets: readonly (readonly [string, number])[] = [
  ["UTC", 0],
  ["GMT", 0],
  ["CEST", 2],
  ["CET", 1],
  ["MESZ", 2],
  ["MEZ", 1],
  ["Z", 0],
];

function namedOffset(bytes: Uint8Array, from: number, to: number): { ms: number; end: number } | undefined {
  const named = namedOffsets.find(([name]) => {
    for (let i = 0; i < name.length; i++) if (from + i >= to || (bytes[from + i]! & 0xdf) !== name.charCodeAt(i)) return false;
    return true;
  });
  return named && { ms: named[1] * 3_600_000, end: from + named[0].length };
}

/** `Z`, `+08`, `+0800`, `+08:00`, `-03:30`, `UTC`, `CET`, after any blanks. */
export function offsetAt(bytes: Uint8Array, from: number, to: number): { ms: number; end: number } | undefined {
  let p = from;
  while (p < to && bytes[p] === BLANK) p++;
  const sign = bytes[p];
  if (p >= to) return undefined;
  if (sign !== PLUS && sign !== MINUS) return namedOffset(bytes, p, to);
  p++;
  const digits: number[] = [];
  for (; p < to && digits.length < 4; p++) {
    const d = bytes[p]! - 48;
    if (d >= 0 && d <= 9) digits.push(d);
    else if (bytes[p] !== 58 || digits.length !== 2) break;
  }
  if (digits.length !== 2 && digits.length !== 4) return undefined;
  const [a, b, c = 0, d = 0] = digits as [number, number, number?, number?];
  const minutes = (a * 10 + b) * 60 + c * 10 + d;
  if (minutes > 14 * 60 || c > 5) return undefined;
  return { ms: (sign === MINUS ? -minutes : minutes) * 60_000, end: p };
}
