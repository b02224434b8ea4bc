import type { ByteSource } from "../../reader.ts";
import { readUpTo } from "../byte-window.ts";
import { ascii, type Riff, viewOf } from "./riff-chunks.ts";

const longest = 64 << 10; // bytes of a chunk that is read for a date

/**
 * When the recording began, ms since 1970 on the recorder's clock; null where no chunk says. From bext (EBU Tech 3285: date and time, and the
 * count of samples since midnight) or from the dates of a LIST of INFO.
 */
export async function wavStart(source: ByteSource, { chunks, littleEndian }: Riff, rate: number): Promise<number | null> {
  for (const { id, at, size } of chunks) {
    if (id !== "bext" && id !== "LIST") continue;
    const bytes = await readUpTo(source, at, Math.min(size, longest, source.size - at));
    const start = id === "bext" ? broadcastStart(bytes, littleEndian, rate) : infoStart(bytes, littleEndian);
    if (start !== null) return start;
  }
  return null;
}

const dateAt = 320; // bytes: behind description, originator and its reference
const countAt = 338;

function broadcastStart(bytes: Uint8Array, littleEndian: boolean, rate: number): number | null {
  if (bytes.length < countAt + 8) return null;
  const text = ascii(bytes.subarray(dateAt, countAt));
  const date = dateOf(`${text.slice(0, 10)} ${text.slice(10)}`);
  if (date === null) return null;
  const midnight = Math.floor(date / 86_400_000) * 86_400_000;
  const counted = rate > 0 ? midnight + (Number(viewOf(bytes).getBigUint64(countAt, littleEndian)) / rate) * 1000 : Number.NaN;
  // The count is finer than the time, where it was filled in at all.
  return counted >= date && counted < date + 1000 ? counted : date;
}

function infoStart(bytes: Uint8Array, littleEndian: boolean): number | null {
  if (ascii(bytes.subarray(0, 4)) !== "INFO") return null;
  let found: number | null = null;
  for (let at = 4; at + 8 <= bytes.length; ) {
    const id = ascii(bytes.subarray(at, at + 4));
    const size = viewOf(bytes).getUint32(at + 4, littleEndian);
    const text = ascii(bytes.subarray(at + 8, at + 8 + Math.min(size, 64)));
    // The digitised moment says the time; the creation date is often the day alone.
    if (id === "IDIT") return dateOf(text) ?? found;
    if (id === "ICRD") found ??= dateOf(text);
    at += 8 + size + (size % 2);
  }
  return found;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `2024-06-01 12:00:00` with any marks between, with or without its time, or `Sat Jun 01 12:00:00 2024`; null for others. */
function dateOf(text: string): number | null {
  const number = /^\s*(\d{4})[-:/._ ](\d{1,2})[-:/._ ](\d{1,2})(?:[T ]+(\d{1,2})[-:/._ ](\d{1,2})(?:[-:/._ ](\d{1,2}))?)?/.exec(text);
  if (number) return civil(number.slice(1).map((part) => Number(part ?? 0)));
  const words = /^\s*[A-Za-z]{3} ([A-Za-z]{3}) +(\d{1,2}) (\d{1,2}):(\d{2}):(\d{2}) (\d{4})/.exec(text);
  if (!words) return null;
  const [, month, day, hour, minute, second, year] = words;
  return civil([Number(year), months.indexOf(month!.toLowerCase()) + 1, Number(day), Number(hour), Number(minute), Number(second)]);
}

function civil([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]): number | null {
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const valid = year >= 1900 && month >= 1 && month <= 12 && new Date(ms).getUTCDate() === day && hour < 24 && minute < 60 && second < 61;
  return valid ? ms : null;
}
