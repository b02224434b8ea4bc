import type { Finding } from "#shared/domain/finding.ts";
import type { ClockPlan, ColumnPlan } from "#shared/domain/importing.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { guessFormat } from "../clock/guess-format.ts";
import { preambleStart } from "../clock/preamble-start.ts";
import { defaultStart } from "../clock/row-clock.ts";
import { timeReader } from "../clock/time-reader.ts";
import { decimalByte, numberCell } from "../number-cell.ts";
import { finding } from "../sentence.ts";

export interface GuessedClock {
  readonly clock: ClockPlan;
  readonly findings: readonly Finding[];
  /** Columns of other clocks in the same file, as in tables side by side. */
  readonly otherClocks: readonly number[];
}

interface Sampled {
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly (readonly string[])[];
  readonly preamble: readonly string[];
  readonly decimal: "." | ",";
}

const timeWord = /time|date|stamp|datum|zeit|uhr|fecha|hora|heure|jour|tijd|data\b|ora\b|tid|czas|时间|日期|時間|日時|^t$|^ts$/i;
const dateWord = /date|datum|fecha|dato|stamp|day|serial|日期|time/i;
const elapsedWord =
  /^(?:time|elapsed|rel(?:ative)?[_ ]?time|t|sec|secs|seconds?|zeit|temps|tiempo|tijd|x[_ ]?value|run[_ ]?time|test[_ ]?time|total[_ ]?time|stamp|timestamp|duration|hours?|minutes?|ms|时间|時間)\b/i;

/** Where the time of a row comes from: times with a date first, then counters since 1970 and spreadsheet days, then times of day, then seconds from a start. */
export function guessClock(sampled: Sampled): GuessedClock {
  return (
    writtenTimes(sampled) ??
    counters(sampled) ??
    digitDates(sampled) ??
    calendarColumns(sampled) ??
    namelessCalendar(sampled) ??
    timesOfDay(sampled) ??
    elapsed(sampled) ??
    noTime()
  );
}

const textsOf = (rows: Sampled["rows"], column: number): string[] => rows.map((row) => row[column] ?? "").filter((t) => t !== "");

const wanted = (columns: readonly ColumnPlan[], kind: ColumnPlan["kind"]): number[] =>
  columns.flatMap((c, k) => (c.kind === kind ? [k] : []));

function writtenTimes(sampled: Sampled): GuessedClock | undefined {
  const { columns, rows } = sampled;
  const times = wanted(columns, "time");
  const formats = new Map(times.map((k) => [k, guessFormat(textsOf(rows, k))]));
  const joined: { at: number[]; format: string; dayOrMonth: boolean; filled: number; hasClock: boolean }[] = [];
  for (const k of times) {
    const one = formats.get(k);
    if (!one?.hasDate) continue;
    const filled = textsOf(rows, k).length;
    const ownClock = one.format === "iso" ? textsOf(rows, k).some((t) => t.includes(":")) : /[Hh]/.test(one.format.replace(/\[.*?\]/g, ""));
    if (ownClock) {
      joined.push({ at: [k], format: one.format, dayOrMonth: one.dayOrMonth, filled, hasClock: true });
      continue;
    }
    // A date on its own looks for its time of day: the next column first, the one before it, then any.
    const mates = times.filter((m) => m !== k && formats.get(m)?.hasDate === false).sort((a, b) => distance(k, a) - distance(k, b));
    const mate = mates[0];
    if (mate === undefined) joined.push({ at: [k], format: one.format, dayOrMonth: one.dayOrMonth, filled, hasClock: false });
    else {
      const both = rows.filter((row) => row[k] && row[mate]).map((row) => `${row[k]} ${row[mate]}`);
      const pair = guessFormat(both);
      if (pair?.hasDate)
        joined.push({ at: [k, mate], format: pair.format, dayOrMonth: pair.dayOrMonth, filled: both.length, hasClock: true });
    }
  }
  if (joined.length === 0) return undefined;
  // The clock is the leftmost among those that are nearly always filled; a date alone only where nothing has the time too.
  const most = Math.max(...joined.map((j) => j.filled));
  const full = joined.filter((j) => j.filled >= 0.9 * most);
  const best = full.find((j) => j.hasClock) ?? full[0]!;
  const column = best.at.map((k) => columns[k]!.tag).join(" + ");
  return {
    clock: withMillis(sampled, best.at, best.format),
    findings: best.dayOrMonth ? [finding("import.day-or-month", "warning", { column, format: best.format })] : [],
    otherClocks: joined.filter((j) => j !== best).flatMap((j) => j.at),
  };
}

