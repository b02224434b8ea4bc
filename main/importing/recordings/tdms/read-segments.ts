import type { ByteSource } from "../../reader.ts";
import { ByteWindow } from "../byte-window.ts";
import { bytesOf, type StoredNumber } from "../stored-numbers.ts";
import { MetadataCursor } from "./metadata-cursor.ts";
import { readProperties, type TdmsProperties } from "./read-properties.ts";
import { daqmxTypes, type TdmsType, tdmsTypes } from "./tdms-types.ts";

/** Where values of one channel lie: `chunks` chunks, each with `perChunk` values `stride` bytes apart. */
export interface Piece {
  readonly firstRow: number;
  readonly perChunk: number;
  chunks: number;
  /** The first chunk, and from one to the next, bytes. */
  readonly base: number;
  chunkStride: number;
  /** Where in a chunk the rows begin, and where in a row the value. */
  readonly rowsAt: number;
  readonly inRow: number;
  readonly stride: number;
  readonly littleEndian: boolean;
}

/** Values of one kind of one channel: the channel's own, or one of the raw values a DAQmx channel is scaled from. */
export interface Strand {
  readonly type: TdmsType;
  /** The number by which scales ask for a DAQmx raw value; 0 for plain ones. */
  readonly scaleId: number;
  /** Which bit of the stored number the value is (a digital line); undefined where it is all of it. */
  readonly bit: number | undefined;
  readonly pieces: Piece[];
}

export interface TdmsObject {
  readonly path: string;
  readonly properties: TdmsProperties;
  /** Empty until the object has values. */
  strands: Strand[];
  /** Values the segments promise. */
  rows: number;
  /** Values that are there. */
  there: number;
  readonly daqmx: boolean;
  /** Later values are of another type than the first ones: they were passed over. */
  mixed: boolean;
}

export interface TdmsSegments {
  readonly version: number;
  readonly segments: number;
  /** In the order they first appear; the file itself is "/". */
  readonly objects: ReadonlyMap<string, TdmsObject>;
  /** Where the file stops making sense, undefined where it is whole. */
  readonly damagedAt: number | undefined;
  /** The file ends within the values of its last segment. */
  readonly cut: boolean;
  /** A segment holds values whose size nobody knows; it was passed over. */
  readonly unsized: boolean;
}

/** Bits of the table of contents. */
const toc = { metaData: 1 << 1, newObjects: 1 << 2, rawData: 1 << 3, interleaved: 1 << 5, bigEndian: 1 << 6, daqmx: 1 << 7 } as const;
const leadInBytes = 28;
const noIndex = 0xffffffff;
const sameIndex = 0;
const formatChanging = 0x1269;
/** The paper says 0x1369, files say 0x126a. */
const digitalLines: ReadonlySet<number> = new Set([0x1369, 0x126a]);
/** Metadata of one segment beyond this are damage. */
const mostMetadata = 256 << 20;
const mostValues = Number.MAX_SAFE_INTEGER;

/** How the values of an object lie in a chunk. */
type Index =
  | {
      readonly kind: "plain";
      readonly typeNumber: number;
      readonly type: TdmsType | undefined;
      readonly count: number;
      readonly textBytes: number;
    }
  | { readonly kind: "daqmx"; readonly count: number; readonly scalers: readonly Scaler[]; readonly widths: readonly number[] };
interface Scaler {
  readonly stored: StoredNumber | undefined;
  readonly buffer: number;
  readonly offset: number;
  readonly scaleId: number;
  readonly bit: number | undefined;
}

interface Listed {
  readonly object: TdmsObject;
  index: Index | undefined;
}

