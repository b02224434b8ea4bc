import type { DateKind } from "./number-format.ts";

const dayMs = 86_400_000;
const lastSerial = 2_958_466; // 10000-01-01

/**
 * Text of a serial day of a workbook by its format: `2004-03-10`, `2004-03-10T18:00:00`, `18:00:00`, `36:00:00`, with milliseconds where there
 * are any. A fraction of a day is kept where the format shows the day alone, and a day where it shows the time alone. Serials that are no day are
 * written as numbers. Epoch 1900: day 1 is 1900-01-01, and day 60 is a 29 February that never was (ECMA-376 part 1, 18.17.4.1).
 */
export function serialTime(serial: number, kind: Exclude<DateKind, "number">, epoch1904: boolean): string {
  if (!(serial >= 0 && serial < lastSerial)) return String(serial);
  const ms = Math.round(serial * dayMs);
  if (kind === "elapsed") return `${two(Math.floor(ms / 3_600_000))}${clock(ms).slice(2)}`;
  const day = Math.floor(ms / dayMs);
  const ofDay = ms % dayMs;
  // In the epoch of 1900 there is no day 0: what is less than a day is a time of day.
  if (day === 0 && (kind === "time" || (!epoch1904 && ofDay > 0))) return clock(ofDay);
  if (!epoch1904 && (day === 0 || day === 60)) return String(serial);
  const date = isoDay(day, epoch1904);
  return kind === "date" && ofDay === 0 ? date : `${date}T${clock(ofDay)}`;
}

function isoDay(day: number, epoch1904: boolean): string {
  // Days from 1970: 25569 is 1970-01-01 in the epoch of 1900, 24107 in that of 1904.
  const since1970 = epoch1904 ? day - 24_107 : day - (day < 60 ? 25_568 : 25_569);
  return new Date(since1970 * dayMs).toISOString().slice(0, 10);
}

function clock(ms: number): string {
  const fraction = ms % 1000;
  const text = `${two(Math.floor(ms / 3_600_000) % 24)}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}`;
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(3, "0")}`;
}

const two = (n: number): string => String(n).padStart(2, "0");
