import { derivePatterns } from "./derive-patterns.ts";
import { timeReader } from "./time-reader.ts";

export interface GuessedFormat {
  readonly format: string;
  /** Share of the texts it reads. */
  readonly share: number;
  /** False for a time of day. */
  readonly hasDate: boolean;
  /** Whether day and month could be the other way round for all that the texts say. */
  readonly dayOrMonth: boolean;
}

const needed = 0.8; // of the texts; the rest are notes, totals and damage
const encoder = new TextEncoder();

/**
 * The format most texts are written by. Day and month are told apart by all texts together: a first number above 12, then the order
 * of the rows, then the shorter time spanned.
 */
export function guessFormat(texts: readonly string[]): GuessedFormat | undefined {
  const encoded = texts.map((t) => encoder.encode(t));
  const formats = new Set(["iso"]);
  for (const text of sampleOfShapes(texts)) for (const pattern of derivePatterns(text)) formats.add(pattern);
  const tried = [...formats].map((format) => ({ format, ...tryFormat(format, encoded) })).filter((t) => t.share >= needed);
  if (tried.length === 0) return undefined;
  tried.sort(
    (a, b) =>
      Number(b.hasDate) - Number(a.hasDate) ||
      b.share - a.share ||
      Number(isUnheardOf(a.format)) - Number(isUnheardOf(b.format)) ||
      a.backwards - b.backwards ||
      compareSpan(a.span, b.span) ||
      rank(a.format) - rank(b.format),
  );
  const best = tried[0]!;
  const rival = tried[1];
  const dayOrMonth =
    rival !== undefined &&
    best.format !== "iso" &&
    !isUnheardOf(rival.format) &&
    rival.share === best.share &&
    rival.backwards === best.backwards &&
    compareSpan(best.span, rival.span) === 0 &&
    rival.hasDate === best.hasDate &&
    best.first !== rival.first;
  return { format: best.format, share: best.share, hasDate: best.hasDate, dayOrMonth };
}

/** One text of every length and make: patterns are derived from few texts, and tried on all. */
function sampleOfShapes(texts: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const text of texts) {
    const shape = text.replace(/\d+/g, (d) => (d.length > 2 ? `9${d.length}` : "9"));
    if (!found.has(shape)) found.set(shape, text);
    if (found.size >= 12) break;
  }
  return [...found.values()];
}

function tryFormat(format: string, texts: readonly Uint8Array[]) {
  const reader = timeReader(format, ".", 0);
  let read = 0;
  let backwards = 0;
  let last = Number.NaN;
  let first = Number.NaN;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const text of texts) {
    const ms = reader.read(text, 0, text.length);
    if (Number.isNaN(ms)) continue;
    read++;
    if (read === 1) first = ms;
    if (ms < last) backwards++;
    last = ms;
    if (ms < low) low = ms;
    if (ms > high) high = ms;
  }
  return { share: texts.length === 0 ? 0 : read / texts.length, backwards, span: high - low, hasDate: reader.hasDate, first };
}

/** A year in front is followed by the month (ISO 8601), and points stand behind the day (DIN 5008); the other order only where nothing else reads the texts. */
const isUnheardOf = (format: string): boolean => /^YYYY\WD|^(?:ddd\W*)?M\.\s?D/.test(format);

/** Spans within a factor of two say nothing. */
const compareSpan = (a: number, b: number): number => (a > 2 * b ? 1 : b > 2 * a ? -1 : 0);

/** Among equals: ISO, month first with AM and PM (a habit of the United States), else day first, years in front of either. */
function rank(format: string): number {
  if (format === "iso") return 0;
  const monthFirst = /^(?:ddd\W*)?M\W/.test(format);
  if (/a$/.test(format)) return monthFirst ? 1 : 2;
  if (/^YYYY.M/.test(format)) return 1;
  return monthFirst ? 4 : /^YY/.test(format) ? 5 : 2;
}
