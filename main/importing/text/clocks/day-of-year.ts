import type { GuessedClock, SampledTable } from "./sampled-table.ts";

/** Day of the year and time of day as one number in two columns without names, below a line that begins with the station and the year. */
export function dayOfYearColumns({ columns, rows, preamble }: SampledTable): GuessedClock | undefined {
  if (columns.some((c) => c.header !== "") || rows.length < 2) return undefined;
  const year = /^\s*\d{4,6}[\t ,;]+((?:19|20)\d\d)[\t ,;]/.exec(preamble.at(-1) ?? "")?.[1];
  if (year === undefined) return undefined;
  let last = -1;
  for (const row of rows) {
    if (!/^\d{1,3}$/.test(row[0] ?? "") || !/^\d{1,4}$/.test(row[1] ?? "")) return undefined;
    const place = Number(row[0]) * 10_000 + Number(row[1]);
    if (place < last || Number(row[0]) > 366 || Number(row[1]) > 2400) return undefined;
    last = place;
  }
  return {
    clock: { source: "columns", columns: [0, 1], format: "DDDD Hmm", start: Date.UTC(Number(year), 0, 1) },
    findings: [],
    otherClocks: [],
  };
}
