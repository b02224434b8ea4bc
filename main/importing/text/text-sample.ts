import type { Encoding } from "#shared/domain/importing.ts";
import { CR, LF } from "../byte-codes.ts";
import type { ByteSource } from "../reader.ts";
import { guessEncoding } from "./guess-encoding.ts";
import { isMac } from "./line-blocks.ts";

/** Lines from the beginning of a file, and from places further on, for guessing. */
export interface TextSample {
  readonly encoding: Encoding;
  /** From line 1 on. */
  readonly head: readonly string[];
  /** Whole lines from four places behind the head and from the end; their numbers are not known. */
  readonly later: readonly string[];
  /** Mean bytes of a line in the later part, or in the head where there is none. */
  readonly bytesPerLine: number;
  /** Whether the head is the whole file. */
  readonly whole: boolean;
}

const headBytes = 256 << 10;
const longestHead = 4 << 20; // of a file whose lines are so long that a first piece holds too few of them
const leastLines = 20;
const longestPiece = 64 << 10; // characters of the only line there is: what has no line end in its head is no table
const pieceBytes = 32 << 10;
const pieces = 5;

export async function textSample(source: ByteSource, forced?: Encoding): Promise<TextSample> {
  let head = await bytesAt(source, 0, headBytes);
  while (head.length < Math.min(source.size, longestHead) && fewLines(head)) head = await bytesAt(source, 0, 4 * head.length);
  const encoding = forced ?? guessEncoding(head);
  const whole = source.size <= head.length;
  const mac = isMac(head);
  const decode = (bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes, { stream: !whole });
  const lines = linesOf(decode(head), mac);
  if (!whole && lines.length > 1) lines.pop();
  else if (!whole) lines[0] = (lines[0] ?? "").slice(0, longestPiece);
  const later: string[] = [];
  let laterBytes = 0;
  const wide = encoding.startsWith("utf-16") ? 2 : 1;
  for (let k = 1; k <= pieces && !whole; k++) {
    const at = Math.max(head.length, Math.floor(((source.size - pieceBytes) * k) / pieces / 2) * 2);
    const bytes = await bytesAt(source, at, pieceBytes);
    const part = linesOf(decode(bytes), mac).slice(1, -1);
    later.push(...part);
    laterBytes += part.reduce((sum, line) => sum + (line.length + 1) * wide, 0);
  }
  const bytesPerLine = later.length > 0 ? laterBytes / later.length : head.length / Math.max(1, lines.length);
  return { encoding, head: lines, later, bytesPerLine, whole };
}

function fewLines(bytes: Uint8Array): boolean {
  let lines = 0;
  for (const byte of bytes) if (byte === LF || byte === CR) lines++;
  return lines < leastLines;
}

async function bytesAt(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  const into = new Uint8Array(Math.max(0, Math.min(length, source.size - offset)));
  return into.subarray(0, await source.read(offset, into));
}

function linesOf(text: string, mac: boolean): string[] {
  const lines = text.split(mac ? "\r" : "\n").map((line) => line.replace(/\r+$/, "").replace(/^\ufeff/, ""));
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
