import { decimalByte, numberCell } from "../number-cell.ts";
import { isoTime } from "./iso-time.ts";
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

const dayMs = 86_400_000;
const excelEpochDays = 25_569; // 1970-01-01 counted from 1899-12-30, as Excel's 1900 date system does after February 1900

const epochs: Readonly<Record<string, (value: number) => number>> = {
  "epoch-s": (v) => v * 1000,
  "epoch-ms": (v) => v,
  "epoch-us": (v) => v / 1000,
  "epoch-ns": (v) => v / 1e6,
  "excel-day": (v) => Math.round((v - excelEpochDays) * dayMs),
};

const elapsedUnits: Readonly<Record<string, number>> = {
  "elapsed-ms": 1,
  "elapsed-s": 1000,
  "elapsed-min": 60_000,
  "elapsed-h": 3_600_000,
  "elapsed-d": dayMs,
};

export const isElapsed = (format: string): boolean => format in elapsedUnits;
export const isEpoch = (format: string): boolean => format in epochs;

/** The reader for a format of a clock plan; `start` is where elapsed times begin, ms on the log's clock. */
export function timeReader(format: string, decimal: "." | ",", start: number): TimeReader {
  if (format === "iso") return isoTime();
  const sign = decimalByte(decimal);
  const epoch = epochs[format];
  // Counters since 1970 are UTC by definition; a spreadsheet's days are wall clock.
  if (epoch) return numeric(sign, epoch, format !== "excel-day");
  const unit = elapsedUnits[format];
  if (unit !== undefined) return numeric(sign, (v) => start + v * unit, false);
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