/** Some controllers log milliseconds in a column behind the time. */
function withMillis({ columns, rows }: Sampled, at: readonly number[], format: string): ClockPlan {
  const next = at.at(-1)! + 1;
  const named = /^(?:ms|msec|millis?|millitm|milliseconds?|毫秒)$/i.test(columns[next]?.header ?? "");
  if (!named || !textsOf(rows, next).every((t) => /^\d{1,3}$/.test(t))) return { source: "columns", columns: [...at], format };
  const seconds = format === "iso" ? "YYYY-M-D H:m:s" : format.replace(/\.SSS$/, "");
  return { source: "columns", columns: [...at, next], format: `${seconds} fff` };
}

const distance = (from: number, to: number): number => (to > from ? to - from : from - to + 0.5);

interface NumberColumn {
  readonly k: number;
  readonly values: readonly number[];
  readonly steady: boolean;
}

function numberColumns({ columns, rows, decimal }: Sampled): NumberColumn[] {
  const sign = decimalByte(decimal);
  return wanted(columns, "number").flatMap((k) => {
    const values = textsOf(rows, k)
      .map((t) => Buffer.from(t))
      .map((b) => numberCell(b, 0, b.length, sign))
      .filter((v) => !Number.isNaN(v));
    if (values.length === 0) return [];
    let backwards = 0;
    for (let i = 1; i < values.length; i++) if (values[i]! < values[i - 1]!) backwards++;
    return [{ k, values, steady: backwards <= 0.02 * values.length && (values.length < 2 || values.at(-1)! > values[0]!) }];
  });
}

const year1990 = Date.UTC(1990, 0, 1);
const year2100 = Date.UTC(2100, 0, 1);
const epochScales: readonly (readonly [string, number])[] = [
  ["epoch-s", 1000],
  ["epoch-ms", 1],
  ["epoch-us", 1e-3],
  ["epoch-ns", 1e-6],
];

function counters(sampled: Sampled): GuessedClock | undefined {
  const { columns } = sampled;
  const numbers = numberColumns(sampled);
  for (const { k, values, steady } of numbers) {
    const { header } = columns[k]!;
    if (!steady || !(k === 0 || header === "" || timeWord.test(header))) continue;
    for (const [format, scale] of epochScales) {
      if (values.every((v) => v * scale >= year1990 && v * scale < year2100))
        return { clock: { source: "columns", columns: [k], format }, findings: [], otherClocks: [] };
    }
  }
  for (const { k, values, steady } of numbers) {
    // Days 20,000 to 80,000 of a spreadsheet are the years 1954 to 2119.
    if (steady && dateWord.test(columns[k]!.header) && values.every((v) => v >= 20_000 && v < 80_000)) {
      return { clock: { source: "columns", columns: [k], format: "excel-day" }, findings: [], otherClocks: [] };
    }
  }
  return undefined;
}

/** `20200706` with `1200` in the next column; fourteen digits in one. */
function digitDates({ columns, rows }: Sampled): GuessedClock | undefined {
  for (const k of wanted(columns, "number")) {
    const texts = textsOf(rows, k);
    if (texts.length === 0 || !texts.every((t) => /^\d{8}$|^\d{12}$|^\d{14}$/.test(t))) continue;
    const one = guessFormat(texts);
    if (!one?.hasDate || one.share < 1 || !texts.every((t) => Number(t.slice(0, 4)) >= 1950 && Number(t.slice(0, 4)) < 2100)) continue;
    const next = textsOf(rows, k + 1);
    if (texts[0]!.length === 8 && next.length === texts.length && next.every((t) => /^\d{4}$|^\d{6}$|^\d{1,2}:\d{2}/.test(t))) {
      const pair = guessFormat(rows.filter((r) => r[k] && r[k + 1]).map((r) => `${r[k]} ${r[k + 1]}`));
      if (pair?.hasDate && pair.share === 1)
        return { clock: { source: "columns", columns: [k, k + 1], format: pair.format }, findings: [], otherClocks: [] };
    }
    return { clock: { source: "columns", columns: [k], format: one.format }, findings: [], otherClocks: [] };
  }
  return undefined;
}

const calendarWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:year|yr|yyyy|yy|jahr|année|año|年)$/i, "YYYY"],
  [/^(?:month|mon|mo|mm|monat|mois|mes|月)$/i, "M"],
  [/^(?:day|dd|dom|tag|jour|día|dia|日)$/i, "D"],
  [/^(?:hour|hr|hh|stunde|heure|hora|时|時)$/i, "H"],
  [/^(?:min|minute|minutes|mi|mm|分)$/i, "m"],
  [/^(?:sec|second|seconds|ss|秒)$/i, "s"],
];