/** Walks the segments of a file: properties, and where every channel's values lie. Reads no values. */
export async function readSegments(source: ByteSource): Promise<TdmsSegments> {
  const window = new ByteWindow(source);
  const objects = new Map<string, TdmsObject>();
  const lastIndex = new Map<TdmsObject, Index>();
  let list: Listed[] = [];
  let version = 0;
  let segments = 0;
  let damagedAt: number | undefined;
  let cut = false;
  let unsized = false;

  for (let at = 0; at < source.size; ) {
    const lead = await window.at(at, leadInBytes);
    if (lead.length < leadInBytes || String.fromCharCode(...lead.subarray(0, 4)) !== "TDSm") {
      damagedAt = at;
      break;
    }
    const contents = new DataView(lead.buffer, lead.byteOffset).getUint32(4, true);
    const littleEndian = (contents & toc.bigEndian) === 0;
    const head = new MetadataCursor(lead.subarray(8), littleEndian);
    version = Math.max(version, head.uint32());
    const nextOffset = head.uint64();
    const rawOffset = head.uint64();
    const dataAt = at + leadInBytes + rawOffset;
    // A segment that was not closed says all ones: it reaches to the end of the file.
    const open = nextOffset >= 2 ** 63;
    const promisedEnd = open ? source.size : at + leadInBytes + nextOffset;
    const end = Math.min(promisedEnd, source.size);
    if (dataAt > source.size || rawOffset > mostMetadata || (!open && nextOffset < rawOffset)) {
      damagedAt = at;
      break;
    }
    if ((contents & toc.metaData) !== 0) {
      const metadata = await window.at(at + leadInBytes, rawOffset);
      try {
        list = readMetadata(new MetadataCursor(metadata, littleEndian), (contents & toc.newObjects) !== 0 ? [] : list);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        damagedAt = at;
        break;
      }
    }
    segments++;
    if ((contents & toc.rawData) !== 0) {
      const interleaved = (contents & toc.interleaved) !== 0;
      if (!place(list, { at: dataAt, bytes: end - dataAt, littleEndian, interleaved, last: promisedEnd >= source.size })) unsized = true;
      if (promisedEnd > source.size) cut = true;
    }
    if (promisedEnd <= at) break;
    at = promisedEnd;
  }
  return { version, segments, objects, damagedAt, cut, unsized };

  function readMetadata(cursor: MetadataCursor, before: readonly Listed[]): Listed[] {
    const next = [...before];
    const places = new Map(next.map((each, k) => [each.object, k]));
    const count = cursor.uint32();
    for (let k = 0; k < count; k++) {
      const path = cursor.text();
      const indexLength = cursor.uint32();
      const daqmx = indexLength === formatChanging || digitalLines.has(indexLength);
      let object = objects.get(path);
      if (!object) {
        object = { path, properties: new Map(), strands: [], rows: 0, there: 0, daqmx, mixed: false };
        objects.set(path, object);
      }
      let index: Index | undefined;
      if (indexLength === sameIndex) index = lastIndex.get(object);
      else if (daqmx) index = daqmxIndex(cursor, digitalLines.has(indexLength));
      else if (indexLength !== noIndex) index = plainIndex(cursor);
      if (index) lastIndex.set(object, index);
      const known = places.get(object);
      if (known === undefined) {
        places.set(object, next.length);
        next.push({ object, index });
      } else next[known] = { object, index };
      readProperties(cursor, object.properties);
    }
    return next;
  }

  /** Notes where the values of a segment lie; false where that cannot be known. */
  function place(listed: readonly Listed[], raw: Raw): boolean {
    const active = listed.filter((each): each is Listed & { index: Index } => each.index !== undefined && each.index.count > 0);
    if (active.length === 0 || raw.bytes <= 0) return true;
    if (active.some(({ index }) => index.kind === "daqmx")) return placeDaqmx(active, raw);
    const widths = active.map(({ index }) =>
      index.kind === "plain" && index.type ? (index.type.kind === "text" ? index.textBytes / index.count : index.type.bytes) : NaN,
    );
    if (widths.some((width) => !Number.isFinite(width))) return false;
    const rowBytes = widths.reduce((sum, width) => sum + width, 0);
    const sizes = active.map(({ index }, k) => (raw.interleaved ? index.count * rowBytes : Math.round(index.count * widths[k]!)));
    const chunkBytes = raw.interleaved ? sizes.reduce((most, size) => Math.max(most, size), 0) : sizes.reduce((sum, size) => sum + size, 0);
    if (!(chunkBytes > 0)) return false;
    const whole = Math.floor(raw.bytes / chunkBytes);
    const rest = raw.bytes - whole * chunkBytes;
    if (rest > 0) cut = true;
    let before = 0;
    for (const [k, { object, index }] of active.entries()) {
      const type = (index as Index & { kind: "plain" }).type!;
      const layout = raw.interleaved
        ? { rowsAt: 0, inRow: before, stride: rowBytes }
        : { rowsAt: before, inRow: 0, stride: type.kind === "text" ? 0 : type.bytes };
      const left = raw.interleaved ? Math.floor(rest / rowBytes) : Math.floor(Math.max(0, rest - before) / Math.max(1, type.bytes));
      const strand = strandOf(object, type, { scaleId: 0, bit: undefined });
      if (strand) {
        const more = type.kind === "text" ? 0 : Math.min(index.count, left);
        const piece = {
          ...layout,
          base: raw.at,
          chunkStride: chunkBytes,
          littleEndian: raw.littleEndian,
          perChunk: index.count,
          chunks: whole,
          more,
        };
        append(strand, object.rows, piece);
        advance(object, piece, raw, rest > 0);
      }
      before += raw.interleaved ? widths[k]! : sizes[k]!;
    }
    return true;
  }

  function placeDaqmx(active: readonly (Listed & { index: Index })[], raw: Raw): boolean {
    const first = active[0]!.index;
    if (first.kind !== "daqmx") return false;
    const { widths } = first;
    // Every buffer is as long as the longest of its channels.
    const counts = widths.map((_, buffer) =>
      Math.max(
        0,
        ...active.map(({ index }) => (index.kind === "daqmx" && index.scalers.some((each) => each.buffer === buffer) ? index.count : 0)),
      ),
    );
    const starts = widths.map((_, buffer) => widths.slice(0, buffer).reduce((sum, width, k) => sum + width * counts[k]!, 0));
    const chunkBytes = widths.reduce((sum, width, k) => sum + width * counts[k]!, 0);
    if (!(chunkBytes > 0)) return false;
    const whole = Math.floor(raw.bytes / chunkBytes);
    const rest = raw.bytes - whole * chunkBytes;
    if (rest > 0) cut = true;
    for (const { object, index } of active) {
      if (index.kind !== "daqmx") return false;
      const places = index.scalers.flatMap(({ stored, buffer, offset, scaleId, bit }) => {
        const width = widths[buffer];
        if (!stored || width === undefined || offset + bytesOf[stored] > width) return [];
        const type: TdmsType = { kind: "number", stored, bytes: bytesOf[stored], dtype: stored };
        const strand = strandOf(object, type, { scaleId, bit });
        return strand ? [{ strand, rowsAt: starts[buffer]!, inRow: offset, stride: width }] : [];
      });
      if (places.length < index.scalers.length) return false;
      const more = Math.min(index.count, ...places.map(({ rowsAt, stride }) => Math.max(0, Math.floor((rest - rowsAt) / stride))));
      const common = {
        base: raw.at,
        chunkStride: chunkBytes,
        littleEndian: raw.littleEndian,
        perChunk: index.count,
        chunks: whole,
        more,
      };
      for (const { strand, rowsAt, inRow, stride } of places) append(strand, object.rows, { ...common, rowsAt, inRow, stride });
      advance(object, { ...common, rowsAt: 0, inRow: 0, stride: 0 }, raw, rest > 0);
    }
    return true;
  }
}

