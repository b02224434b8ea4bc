import { decimalByte, numberCell } from "../number-cell.ts";
import { isoTime } from "./iso-time.ts";
import { numberTime } from "./number-time.ts";
import { timePattern } from "./time-pattern.ts";

/** Reads the time of a row from the bytes of its cell. */
export interface TimeReader {
  /** Milliseconds since 1970 on the clock the log was written by, NaN when the text is no such time. */
  read(bytes: Uint8Array, from: number, to: number): number;
  /** Whether the last text named its own offset: what was read is UTC then. */
  readonly absolute: boolean;
  /** False for a time of day: what is read is milliseconds since midnight. */
  readonly hasDate: boolean;
}

export const isElapsed = (format: string): boolean => numberTime(format)?.counts === "elapsed";
/** Whether a format's numbers say the time by themselves. */
export const isEpoch = (format: string): boolean => numberTime(format) !== undefined && !isElapsed(format);

/** The reader for a format of a clock plan; `start` is where elapsed times begin, ms on the log's clock. */
export function timeReader(format: string, decimal: "." | ",", start: number): TimeReader {
  if (format === "iso") return isoTime();
  const sign = decimalByte(decimal);
  const counted = numberTime(format);
  // Counters since 1970 are UTC by definition; a spreadsheet's days are wall clock.
  if (counted?.counts === "elapsed") return numeric(sign, (v) => start + counted.toMs(v), false);
  if (counted) return numeric(sign, counted.toMs, counted.counts === "epoch");
  return timePattern(format, new Date(start).getUTCFullYear());
}

function numeric(decimal: number, toMs: (value: number) => number, absolute: boolean): TimeReader {
  return {
    absolute,
    hasDate: true,
    read(bytes, from, to) {
      const ms = Math.round(toMs(numberCell(bytes, from, to, decimal)) * 1000) / 1000;
      return Math.abs(ms) <= 8.64e15 ? ms : Number.NaN; // the range of a JavaScript date
    },
  };
}
