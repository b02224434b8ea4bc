import { COMMA, MINUS, PLUS, POINT } from "./byte-codes.ts";

/** Powers of ten that are exact as doubles, so that one division or product of an exact integer is rounded right. */
export const exactPowers = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));

/**
 * The number written in a cell, exactly as `Number()` would read it with a decimal point; NaN when it is none. Takes a
 * sign, digits, decimal sign, exponent, and thousands set apart in threes by the other of point and comma, a blank
 * (any kind), an apostrophe or an underscore. `inf` and words are no numbers.
 */
export function numberCell(bytes: Uint8Array, from: number, to: number, decimal: number): number {
  let p = from;
  let end = to;
  while (p < end && bytes[p]! <= 32) p++;
  while (end > p && bytes[end - 1]! <= 32) end--;
  if (p === end) return Number.NaN;
  const negative = bytes[p] === MINUS;
  if (negative || bytes[p] === PLUS) p++;
  const first = p;
  let mantissa = 0;
  let digits = 0;
  let scale = 0;
  for (; p < end && isDigit(bytes[p]!); p++, digits++) mantissa = mantissa * 10 + (bytes[p]! - 48);
  if (p < end && bytes[p] === decimal) {
    p++;
    for (; p < end && isDigit(bytes[p]!); p++, digits++, scale--) mantissa = mantissa * 10 + (bytes[p]! - 48);
  }
  if (digits === 0) return Number.NaN;
  if (p < end && (bytes[p] === 101 || bytes[p] === 69)) {
    let q = p + 1;
    const down = bytes[q] === MINUS;
    if (down || bytes[q] === PLUS) q++;
    let exponent = 0;
    const begin = q;
    for (; q < end && isDigit(bytes[q]!); q++) exponent = Math.min(9999, exponent * 10 + (bytes[q]! - 48));
    if (q === begin) return Number.NaN;
    scale += down ? -exponent : exponent;
    p = q;
  }
  if (p !== end) return separated(bytes, first, end, decimal, negative);
  // 15 digits are below 2^53: integer and power of ten are both exact, their quotient is the nearest double (Clinger 1990).
  if (digits <= 15 && scale >= -22 && scale <= 22) {
    const value = scale < 0 ? mantissa / exactPowers[-scale]! : mantissa * exactPowers[scale]!;
    return negative ? -value : value;
  }
  const value = Number(asText(bytes, first, end, decimal));
  return negative ? -value : value;
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

function asText(bytes: Uint8Array, from: number, to: number, decimal: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += bytes[i] === decimal ? "." : String.fromCharCode(bytes[i]!);
  return text;
}

const pointed = /^([1-9]\d{0,2})((?:([, '_])\d{3})(?:\3\d{3})*)(?:\.(\d+))?$/;
const commaed = /^([1-9]\d{0,2})((?:([. '_])\d{3})(?:\3\d{3})*)(?:,(\d+))?$/;

/** `1,234,567.8`: groups of exactly three behind the first, one kind of mark throughout. */
function separated(bytes: Uint8Array, from: number, to: number, decimal: number, negative: boolean): number {
  if (to - from > 40) return Number.NaN;
  // U+00A0 and U+202F in UTF-8, and U+00A0 in Latin-1, are blanks like any other here.
  const text = String.fromCharCode(...bytes.subarray(from, to)).replace(/\u00c2\u00a0|\u00e2\u0080\u00af|\u00a0/g, " ");
  const match = (decimal === COMMA ? commaed : pointed).exec(text);
  if (!match) return Number.NaN;
  const value = Number(`${match[1]}${match[2]!.replace(/\D/g, "")}.${match[4] ?? "0"}`);
  return negative ? -value : value;
}

export const decimalByte = (decimal: "." | ","): number => (decimal === "," ? COMMA : POINT);
