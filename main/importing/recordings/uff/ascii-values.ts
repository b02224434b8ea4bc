import { LF, MINUS, PLUS } from "../../byte-codes.ts";
import { decimalByte, numberCell } from "../../number-cell.ts";
import type { ByteSource } from "../../reader.ts";
import { eachLine } from "../each-line.ts";
import { numbers } from "./uff-header.ts";
import type { UffValues } from "./uff-values.ts";

/** Where every thousandth line of values lies and which number it begins with: any part of a long set is found without reading what is before. */
export class ValueMarks {
  count = 0;
  readonly #places: number[] = [];
  readonly #numbers: number[] = [];
  #lines = 0;

  /** Takes the next line of values. */
  take(bytes: Uint8Array, from: number, to: number, at: number): void {
    if (this.#lines++ % 1024 === 0) {
      this.#places.push(at);
      this.#numbers.push(this.count);
    }
    this.count += numbersIn(bytes, from, to);
  }

  /** The last mark at or before a number. */
  before(number: number): { readonly at: number; readonly number: number } {
    let low = 0;
    let high = this.#numbers.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#numbers[middle]! <= number) low = middle;
      else high = middle;
    }
    return { at: this.#places[low] ?? 0, number: this.#numbers[low] ?? 0 };
  }
}

export function asciiValues(source: ByteSource, marks: ValueMarks): UffValues {
  return {
    count: marks.count,
    async read(from, into) {
      into.fill(Number.NaN);
      const mark = marks.before(from);
      let next = mark.number;
      const end = from + into.length;
      await eachLine(source, mark.at, (bytes, begin, to) => {
        for (let p = begin; p < to && next < end; ) {
          while (p < to && bytes[p]! <= 32) p++;
          if (p === to) break;
          const stop = endOfNumber(bytes, p, to);
          if (next >= from) into[next - from] = numberAt(bytes, p, stop);
          next++;
          p = stop;
        }
        return next < end;
      });
    },
  };
}

const point = decimalByte(".");

function numberAt(bytes: Uint8Array, from: number, to: number): number {
  const value = numberCell(bytes, from, to, point);
  return Number.isNaN(value) ? (numbers(String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 40))))[0] ?? value) : value;
}

function numbersIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let p = from; p < to; ) {
    while (p < to && bytes[p]! <= 32) p++;
    if (p === to) break;
    count++;
    p = endOfNumber(bytes, p, to);
  }
  return count;
}

/** Where the number that begins at `from` ends: at a blank, or at a sign that is no exponent's. */
function endOfNumber(bytes: Uint8Array, from: number, to: number): number {
  for (let p = from + 1; p < to; p++) {
    const byte = bytes[p]!;
    if (byte <= 32) return p;
    if ((byte === MINUS || byte === PLUS) && !isExponent(bytes, p, to)) return p;
  }
  return to;
}

function isExponent(bytes: Uint8Array, sign: number, to: number): boolean {
  const before = bytes[sign - 1]! | 32;
  if (before === 101 || before === 100) return true; // e, d
  // Fortran leaves the letter out where an exponent has three digits: the next number would have a point.
  for (let p = sign + 1; p < sign + 4; p++) if (p >= to || bytes[p]! < 48 || bytes[p]! > 57) return false;
  const after = sign + 4 < to ? bytes[sign + 4]! : LF;
  return after <= 32 || after === MINUS || after === PLUS;
}
