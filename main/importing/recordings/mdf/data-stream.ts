import { promisify } from "node:util";
import { inflate } from "node:zlib";
import type { ByteSource } from "../../reader.ts";
import { type Bytes, readUpTo } from "../byte-window.ts";
import type { MdfBlock, MdfBlocks } from "./mdf-blocks.ts";

const unfold = promisify(inflate);

const headBytes = 24;
const zipHeadBytes = 24;
/** Blocks of a file at most; a list beyond is damage. */
const mostBlocks = 4_000_000;
/** The norm asks for packed blocks of 4 MiB at most; writers exceed it. */
const mostPacked = 256 << 20;
/** Deflate cannot shrink by more (zlib technical details). */
const mostInflation = 1032;
const keptBlocks = 3;

/** Bytes of the stream, and where they lie. */
interface Stretch {
  /** Within the stream. */
  readonly from: number;
  readonly length: number;
  /** In the file. */
  readonly at: number;
  /** What lies here cannot be had. */
  lost: boolean;
  readonly packed:
    | { readonly bytes: number /** Columns of the transposed table, 0 where it is not transposed. */; readonly columns: number }
    | undefined;
}

/** The records of a data group as one run of bytes, whatever blocks they are spread over. */
export interface DataStream extends Bytes {
  readonly length: number;
  /** The blocks do not hold what their heads promise, or are packed in a way that is not read. */
  readonly whole: boolean;
  /** Runs of bytes within [offset, offset + length) that could not be had when they were read; they were read as zeros. */
  lost(offset: number, length: number): { readonly from: number; readonly to: number }[];
}

/** Finds the data blocks that begin at an address (DT, DV, DZ, lists of them) without reading what they hold. */
export async function dataStream(blocks: MdfBlocks, address: number, open: boolean): Promise<DataStream> {
  const { source } = blocks;
  const stretches: Stretch[] = [];
  let length = 0;
  let whole = true;
  const seen = new Set<number>();

  const add = (block: MdfBlock): void => {
    if (block.id === "DZ") {
      const { data } = block;
      if (data.byteLength < zipHeadBytes) {
        whole = false;
        return;
      }
      const zip = data.getUint8(2);
      const unfolded = Number(data.getBigUint64(8, true));
      const bytes = Number(data.getBigUint64(16, true));
      const at = block.at + headBytes + zipHeadBytes;
      if (zip > 1 || bytes > source.size - at || unfolded > mostPacked || unfolded > bytes * mostInflation + 1024) {
        whole = false;
        // What stands behind keeps its place.
        if (unfolded > mostPacked) return;
        stretches.push({ from: length, length: unfolded, at: block.at, lost: true, packed: undefined });
        length += unfolded;
        return;
      }
      stretches.push({
        from: length,
        length: unfolded,
        at,
        lost: false,
        packed: { bytes, columns: zip === 1 ? data.getUint32(4, true) : 0 },
      });
      length += unfolded;
      return;
    }
    const at = block.at + headBytes;
    // The writer of a file that was not closed had no time to say how long its last block is.
    const promised = open && block.length <= headBytes ? source.size - at : block.length - headBytes;
    const there = Math.min(promised, source.size - at);
    if (there < promised) whole = false;
    stretches.push({ from: length, length: there, at, lost: false, packed: undefined });
    length += there;
  };

  let next = address;
  while (next !== 0) {
    const block = seen.has(next) ? undefined : await blocks.at(next, "DT", "DV", "SD", "DZ", "DL", "LD", "HL");
    if (!block) {
      whole = false;
      break;
    }
    seen.add(next);
    if (block.id === "HL") {
      next = block.links[0] ?? 0;
    } else if (block.id === "DL" || block.id === "LD") {
      const count = countOf(block, 4);
      for (const link of block.links.slice(1, 1 + count)) {
        if (link === 0) continue;
        const part = seen.has(link) ? undefined : await blocks.at(link, "DT", "DV", "SD", "DZ");
        if (!part || stretches.length >= mostBlocks) whole = false;
        else {
          seen.add(link);
          add(part);
        }
      }
      next = block.links[0] ?? 0;
    } else {
      add(block);
      next = 0;
    }
  }
  return new StretchedBytes(source, stretches, length, whole);
}

const countOf = (block: MdfBlock, at: number): number => (block.data.byteLength >= at + 4 ? block.data.getUint32(at, true) : 0);

class StretchedBytes implements DataStream {
  readonly length: number;
  readonly whole: boolean;
  readonly #source: ByteSource;
  readonly #stretches: readonly Stretch[];
  readonly #unfolded = new Map<Stretch, Promise<Uint8Array>>();

  constructor(source: ByteSource, stretches: readonly Stretch[], length: number, whole: boolean) {
    this.#source = source;
    this.#stretches = stretches;
    this.length = length;
    this.whole = whole;
  }

  async read(offset: number, into: Uint8Array): Promise<number> {
    const end = Math.min(this.length, offset + into.length);
    if (end <= offset) return 0;
    for (const stretch of this.#within(offset, end)) {
      const from = Math.max(offset, stretch.from);
      const to = Math.min(end, stretch.from + stretch.length);
      const target = into.subarray(from - offset, to - offset);
      if (stretch.packed) target.set((await this.#unpack(stretch)).subarray(from - stretch.from, to - stretch.from));
      else if (stretch.lost) target.fill(0);
      else await this.#source.read(stretch.at + from - stretch.from, target);
    }
    return end - offset;
  }

  lost(offset: number, length: number): { from: number; to: number }[] {
    return [...this.#within(offset, offset + length)]
      .filter((stretch) => stretch.lost)
      .map((stretch) => ({ from: stretch.from, to: stretch.from + stretch.length }));
  }

  *#within(offset: number, end: number): Generator<Stretch> {
    let low = 0;
    let high = this.#stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { from, length } = this.#stretches[middle]!;
      if (from + length <= offset) low = middle + 1;
      else high = middle;
    }
    for (let k = low; k < this.#stretches.length && this.#stretches[k]!.from < end; k++) yield this.#stretches[k]!;
  }

  #unpack(stretch: Stretch): Promise<Uint8Array> {
    let unfolded = this.#unfolded.get(stretch);
    if (!unfolded) {
      unfolded = unpacked(this.#source, stretch);
      this.#unfolded.set(stretch, unfolded);
      for (const old of this.#unfolded.keys()) {
        if (this.#unfolded.size <= keptBlocks) break;
        this.#unfolded.delete(old);
      }
    }
    return unfolded;
  }
}

async function unpacked(source: ByteSource, stretch: Stretch): Promise<Uint8Array> {
  const { at, length, packed } = stretch;
  const { bytes, columns } = packed!;
  const found = await readUpTo(source, at, bytes);
  const flat = await unfold(found, { maxOutputLength: Math.max(1, length) }).catch(() => undefined);
  if (!flat || flat.length < length) {
    stretch.lost = true;
    return new Uint8Array(length);
  }
  return columns > 1 ? upright(flat.subarray(0, length), columns) : flat;
}

/** Undoes the transposition: columns of records were written one after the other; bytes beyond the last whole record stand at the end. */
function upright(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / columns);
  if (rows === 0) return bytes;
  const into = new Uint8Array(bytes.length);
  for (let column = 0; column < columns; column++) {
    const from = column * rows;
    for (let row = 0, to = column; row < rows; row++, to += columns) into[to] = bytes[from + row]!;
  }
  into.set(bytes.subarray(rows * columns), rows * columns);
  return into;
}
