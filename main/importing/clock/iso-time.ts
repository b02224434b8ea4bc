import { BLANK, COLON, COMMA, MINUS, POINT, SLASH } from "../byte-codes.ts";
import { civilDay } from "./civil.ts";
import { offsetAt } from "./time-pattern.ts";
import type { TimeReader } from "./time-reader.ts";

/**
 * ISO 8601 as logs write it: `2024-03-31T02:30:00.125+01:00`, with a blank for the T, without seconds, without a time of day, with a
 * decimal comma, with or without an offset. Of an interval `start/end` the start is taken.
 */
export function isoTime(): TimeReader {
  return new IsoTime();
}

class IsoTime implements TimeReader {
  readonly hasDate = true;
  absolute = false;
  // Rows of one day follow each other: its midnight is computed once.
  #day = Number.NaN;
  #midnight = Number.NaN;

  read(bytes: Uint8Array, from: number, to: number): number {
    this.absolute = false;
    let p = from;
    if (to - p < 8 || bytes[p + 4] !== MINUS) return Number.NaN;
    const year = two(bytes, p) * 100 + two(bytes, p + 2);
    p += 5;
    let month = digit(bytes, p++);
    if (bytes[p] !== MINUS) month = month * 10 + digit(bytes, p++);
    if (bytes[p] !== MINUS) return Number.NaN;
    p++;
    let day = digit(bytes, p++);
    if (p < to && isDigit(bytes[p]!)) day = day * 10 + digit(bytes, p++);
    const date = (year * 16 + month) * 32 + day;
    if (date !== this.#day) {
      this.#midnight = civilDay(year, month, day);
      this.#day = date;
    }
    let ms = this.#midnight;
    if (p >= to) return ms;
    if (bytes[p] === SLASH) return ms;
    if (bytes[p] !== BLANK && bytes[p] !== 84 && bytes[p] !== 116) return Number.NaN;
    while (p < to && (bytes[p] === BLANK || bytes[p] === 84 || bytes[p] === 116)) p++;
    if (p >= to) return ms;
    let hour = digit(bytes, p++);
    if (bytes[p] !== COLON) hour = hour * 10 + digit(bytes, p++);
    if (p >= to || bytes[p] !== COLON || hour > 24) return Number.NaN;
    const minute = two(bytes, p + 1);
    p += 3;
    if (p > to || !(minute <= 59)) return Number.NaN;
    ms += hour * 3_600_000 + minute * 60_000;
    if (p < to && bytes[p] === COLON) {
      const second = two(bytes, p + 1);
      p += 3;
      if (p > to || !(second <= 60)) return Number.NaN;
      ms += second * 1000;
      if (p < to && (bytes[p] === POINT || bytes[p] === COMMA)) {
        let part = 0;
        let digits = 0;
        for (p++; p < to && isDigit(bytes[p]!); p++) {
          // Finer than a nanosecond is passed over.
          if (digits < 9) {
            part = part * 10 + (bytes[p]! - 48);
            digits++;
          }
        }
        ms += (part * 1000) / 10 ** digits;
      }
    }
    if (p >= to || bytes[p] === SLASH) return ms;
    const offset = offsetAt(bytes, p, to);
    if (!offset) return Number.NaN;
    p = offset.end;
    if (p < to && bytes[p] !== SLASH) return Number.NaN;
    this.absolute = true;
    return ms - offset.ms;
  }
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** NaN where there is no digit, so that every sum it enters is NaN. */
function digit(bytes: Uint8Array, at: number): number {
  const d = bytes[at]! - 48;
  return d >= 0 && d <= 9 ? d : Number.NaN;
}

const two = (bytes: Uint8Array, at: number): number => digit(bytes, at) * 10 + digit(bytes, at + 1);
