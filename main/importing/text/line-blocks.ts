import type { Encoding } from "#shared/domain/importing.ts";
import { CR, LF } from "../byte-codes.ts";
import type { ByteSource } from "../reader.ts";

export interface LineBlock {
  /** Whole lines from `from` to `to`; every line ends with LF, `bytes[to - 1]` included. */
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Bytes of the file read so far. */
  readonly done: number;
  /** The file ends here without an end of line: the last line may be half a line. */
  readonly cut: boolean;
}

const blockBytes = 4 << 20; // large enough that reading hides behind parsing, small enough for a cache
const longestLine = 16 << 20; // a "line" beyond it is no line; it is broken here so that memory stays bounded

/**
 * The file as blocks of whole lines, in UTF-8 or Latin-1 bytes: other encodings are decoded first. The next block is
 * fetched while one is worked on. A block's bytes are valid until the next one is asked for. Files with CR alone get LF.
 */
export async function* lineBlocks(source: ByteSource, encoding: Encoding): AsyncGenerator<LineBlock> {
  const decoder = encoding === "utf-8" || encoding === "windows-1252" ? undefined : new TextDecoder(encoding, { ignoreBOM: false });
  let macLines: boolean | undefined;
  let rest: Uint8Array = new Uint8Array(0);
  let offset = 0;
  let next = fetchBlock(source, offset);
  for (;;) {
    const raw = await next;
    offset += raw.length;
    const last = raw.length < blockBytes;
    if (!last) next = fetchBlock(source, offset);
    const bytes = decoder ? Buffer.from(decoder.decode(raw, { stream: !last })) : raw;
    macLines ??= isMac(bytes);
    const joined = new Uint8Array(rest.length + bytes.length + 1);
    joined.set(rest);
    joined.set(bytes, rest.length);
    let end = rest.length + bytes.length;
    if (macLines) for (let i = rest.length; i < end; i++) if (joined[i] === CR) joined[i] = LF;
    if (last) {
      const cut = end > 0 && joined[end - 1] !== LF;
      if (cut) joined[end++] = LF;
      if (end > 0) yield { bytes: joined, from: 0, to: end, done: offset, cut };
      return;
    }
    let to = joined.lastIndexOf(LF, end - 1) + 1;
    if (to === 0 && end >= longestLine) {
      joined[end++] = LF;
      to = end;
    }
    rest = joined.slice(to, end);
    if (to > 0) yield { bytes: joined, from: 0, to, done: offset, cut: false };
  }
}

async function fetchBlock(source: ByteSource, offset: number): Promise<Uint8Array> {
  const into = new Uint8Array(Math.max(0, Math.min(blockBytes, source.size - offset)));
  const length = await source.read(offset, into);
  return into.subarray(0, length);
}

/** Lines end with CR alone, as on the Macintosh before 2001 and in some instruments since. */
export const isMac = (bytes: Uint8Array): boolean => !bytes.includes(LF) && bytes.includes(CR);
