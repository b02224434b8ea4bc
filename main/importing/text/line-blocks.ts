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

const blockBytes = 1 << 20; // large enough that reading hides behind parsing, small enough for the processor's cache
const headroom = 64 << 10; // where the half line at a block's end goes before the next block
const longestLine = 16 << 20; // a "line" beyond it is no line; it is broken here so that memory stays bounded

/**
 * The file as blocks of whole lines, in UTF-8 or Latin-1 bytes: other encodings are decoded first. The next block is
 * fetched while one is worked on. A block's bytes are valid until the next one is asked for. Files with CR alone get LF.
 */
export async function* lineBlocks(source: ByteSource, encoding: Encoding): AsyncGenerator<LineBlock> {
  const decoder = encoding === "utf-8" || encoding === "windows-1252" ? undefined : new TextDecoder(encoding);
  // One buffer is worked on while the other is being filled; a byte behind them for a last LF. A small file needs one small one.
  const size = Math.min(blockBytes, source.size + 1);
  const buffers = [new Uint8Array(headroom + size + 1), new Uint8Array(source.size < blockBytes ? 0 : headroom + size + 1)] as const;
  const fetchInto = (k: number, offset: number): Promise<number> =>
    source.read(offset, buffers[k & 1]!.subarray(headroom, headroom + size));
  let macLines: boolean | undefined;
  let rest: Uint8Array = new Uint8Array(0);
  let offset = 0;
  let next = fetchInto(0, 0);
  for (let k = 0; ; k++) {
    const length = await next;
    const last = length < size;
    offset += length;
    const own = buffers[k & 1]!;
    const raw = own.subarray(headroom, headroom + length);
    const decoded = decoder ? Buffer.from(decoder.decode(raw, { stream: !last })) : undefined;
    let bytes = own;
    let from = headroom - rest.length;
    let end = headroom + length;
    if (decoded || from < 0) {
      const body = decoded ?? raw;
      bytes = new Uint8Array(rest.length + body.length + 1);
      bytes.set(body, rest.length);
      from = 0;
      end = rest.length + body.length;
    }
    bytes.set(rest, from);
    // What was left of the block before is copied now: its buffer may be filled again.
    if (!last) next = fetchInto(k + 1, offset);
    const fresh = from + rest.length;
    macLines ??= isMac(bytes.subarray(fresh, end));
    if (macLines) for (let i = fresh; i < end; i++) if (bytes[i] === CR) bytes[i] = LF;
    if (last) {
      const cut = end > from && bytes[end - 1] !== LF;
      if (cut) bytes[end++] = LF;
      if (end > from) yield { bytes, from, to: end, done: offset, cut };
      return;
    }
    let to = bytes.lastIndexOf(LF, end - 1) + 1;
    if (to <= from) {
      to = from;
      if (end - from >= longestLine) {
        bytes[end++] = LF;
        to = end;
      }
    }
    if (to > from) yield { bytes, from, to, done: offset, cut: false };
    rest = bytes.subarray(to, end);
  }
}

/** Lines end with CR alone, as on the Macintosh before 2001 and in some instruments since. */
export const isMac = (bytes: Uint8Array): boolean => !bytes.includes(LF) && bytes.includes(CR);
