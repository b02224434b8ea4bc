import { StringDecoder } from "node:string_decoder";
import { Utf8File } from "./json-cursor.ts";

const longestLine = 64 << 20; // bytes; what is longer is no record, and is cut so that memory stays bounded

/** The lines of a file, without their ends. Reads at most `bytes`, whole lines only. */
export function* textLines(
  path: string,
  bytes = Number.POSITIVE_INFINITY,
  tick?: (done: number, total: number) => void,
): Generator<string> {
  const file = new Utf8File(path);
  try {
    const decoder = new StringDecoder("utf8");
    let rest: string[] = [];
    let held = 0;
    for (let block = file.next(); block.length > 0; block = file.next()) {
      tick?.(file.offset, file.size);
      const pieces = decoder.write(block).split("\n");
      const last = pieces.pop()!;
      for (const [k, piece] of pieces.entries()) {
        yield withoutCr(k === 0 && rest.length > 0 ? rest.join("") + piece : piece);
        if (k === 0) {
          rest = [];
          held = 0;
        }
      }
      rest.push(last);
      held += last.length;
      if (held > longestLine) {
        yield rest.join("");
        rest = [];
        held = 0;
      }
      if (file.offset >= bytes && file.offset < file.size) return;
    }
    const end = rest.join("") + decoder.end();
    if (end !== "") yield withoutCr(end);
  } finally {
    file.close();
  }
}

const withoutCr = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

/** RFC 7464 puts a sign before each record. */
export const withoutMark = (line: string): string => (line.charCodeAt(0) === 0x1e ? line.slice(1) : line);
