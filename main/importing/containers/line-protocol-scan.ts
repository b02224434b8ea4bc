import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { BLANK, CR, LF, TAB } from "../byte-codes.ts";
import { NoPoint, type Point, PointParser, readSeries, Unfinished } from "./line-protocol-point.ts";

export type ScannedLine =
  | {
      readonly point: Point;
      /** The line the point begins on, counted from 1. */
      readonly line: number;
      /** The point as it stands in the file. */
      text(): string;
    }
  | { readonly point: undefined; readonly line: number; text(): string };

export interface ScanOptions {
  /** Reads no further; half a line at this end is left out. */
  readonly bytes?: number;
  /** Bytes read so far and in all. */
  tick?(done: number, total: number): void;
}

const HASH = 35;
const blockBytes = 1 << 20; // large enough that reading costs little
const longestPoint = 4 << 20; // a quote that is not closed by then is a stray one
const keptText = 64 << 10;
const knownSeries = 100_000; // series whose names were found right and need no second look

/** The points of a file in their order, and the lines between them that are none; comments and empty lines are passed over. */
export function* scanPoints(path: string, options: ScanOptions = {}): Generator<ScannedLine> {
  const file = openSync(path, "r");
  try {
    const size = fstatSync(file).size;
    yield* scanBytes({ size, read: (into, at, length, offset) => readSync(file, into, at, length, offset) }, options);
  } finally {
    closeSync(file);
  }
}

/** Where bytes come from, by position; a read gives 0 at the end. */
export interface PositionedBytes {
  readonly size: number;
  read(into: Buffer, at: number, length: number, offset: number): number;
}

/** As `scanPoints`, of bytes from anywhere. */
export function* scanBytes({ size, read }: PositionedBytes, { bytes, tick }: ScanOptions = {}): Generator<ScannedLine> {
  const limit = Math.min(bytes ?? size, size);
  let buffer = Buffer.allocUnsafe(Math.min(blockBytes, limit) + 1);
  let offset = 0;
  let used = 0;
  let at = 0;
  const more = (): boolean => {
    if (offset >= limit) return false;
    if (at > 0) buffer.copyWithin(0, at, used);
    used -= at;
    at = 0;
    if (used * 2 > buffer.length) {
      const larger = Buffer.allocUnsafe(buffer.length * 2);
      buffer.copy(larger, 0, 0, used);
      buffer = larger;
    }
    const length = read(buffer, used, Math.min(buffer.length - used, limit - offset), offset);
    if (length === 0) offset = limit;
    used += length;
    offset += length;
    tick?.(offset, limit);
    return true;
  };
  more();
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) at = 3;
  const parser = new PointParser();
  const known = new Set<string>();
  for (let line = 1; ; ) {
    const begin = at;
    const length = used;
    const start = skipEmpty(buffer, at, used);
    const whole = offset >= limit;
    if (start >= used || start < 0) {
      // A comment without an end is not gathered.
      if (used - at > longestPoint) {
        line += lines(buffer, at, used);
        at = used;
      }
      if (more()) continue;
      return;
    }
    const from = start;
    line += lines(buffer, begin, from);
    at = from;
    let end = -1;
    let point: Point | undefined;
    try {
      point = parser.parse(buffer, from, length, whole && limit === size);
      end = parser.end;
      if (!known.has(point.series)) {
        readSeries(point.series);
        if (known.size >= knownSeries) known.clear();
        known.add(point.series);
      }
    } catch (error) {
      point = undefined;
      if (error instanceof Unfinished && used - from < longestPoint) {
        if (more()) continue;
        return; // half a line where reading was to end
      }
      if (!(error instanceof NoPoint) && !(error instanceof Unfinished)) throw error;
      const lf = buffer.indexOf(LF, from);
      if (lf < 0 || lf >= used) {
        if (used - from < longestPoint && more()) continue;
        if (limit < size) return;
        end = used;
      } else end = lf + 1;
    }
    const within = buffer;
    const text = () => lineText(within, from, end);
    yield point ? { point, line, text } : { point: undefined, line, text };
    line += lines(buffer, from, end);
    at = end;
  }
}

/** Where the next point begins, `to` where there is none, −1 where a comment or a CR may go on behind `to`. */
function skipEmpty(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const byte = bytes[at]!;
    if (byte === BLANK || byte === LF) at++;
    else if (byte === CR && at + 1 < to && bytes[at + 1] === LF) at += 2;
    else if (byte === CR && at + 1 >= to) return -1;
    else if (byte === HASH) {
      const lf = bytes.indexOf(LF, at);
      if (lf < 0 || lf >= to) return -1;
      if (hasControl(bytes, at, lf)) return at;
      at = lf + 1;
    } else return at;
  }
  return at;
}

/** A tab is common in notes; other control characters say that this is no note. */
function hasControl(bytes: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if ((byte < BLANK && byte !== TAB && byte !== CR) || byte === 127) return true;
  }
  return false;
}

function lines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
}

function lineText(bytes: Buffer, from: number, to: number): string {
  let end = to;
  while (end > from && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end--;
  return bytes.toString("utf8", from, Math.min(end, from + keptText));
}