/** The object's values of one kind; undefined where it had values of another type before. */
function strandOf(object: TdmsObject, type: TdmsType, { scaleId, bit }: Pick<Strand, "scaleId" | "bit">): Strand | undefined {
  const known = object.strands.find((strand) => strand.scaleId === scaleId);
  if (known) {
    if (known.type.dtype === type.dtype) return known;
    object.mixed = true;
    return undefined;
  }
  const strand: Strand = { type, scaleId, bit, pieces: [] };
  object.strands.push(strand);
  return strand;
}

/** The bytes a segment's values are in. */
interface Raw {
  readonly at: number;
  readonly bytes: number;
  readonly littleEndian: boolean;
  readonly interleaved: boolean;
  /** Nothing stands behind it. */
  readonly last: boolean;
}

interface Appended extends Omit<Piece, "firstRow"> {
  /** Values of a last chunk that is not whole. */
  readonly more: number;
}

function append({ pieces }: Strand, firstRow: number, { more, ...piece }: Appended): void {
  if (piece.chunks > 0 && !continued(pieces.at(-1), piece, firstRow)) pieces.push({ ...piece, firstRow });
  if (more <= 0) return;
  const whole = piece.chunks * piece.perChunk;
  pieces.push({ ...piece, base: piece.base + piece.chunks * piece.chunkStride, chunks: 1, perChunk: more, firstRow: firstRow + whole });
}

