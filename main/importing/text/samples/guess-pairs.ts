import type { ClockPlan, ColumnPlan, Layout } from "#shared/domain/importing.ts";
import { timeReader } from "../../clock/time-reader.ts";

export interface PairsInput {
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly (readonly string[])[];
  readonly clock: ClockPlan;
  readonly decimal: "." | ",";
}

export type PairsLayout = Extract<Layout, { shape: "pairs" }>;

const timeWord = /(?:time[ _]?)?stamp|date[ _/]?time|time|date|datum|zeit(?:punkt)?|uhrzeit|heure|fecha|hora|tijd|时间|日期|時刻|日時/giu;
const valueWord = /value[ _]?y?|val|wert|valeur|valor|valore|waarde|值|値|[ _.]y$/giu;

/** Whether the value columns of a table have times of their own beside them; undefined for a table on one clock. */
export function guessPairs({ columns, rows, clock, decimal }: PairsInput): PairsLayout | undefined {
  if (clock.source !== "columns" || clock.columns.length !== 1 || clock.columns[0] === undefined) return undefined;
  const own = clock.columns[0];
  const isTime = timesBy(clock, rows, decimal);
  const found = columns.flatMap((c, k) => (k > own && isAlike(columns, own, k) && c.kind !== "text" && isTime(k) ? [k] : []));
  if (found.length === 0) return undefined;
  const clocks = [own, ...found];
  const isValue = (k: number): boolean => columns[k]!.kind === "number" || columns[k]!.kind === "text";
  const ends = [...found, columns.length];
  const each = clocks.every((from, i) => Array.from({ length: ends[i]! - from - 1 }, (_, n) => from + 1 + n).some(isValue));
  const before = columns.filter((c, k) => k < own && isValue(k) && c.kind === "number").length;
  if (!each || before > 1) return undefined;
  // Columns of one name are times by their name; others must differ to be more than the same time written twice.
  const sameName = columns[own]!.header !== "" && found.every((k) => columns[k]!.header === columns[own]!.header);
  const differ = found.some((k) => rows.some((row) => row[k] !== row[own]));
  if (!sameName && !differ) return undefined;
  return {
    shape: "pairs",
    clocks: columns.map((_, k) => clocks.findLast((at) => at < k) ?? null).map((at, k) => (clocks.includes(k) ? null : at)),
  };
}

/** Two time columns of one make: the same name but for a number, or each with the name of the value column beside it. */
function isAlike(columns: readonly ColumnPlan[], own: number, k: number): boolean {
  const [a, b] = [columns[own]!.header, columns[k]!.header];
  const plain = (text: string) => text.toLowerCase().replace(/[\s_.#-]*\d+$/, "");
  if (plain(a) === plain(b) && (a !== "" || (columns[own]!.kind === "time" && columns[k]!.kind === "time"))) return true;
  const bare = (text: string, word: RegExp) =>
    text
      .toLowerCase()
      .replace(word, "")
      .replace(/[\s_.:-]+/g, "");
  const belongs = (at: number): boolean => {
    const name = bare(columns[at]!.header, timeWord);
    const value = columns[at + 1]?.header ?? "";
    return name !== "" && columns[at]!.header.match(timeWord) !== null && (name === bare(value, valueWord) || name === bare(value, /$^/));
  };
  return belongs(own) && belongs(k);
}

/** Whether nearly all filled cells of a column are times by the clock's format, going forward. */
function timesBy(clock: Extract<ClockPlan, { source: "columns" }>, rows: PairsInput["rows"], decimal: "." | ",") {
  const reader = timeReader(clock.format, decimal, clock.start ?? 0);
  return (k: number): boolean => {
    let filled = 0;
    let read = 0;
    let back = 0;
    let last = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const text = row[k] ?? "";
      if (text === "") continue;
      filled++;
      const bytes = Buffer.from(text);
      const time = reader.read(bytes, 0, bytes.length);
      if (Number.isNaN(time)) continue;
      read++;
      if (time < last) back++;
      last = time;
    }
    return filled > 0 && read >= 0.9 * filled && back <= 0.05 * read;
  };
}
