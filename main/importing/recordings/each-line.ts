import { CR, LF } from "../byte-codes.ts";
import type { ByteSource } from "../reader.ts";

const slabBytes = 1 << 20;
const longestLine = 1 << 20; // bytes; what is longer is no line of a recording

/** One line without its end, and where it begins in the file; `ended` is false for a last line without a line end. False: it was enough. */
export type TakeLine = (bytes: Uint8Array, from: number, to: number, at: number, ended: boolean) => boolean;

/** Gives every line from `offset` on until `take` has enough or a line is too long to be one. Resolves to where it stopped: behind the last line taken. */
export async function eachLine(source: ByteSource, offset: number, take: TakeLine): Promise<number> {
  const slab = new Uint8Array(Math.max(0, Math.min(slabBytes + longestLine, source.size - offset)));
  let held = 0;
  for (let at = offset; at < source.size; ) {
    const read = await source.read(at, slab.subarray(held, Math.min(slab.length, held + slabBytes)));
    if (read === 0) return at - held;
    const bytes = slab.subarray(0, held + read);
    at += read;
    const first = at - bytes.length;
    let from = 0;
    for (let lf = bytes.indexOf(LF); lf >= 0; lf = bytes.indexOf(LF, from)) {
      const to = lf > from && bytes[lf - 1] === CR ? lf - 1 : lf;
      const more = take(bytes, from, to, first + from, true);
      from = lf + 1;
      if (!more) return first + from;
    }
    held = bytes.length - from;
    if (at >= source.size) {
      if (held > 0) take(bytes, from, bytes.length, first + from, false);
      return at;
    }
    if (held > longestLine) return first + from;
    slab.copyWithin(0, from, bytes.length);
  }
  return offset;
}