/** Counts the values of a segment; at the end of a cut file channels keep the length they were to have, so that they stay together. */
function advance(object: TdmsObject, { chunks, perChunk, more }: Appended, { last }: Raw, partly: boolean): void {
  const whole = object.rows + chunks * perChunk;
  object.there = whole + more;
  object.rows = Math.min(mostValues, partly && last ? whole + perChunk : object.there);
}

/** A segment without news that stands as far behind the last as that one behind its own: one long piece instead of many. */
function continued(last: Piece | undefined, next: Omit<Piece, "firstRow">, firstRow: number): boolean {
  if (!last || last.firstRow + last.chunks * last.perChunk !== firstRow) return false;
  if (last.perChunk !== next.perChunk || last.rowsAt !== next.rowsAt || last.inRow !== next.inRow || last.stride !== next.stride)
    return false;
  if (last.littleEndian !== next.littleEndian) return false;
  const distance = next.base - last.base;
  const stride = last.chunks === 1 ? distance : last.chunkStride;
  if (distance !== last.chunks * stride || (next.chunks > 1 && next.chunkStride !== stride)) return false;
  last.chunkStride = stride;
  last.chunks += next.chunks;
  return true;
}

function plainIndex(cursor: MetadataCursor): Index {
  const typeNumber = cursor.uint32();
  cursor.uint32(); // the dimension is always one
  const count = cursor.uint64();
  if (count > mostValues) throw new RangeError("More values than can be counted.");
  const type = tdmsTypes.get(typeNumber);
  const textBytes = type?.kind === "text" ? cursor.uint64() : 0;
  return { kind: "plain", typeNumber, type, count, textBytes };
}

function daqmxIndex(cursor: MetadataCursor, lines: boolean): Index {
  cursor.uint32(); // the type of every DAQmx raw value is the same
  cursor.uint32();
  const count = cursor.uint64();
  if (count > mostValues) throw new RangeError("More values than can be counted.");
  const scalers: Scaler[] = [];
  const howMany = cursor.uint32();
  for (let k = 0; k < howMany; k++) {
    const stored = daqmxTypes[cursor.uint32()];
    const buffer = cursor.uint32();
    // A digital line says which bit of the row it is, other values which byte they begin at.
    const place = cursor.uint32();
    if (lines) cursor.uint8();
    else cursor.uint32(); // the sample format is said by the type
    scalers.push({
      stored,
      buffer,
      offset: lines ? Math.floor(place / 8) : place,
      bit: lines ? place % 8 : undefined,
      scaleId: cursor.uint32(),
    });
  }
  const widths = Array.from({ length: boundedCount(cursor) }, () => cursor.uint32());
  return { kind: "daqmx", count, scalers, widths };
}

function boundedCount(cursor: MetadataCursor): number {
  const count = cursor.uint32();
  if (count * 4 > cursor.left) throw new RangeError("More widths than bytes.");
  return count;
}
