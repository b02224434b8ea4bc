import type { Encoding } from "#shared/domain/importing.ts";
import { CR, LF } from "../byte-codes.ts";
import type { ByteSource } from "../reader.ts";

/** Some whole lines of a file as a file of its own. */
export interface TextWindow {
  readonly source: ByteSource;
  readonly lines: number;
  /** The window is the whole file. */
  readonly whole: boolean;
}

const mostBytes = 12 << 20; // 5,000 lines of 2,400 bytes; longer lines make fewer rows
const step = 1 << 20;

/** The first lines of a file, at most `lines`. */
export async function firstLines(source: ByteSource, encoding: Encoding, lines: number): Promise<TextWindow> {
  const ends = await endOfLine(source, encoding);
  const most = Math.min(source.size, mostBytes);
  let found = 0;
  let end = 0;
  for (let at = 0; at < most && found < lines; ) {
    const bytes = await bytesAt(source, at, Math.min(step, most - at));
    for (let i = ends.next(bytes, 0); i >= 0 && found < lines; i = ends.next(bytes, i)) {
      found++;
      end = at + i;
    }
    if (bytes.length === 0) break;
    at += bytes.length;
  }
  const reached = found < lines && most === source.size;
  if (reached) return { source, lines: found, whole: true };
  const size = end === 0 ? most : end;
  const clipped: ByteSource = {
    name: source.name,
    size,
    read: (offset, into) => source.read(offset, into.subarray(0, Math.max(0, Math.min(into.length, size - offset)))),
  };
  return { source: clipped, lines: found, whole: size === source.size };
}

/** The last lines of a file, at most `lines`: without those above the data, where the file is larger than what is read. */
export async function lastLines(source: ByteSource, encoding: Encoding, lines: number, bytesPerLine: number): Promise<TextWindow> {
  const ends = await endOfLine(source, encoding);
  const length = Math.min(source.size, mostBytes, Math.ceil((bytesPerLine * lines * 1.3 + 4096) / 2) * 2);
  // Two bytes make a sign in UTF-16: a window begins at an even place.
  const from = Math.ceil((source.size - length) / 2) * 2;
  const bytes = await bytesAt(source, from, source.size - from);
  const starts: number[] = from === 0 ? [0] : [];
  for (let i = ends.next(bytes, 0); i >= 0; i = ends.next(bytes, i)) if (i < bytes.length) starts.push(i);
  const begin = starts.at(-lines) ?? starts[0] ?? bytes.length;
  const body = bytes.subarray(begin);
  const window: ByteSource = {
    name: source.name,
    size: body.length,
    read: async (offset, into) => {
      const part = body.subarray(offset, offset + into.length);
      into.set(part);
      return part.length;
    },
  };
  return { source: window, lines: Math.min(lines, starts.length), whole: from === 0 && begin === 0 };
}

interface EndOfLine {
  /** The place behind the next end of line at or behind `from`; -1 where there is none. */
  next(bytes: Uint8Array, from: number): number;
}

async function endOfLine(source: ByteSource, encoding: Encoding): Promise<EndOfLine> {
  const head = await bytesAt(source, 0, 64 << 10);
  const wide = encoding === "utf-16le" ? 0 : encoding === "utf-16be" ? 1 : undefined;
  const sign = head.includes(LF) || !head.includes(CR) ? LF : CR;
  if (wide === undefined) {
    return {
      next(bytes, from) {
        const at = bytes.indexOf(sign, from);
        return at < 0 ? -1 : at + 1;
      },
    };
  }
  return {
    next(bytes, from) {
      for (let i = from - (from % 2); i + 1 < bytes.length; i += 2) if (bytes[i + wide] === sign && bytes[i + 1 - wide] === 0) return i + 2;
      return -1;
    },
  };
}

async function bytesAt(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  const into = new Uint8Array(Math.max(0, length));
  return into.subarray(0, await source.read(offset, into));
}
