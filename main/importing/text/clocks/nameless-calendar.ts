import { timeReader } from "../../clock/time-reader.ts";
import { type GuessedClock, plainClock, type SampledTable } from "./sampled-table.ts";

/** Columns passed over behind the year, and columns that make the time. */
const shapes = [
  [1, 6],
  [1, 5],
  [1, 4],
  [0, 6],
  [0, 5],
  [0, 4],
  [1, 3],
  [0, 3],
] as const;

/**
 * Year, day of the year if it is there, month, day, hour, minute and second in neighbouring columns without names, as stations
 * write them: taken only where every row is a date and the dates go forward.
 */
export function namelessCalendar({ columns, rows }: SampledTable): GuessedClock | undefined {
  if (columns.some((c) => c.header !== "")) return undefined;
  const year = columns.findIndex((_, k) => rows.length > 1 && rows.every((row) => /^(?:19|20)\d\d$/.test(row[k] ?? "")));
  if (year < 0) return undefined;
  const byDay = [year, year + 1, year + 2];
  const daily = rows.map((row) => byDay.map((k) => row[k] ?? "").join(" "));
  // Data loggers of the array kind: year, day of the year, hour and minute as one number that goes beyond any month and hour.
  if (
    daily.every((t) => /^\d{4} \d{1,3} \d{1,4}$/.test(t)) &&
    daily.some((t) => Number(t.split(" ")[1]) > 31 || Number(t.split(" ")[2]) > 59) &&
    forward(daily, "YYYY DDDD Hmm")
  )
    return plainClock(byDay, "YYYY DDDD Hmm");
  // With the day of the year between year and month before without; a date alone is the last resort, because it fits too much.
  for (const [skipped, words] of shapes) {
    const at = [year, ...Array.from({ length: words - 1 }, (_, k) => year + 1 + skipped + k)];
    const format = ["YYYY", "M", "D", "H", "m", "s"].slice(0, words).join(" ");
    const texts = rows.map((row) => at.map((k) => row[k] ?? "").join(" "));
    if (texts.every((t) => /^\d+( \d{1,2})+$/.test(t)) && forward(texts, format)) return plainClock(at, format);
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
