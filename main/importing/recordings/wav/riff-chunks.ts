import type { ByteSource } from "../../reader.ts";
import { ByteWindow } from "../byte-window.ts";

/** A piece of a RIFF file. Offset and size of its content in bytes, as its head says: the file may end before. */
export interface RiffChunk {
  readonly id: string;
  readonly at: number;
  readonly size: number;
}

export interface Riff {
  readonly littleEndian: boolean;
  readonly chunks: readonly RiffChunk[];
}

const mostChunks = 4096; // a recording has a dozen; damaged bytes could look like millions of empty ones
const unknownSize = 0xffff_ffff; // in a 32-bit size: what is too long is said in the ds64 chunk (EBU Tech 3306), or was never filled in

/**
 * The chunks of a RIFF, RIFX (big-endian), RF64 or BW64 file in their order. A data chunk whose size was never filled in reaches to the end
 * of the file. Stops where no chunk begins.
 */
export async function riffChunks(source: ByteSource): Promise<Riff> {
  const window = new ByteWindow(source);
  const littleEndian = ascii(await window.at(0, 4)) !== "RIFX";
  const chunks: RiffChunk[] = [];
  let longData: number | undefined;
  for (let at = 12; at + 8 <= source.size && chunks.length < mostChunks; ) {
    const head = await window.at(at, 8);
    const id = ascii(head.subarray(0, 4));
    if (!isChunkId(id)) break;
    let size = viewOf(head).getUint32(4, littleEndian);
    if (id === "ds64" && size >= 16) longData = long(await window.at(at + 8, 16), 8, littleEndian);
    if (id === "data") {
      if (size === unknownSize) size = longData ?? source.size - at - 8;
      else if (size === 0 && longData) size = longData;
      else if (size === 0 && !(await chunkAt(window, source, at + 8, littleEndian))) size = source.size - at - 8;
    }
    chunks.push({ id, at: at + 8, size });
    const end = at + 8 + size;
    // Chunks begin at even places; some writers forget it.
    const next = end + (size % 2);
    at =
      next !== end && !(await chunkAt(window, source, next, littleEndian)) && (await chunkAt(window, source, end, littleEndian))
        ? end
        : next;
  }
  return { littleEndian, chunks };
}

async function chunkAt(window: ByteWindow, source: ByteSource, at: number, littleEndian: boolean): Promise<boolean> {
  if (at + 8 > source.size) return false;
  const head = await window.at(at, 8);
  return isChunkId(ascii(head.subarray(0, 4))) && viewOf(head).getUint32(4, littleEndian) <= source.size - at - 8;
}

const isChunkId = (id: string): boolean => /^[A-Za-z0-9_][\x20-\x7e]{3}$/.test(id);

function long(bytes: Uint8Array, at: number, littleEndian: boolean): number {
  return bytes.length < at + 8 ? unknownSize : Number(viewOf(bytes).getBigUint64(at, littleEndian));
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