/** Year, month, day, hour … each in a column of its own. */
function calendarColumns({ columns, rows }: Sampled): GuessedClock | undefined {
  const at: number[] = [];
  const words: string[] = [];
  for (const [name, word] of calendarWords) {
    const k = columns.findIndex((c, i) => name.test(c.header) && !at.includes(i));
    if (k < 0) break;
    at.push(k);
    words.push(word);
  }
  if (words.length < 3) {
    const year = columns.findIndex((c) => calendarWords[0]![0].test(c.header));
    const doy = columns.findIndex((c) => /^(?:doy|day ?of ?year|jday|julian ?day|yday)$/i.test(c.header));
    if (year < 0 || doy < 0) return undefined;
    return { clock: { source: "columns", columns: [year, doy], format: "YYYY DDDD" }, findings: [], otherClocks: [] };
  }
  const texts = rows.map((row) => at.map((k) => row[k] ?? "").join(" "));
  const format = words.join(" ");
  return texts.every((t) => /^\d{4} [\d ]+$/.test(t))
    ? { clock: { source: "columns", columns: at, format }, findings: [], otherClocks: [] }
    : undefined;
}

/**
 * Year, day of the year if it is there, month, day, hour, minute and second in neighbouring columns without names, as stations
 * write them: taken only where every row is a date and the dates go forward.
 */
function namelessCalendar({ columns, rows }: Sampled): GuessedClock | undefined {
  if (columns.some((c) => c.header !== "")) return undefined;
  const year = columns.findIndex((_, k) => rows.length > 1 && rows.every((row) => /^(?:19|20)\d\d$/.test(row[k] ?? "")));
  if (year < 0) return undefined;
  for (const skipped of [1, 0]) {
    for (const words of [6, 5, 4, 3]) {
      const at = [year, ...Array.from({ length: words - 1 }, (_, k) => year + 1 + skipped + k)];
      const format = ["YYYY", "M", "D", "H", "m", "s"].slice(0, words).join(" ");
      const texts = rows.map((row) => at.map((k) => row[k] ?? "").join(" "));
      const guessed = texts.every((t) => /^\d+( \d{1,2})+$/.test(t)) ? forward(texts, format) : false;
      if (guessed) return { clock: { source: "columns", columns: at, format }, findings: [], otherClocks: [] };
    }
  }
  return undefined;
}

function forward(texts: readonly string[], format: string): boolean {
  const reader = timeReader(format, ".", 0);
  let last = Number.NEGATIVE_INFINITY;
  for (const text of texts) {
    const bytes = Buffer.from(text);
    const ms = reader.read(bytes, 0, bytes.length);
    if (!(ms > last)) return false;
    last = ms;
  }
  return true;
}

function timesOfDay({ columns, rows, preamble }: Sampled): GuessedClock | undefined {
  for (const k of wanted(columns, "time")) {
    const one = guessFormat(textsOf(rows, k));
    if (!one) continue;
    const found = preambleStart(preamble);
    const start = Math.floor((found ?? defaultStart) / 86_400_000) * 86_400_000;
    const say = { column: columns[k]!.tag, start: new Date(start).toISOString().slice(0, 10) };
    return {
      clock: { source: "columns", columns: [k], format: one.format, start },
      findings: [finding("import.time-of-day", found === undefined ? "warning" : "note", say)],
      otherClocks: [],
    };
  }
  return undefined;
}

const elapsedUnits: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|msec|milliseconds?|毫秒)$/i, "elapsed-ms"],
  [/^(?:min|minutes?|mins|分钟)$/i, "elapsed-min"],
  [/^(?:h|hr|hrs|hours?|std|小时)$/i, "elapsed-h"],
  [/^(?:d|days?)$/i, "elapsed-d"],
];

function elapsed(sampled: Sampled): GuessedClock | undefined {
  const { columns, preamble } = sampled;
  const candidates = numberColumns(sampled).filter(({ steady }) => steady);
  const best = candidates.find(({ k }) => elapsedWord.test(columns[k]!.tag));
  if (!best) return undefined;
  const { tag, unit } = columns[best.k]!;
  const format = elapsedUnits.find(([name]) => name.test(unit) || (unit === "" && name.test(tag)))?.[1] ?? "elapsed-s";
  const found = preambleStart(preamble);
  const start = found ?? defaultStart;
  const say = {
    column: tag,
    start: new Date(start)
      .toISOString()
      .replace("T", " ")
      .replace(/\.?0*Z$/, ""),
  };
  return {
    clock: { source: "columns", columns: [best.k], format, start },
    findings: [
      finding(found === undefined ? "import.elapsed-time" : "import.elapsed-time-start", found === undefined ? "warning" : "note", say),
    ],
    otherClocks: [],
  };
}

const defaultStepMs = 3_600_000;

function noTime(): GuessedClock {
  return {
    clock: { source: "rate", start: defaultStart, stepMs: defaultStepMs },
    findings: [finding("import.no-time", "warning", { step: formatDuration(defaultStepMs), start: "2000-01-01 00:00" })],
    otherClocks: [],
  };
}
