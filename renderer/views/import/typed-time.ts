import { formatTime } from "#shared/units/format-time.ts";

/** A time as typed, `2024-03-01`, `2024-03-01 06:00` or with seconds, in ms since 1970 on whatever clock it stands for; null where it is none. */
export function typedTime(text: string): number | null {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,3})?))?)?\s*$/.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1, 6).map((part) => Number(part ?? 0)) as [number, number, number, number, number];
  const second = Number(match[6] ?? 0);
  const at = Date.UTC(year, month - 1, day, hour, minute) + Math.round(second * 1000);
  const back = new Date(at);
  // The calendar has no 31st of February, and JavaScript would quietly make one.
  const isReal = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? at : null;
}

/** The same the other way round. */
export const timeToType = (at: number): string => formatTime(at, { precision: at % 1000 === 0 ? "second" : "millisecond" });
