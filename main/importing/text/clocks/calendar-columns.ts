import { type GuessedClock, plainClock, type SampledTable } from "./sampled-table.ts";

const calendarWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:year|yr|yyyy|yy|jahr|année|an|año|ano|anno|jaar|年份?)$/i, "YYYY"],
  [/^(?:month|mon|mo|mm|mth|monat|mois|mes|mês|mese|maand|月份?)$/i, "M"],
  [/^(?:day|dd|da|dy|dom|day ?of ?month|tag|jour|día|dia|giorno|dag|日)$/i, "D"],
  [/^(?:hour|hr|hrs|hh|stunde|heure|hora|ora|uur|时|時|小时)$/i, "H"],
  [/^(?:min|minute|minutes|mn|mi|mm|minuut|minuto|分|分钟)$/i, "m"],
  [/^(?:sec|second|seconds|ss|秒)$/i, "s"],
];

const dayOfYear = /^(?:doy|day ?of ?(?:the ?)?year|jday|jd|julian ?(?:day|date)|yday|jul|jour julien)$/i;
const hourMinute = /^(?:hhmm|hmm|time|hour ?minute|[mpecal]st|lst|utc|gmt|ut|uhrzeit|tijd|heure|hora)(?:\W.*)?$/i;

/** Year, month, day, hour … each in a column of its own; the day of the year in place of month and day; `hhmm` in place of hour and minute. */
export function calendarColumns({ columns, rows }: SampledTable): GuessedClock | undefined {
  const placeOf = (name: RegExp, taken: readonly number[] = []) => columns.findIndex((c, i) => name.test(c.header) && !taken.includes(i));
  const year = placeOf(calendarWords[0]![0]);
  if (year < 0) return undefined;
  const doy = placeOf(dayOfYear, [year]);
  const at: number[] = [];
  const words: string[] = [];
  for (const [name, word] of calendarWords) {
    const k = placeOf(name, at);
    if (k < 0 && doy >= 0 && (word === "M" || word === "D")) continue;
    if (k < 0) break;
    if (doy >= 0 && (word === "M" || word === "D")) continue;
    at.push(k);
    words.push(word);
    if (doy >= 0 && word === "YYYY") {
      at.push(doy);
      words.push("DDDD");
    }
  }
  if (!words.includes("D") && !words.includes("DDDD")) return undefined;
  const clock = words.includes("H") ? -1 : placeOf(hourMinute, at);
  if (clock >= 0 && allAre(rows, clock, /^\d{1,4}$/)) {
    at.push(clock);
    words.push("Hmm");
  }
  const shape = new RegExp(`^\\d{4}(?: \\d{1,4}){${words.length - 1}}$`);
  const texts = rows.map((row) => at.map((k) => row[k] ?? "").join(" "));
  return texts.filter((t) => shape.test(t)).length >= 0.9 * texts.length ? plainClock(at, words.join(" ")) : undefined;
}

const allAre = (rows: SampledTable["rows"], k: number, shape: RegExp): boolean =>
  rows.every((row) => (row[k] ?? "") === "" || shape.test(row[k]!));
