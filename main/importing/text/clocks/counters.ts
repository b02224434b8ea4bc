import { numberColumns } from "./number-columns.ts";
import { type GuessedClock, plainClock, type SampledTable } from "./sampled-table.ts";

const timeWord = /time|date|stamp|datum|zeit|uhr|fecha|hora|heure|jour|tijd|data\b|ora\b|tid|czas|时间|日期|時間|日時|^t$|^ts$/i;
const dateWord = /date|datum|fecha|dato|stamp|day|serial|日期|time/i;
const year1990 = Date.UTC(1990, 0, 1);
const year2100 = Date.UTC(2100, 0, 1);
const epochScales: readonly (readonly [string, number])[] = [
  ["epoch-s", 1000],
  ["epoch-ms", 1],
  ["epoch-us", 1e-3],
  ["epoch-ns", 1e-6],
];

/** Seconds, milli-, micro- or nanoseconds since 1970, and the days of a spreadsheet. */
export function counters(sampled: SampledTable): GuessedClock | undefined {
  const { columns } = sampled;
  const numbers = numberColumns(sampled);
  for (const { k, values, steady } of numbers) {
    const { header } = columns[k]!;
    // A name that says time is enough; a nameless or first column must at least go forward.
    if (!timeWord.test(header) && !(steady && (k === 0 || header === ""))) continue;
    for (const [format, scale] of epochScales) {
      if (values.every((v) => v * scale >= year1990 && v * scale < year2100)) return plainClock([k], format);
    }
  }
  for (const { k, values, steady } of numbers) {
    // Days 20,000 to 80,000 of a spreadsheet are the years 1954 to 2119.
    if (steady && dateWord.test(columns[k]!.header) && values.every((v) => v >= 20_000 && v < 80_000)) {
      return plainClock([k], "excel-day");
    }
  }
  return undefined;
}
