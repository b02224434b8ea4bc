import { type GuessedClock, plainClock, type SampledTable } from "./sampled-table.ts";

const calendarWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:year|yr|yyyy|yy|jahr|année|año|年)$/i, "YYYY"],
  [/^(?:month|mon|mo|mm|monat|mois|mes|月)$/i, "M"],
  [/^(?:day|dd|dom|tag|jour|día|dia|日)$/i, "D"],
  [/^(?:hour|hr|hh|stunde|heure|hora|时|時)$/i, "H"],
  [/^(?:min|minute|minutes|mi|mm|分)$/i, "m"],
  [/^(?:sec|second|seconds|ss|秒)$/i, "s"],
];

/** Year, month, day, hour … each in a column of its own. */
export function calendarColumns({ columns, rows }: SampledTable): GuessedClock | undefined {
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
    return plainClock([year, doy], "YYYY DDDD");
  }
  const texts = rows.map((row) => at.map((k) => row[k] ?? "").join(" "));
  const format = words.join(" ");
  return texts.every((t) => /^\d{4} [\d ]+$/.test(t)) ? plainClock(at, format) : undefined;
}
