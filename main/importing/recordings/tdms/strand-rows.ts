import { type Bytes, readUpTo } from "../byte-window.ts";
import { storedNumbers } from "../stored-numbers.ts";
import type { Piece, Strand } from "./read-segments.ts";
import { tdmsTime } from "./tdms-types.ts";

/** Chunks with fewer bytes of a channel than this are read together with their neighbours'. */
const smallChunk = 64 << 10;
const stretchBytes = 8 << 20;

/** Remembers the last stretch of bytes, because the next channel of an interleaved row wants the same. */
export class Stretches {
  readonly #bytes: Bytes;
  #at = -1;
  #length = 0;
  #last = new Uint8Array(0) as Uint8Array;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  async read(at: number, length: number): Promise<Uint8Array> {
    if (at !== this.#at || length !== this.#length) {
      this.#last = await readUpTo(this.#bytes, at, length);
      this.#at = at;
      this.#length = length;
    }
    return this.#last;
  }
}

/**
 * Values [from, from + count) of a strand as numbers (times as ms since 1970 UTC); NaN where there are none.
 * @param part which number of a pair: 0 the real, 1 the imaginary one.
 */
export async function strandRows(
  stretches: Stretches,
  strand: Strand,
  { from, count, part }: { from: number; count: number; part: 0 | 1 },
): Promise<Float64Array> {
  const into = new Float64Array(count).fill(NaN);
  const { pieces } = strand;
  for (let k = pieceOf(pieces, from); k < pieces.length && pieces[k]!.firstRow < from + count; k++) {
    const piece = pieces[k]!;
    const first = Math.max(from, piece.firstRow) - piece.firstRow;
    const last = Math.min(from + count, piece.firstRow + piece.chunks * piece.perChunk) - piece.firstRow;
    await pieceRows(stretches, { strand, piece, part, first, last, into, at: piece.firstRow + first - from });
  }
  if (strand.bit !== undefined) for (let k = 0; k < count; k++) into[k] = Number.isNaN(into[k]!) ? NaN : (into[k]! >> strand.bit) & 1;
  return into;
}

/** The piece that holds a row, or the first behind it. */
function pieceOf(pieces: readonly Piece[], row: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { firstRow, chunks, perChunk } = pieces[middle]!;
    if (firstRow + chunks * perChunk <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface PieceRows {
  readonly strand: Strand;
  readonly piece: Piece;
  readonly part: 0 | 1;
  /** Rows of the piece [first, last). */
  readonly first: number;
  readonly last: number;
  readonly into: Float64Array;
  readonly at: number;
}

async function pieceRows(stretches: Stretches, { strand, piece, part, first, last, into, at }: PieceRows): Promise<void> {
  const { perChunk, stride, chunkStride, base, rowsAt, inRow, littleEndian } = piece;
  const together = perChunk * stride < smallChunk && chunkStride <= stretchBytes ? Math.max(1, Math.floor(stretchBytes / chunkStride)) : 1;
  const rowsAtOnce = Math.max(1, Math.floor(stretchBytes / Math.max(1, stride)));
  let row = first;
  while (row < last) {
    const chunk = Math.floor(row / perChunk);
    if (together > 1) {
      // Small chunks: a stretch that begins and ends with whole ones, the same for every channel.
      const until = Math.min(Math.floor((last - 1) / perChunk) + 1, chunk + together);
      const bytes = await stretches.read(base + chunk * chunkStride, (until - chunk) * chunkStride);
      for (let c = chunk; c < until; c++) {
        const begin = Math.max(row, c * perChunk);
        const end = Math.min(last, (c + 1) * perChunk);
        values(bytes, {
          at: (c - chunk) * chunkStride + rowsAt + (begin - c * perChunk) * stride + inRow,
          count: end - begin,
          into: at + begin - first,
        });
      }
      row = Math.min(last, until * perChunk);
    } else {
      const inChunk = row - chunk * perChunk;
      const count = Math.min(last - row, perChunk - inChunk, rowsAtOnce);
      const bytes = await stretches.read(base + chunk * chunkStride + rowsAt + inChunk * stride, count * stride);
      values(bytes, { at: inRow, count, into: at + row - first });
      row += count;
    }
  }

  function values(bytes: Uint8Array, { at: place, count, into: to }: { at: number; count: number; into: number }): void {
    const { type } = strand;
    const there = Math.min(count, Math.floor((bytes.length - place - type.bytes) / stride) + 1);
    if (there <= 0) return;
    if (type.kind === "number") storedNumbers(bytes, { type: type.stored, littleEndian, at: place, stride, count: there }, into, to);
    else if (type.kind === "complex") {
      storedNumbers(bytes, { type: type.stored, littleEndian, at: place + (part * type.bytes) / 2, stride, count: there }, into, to);
    } else if (type.kind === "time") {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let k = 0; k < there; k++) {
        const one = place + k * stride;
        const fraction = Number(view.getBigUint64(one + (littleEndian ? 0 : 8), littleEndian));
        const seconds = Number(view.getBigInt64(one + (littleEndian ? 8 : 0), littleEndian));
        into[to + k] = tdmsTime(seconds, fraction);
      }
    }
  }
}
