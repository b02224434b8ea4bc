import { deflateSync } from "node:zlib";

/** A block under construction: links name other blocks, whose addresses are filled in when all are laid out. */
export interface BlockDraft {
  readonly id: string;
  readonly links: readonly (BlockDraft | undefined)[];
  readonly data: Uint8Array;
  /** Says this instead of its true length. */
  readonly length?: number;
}

const headBytes = 24;
const idBytes = 64;

/** Lays blocks out behind the identification in the order they are met from the header block on. */
export function mdfFile(
  hd: BlockDraft,
  { id = "MDF     ", version = 410, flags = 0, last }: { id?: string; version?: number; flags?: number; last?: BlockDraft } = {},
): Buffer {
  const order: BlockDraft[] = [];
  const visit = (block: BlockDraft | undefined): void => {
    if (!block || order.includes(block)) return;
    order.push(block);
    for (const link of block.links) visit(link);
  };
  visit(hd);
  if (last) order.push(...order.splice(order.indexOf(last), 1));
  const places = new Map<BlockDraft, number>();
  let at = idBytes;
  for (const block of order) {
    places.set(block, at);
    at += Math.ceil((headBytes + 8 * block.links.length + block.data.length) / 8) * 8;
  }
  const end = last ? places.get(last)! + headBytes + last.data.length : at;
  const bytes = Buffer.alloc(end);
  bytes.write(id.padEnd(8), 0);
  bytes.write(`${Math.floor(version / 100)}.${String(version % 100).padStart(2, "0")}    `, 8);
  bytes.write("test    ", 16);
  bytes.writeUInt16LE(version, 28);
  bytes.writeUInt16LE(flags, 60);
  for (const block of order) {
    const place = places.get(block)!;
    bytes.write(`##${block.id}`, place);
    bytes.writeBigUInt64LE(BigInt(block.length ?? headBytes + 8 * block.links.length + block.data.length), place + 8);
    bytes.writeBigUInt64LE(BigInt(block.links.length), place + 16);
    for (const [k, link] of block.links.entries()) bytes.writeBigUInt64LE(BigInt(link ? places.get(link)! : 0), place + headBytes + 8 * k);
    bytes.set(block.data, place + headBytes + 8 * block.links.length);
  }
  return bytes;
}

export const tx = (text: string): BlockDraft => ({ id: "TX", links: [], data: Buffer.from(`${text}\0`) });

export function hd(firstGroup: BlockDraft, start: { ns: bigint; offsetMin?: number; local?: boolean }): BlockDraft {
  const data = Buffer.alloc(32);
  data.writeBigUInt64LE(start.ns, 0);
  data.writeInt16LE(start.offsetMin ?? 0, 8);
  data.writeUInt8(start.local ? 1 : start.offsetMin === undefined ? 0 : 2, 12);
  return { id: "HD", links: [firstGroup, undefined, undefined, undefined, undefined, undefined], data };
}

export function dg(
  cg: BlockDraft,
  data: BlockDraft | undefined,
  { idBytes: bytes = 0, next }: { idBytes?: number; next?: BlockDraft } = {},
): BlockDraft {
  return { id: "DG", links: [next, cg, data, undefined], data: Buffer.of(bytes, 0, 0, 0, 0, 0, 0, 0) };
}

export interface GroupDraft {
  readonly cn: BlockDraft;
  readonly cycles: number;
  readonly dataBytes: number;
  readonly invalidBytes?: number;
  readonly name?: string;
  readonly recordId?: number;
  readonly flags?: number;
  readonly next?: BlockDraft;
}

export function cg({ cn: first, cycles, dataBytes, invalidBytes = 0, name, recordId = 0, flags = 0, next }: GroupDraft): BlockDraft {
  const data = Buffer.alloc(32);
  data.writeBigUInt64LE(BigInt(recordId), 0);
  data.writeBigUInt64LE(BigInt(cycles), 8);
  data.writeUInt16LE(flags, 16);
  data.writeUInt32LE(dataBytes, 24);
  data.writeUInt32LE(invalidBytes, 28);
  return { id: "CG", links: [next, first, name === undefined ? undefined : tx(name), undefined, undefined, undefined], data };
}

/** data types of ASAM MDF 4 */
export const dataType = { uintLe: 0, uintBe: 1, intLe: 2, intBe: 3, floatLe: 4, floatBe: 5, utf8: 7, bytes: 10 } as const;

export interface ChannelDraft {
  readonly name: string;
  readonly type: number;
  readonly byteOffset: number;
  readonly bitCount: number;
  readonly bitOffset?: number;
  /** 0 value, 1 of variable length, 2 master, 3 virtual master. */
  readonly kind?: number;
  readonly sync?: number;
  readonly unit?: string;
  readonly cc?: BlockDraft;
  readonly invalidBit?: number;
  readonly composition?: BlockDraft;
  readonly next?: BlockDraft | undefined;
}

export function cn(channel: ChannelDraft): BlockDraft {
  const data = Buffer.alloc(72);
  data.set([channel.kind ?? 0, channel.sync ?? 0, channel.type, channel.bitOffset ?? 0]);
  data.writeUInt32LE(channel.byteOffset, 4);
  data.writeUInt32LE(channel.bitCount, 8);
  data.writeUInt32LE(channel.invalidBit === undefined ? 0 : 2, 12);
  data.writeUInt32LE(channel.invalidBit ?? 0, 16);
  const unit = channel.unit === undefined ? undefined : tx(channel.unit);
  return {
    id: "CN",
    links: [channel.next, channel.composition, tx(channel.name), undefined, channel.cc, undefined, unit, undefined],
    data,
  };
}

/** Channels of one group, the first first. */
export const channels = (...drafts: readonly ChannelDraft[]): BlockDraft =>
  drafts.toReversed().reduce<BlockDraft | undefined>((next, draft) => cn({ ...draft, next }), undefined)!;

export function cc(type: number, values: readonly number[], references: readonly (BlockDraft | undefined)[] = []): BlockDraft {
  const data = Buffer.alloc(24 + 8 * values.length);
  data.writeUInt8(type, 0);
  data.writeUInt16LE(references.length, 4);
  data.writeUInt16LE(values.length, 6);
  for (const [k, value] of values.entries()) data.writeDoubleLE(value, 24 + 8 * k);
  return { id: "CC", links: [undefined, undefined, undefined, undefined, ...references], data };
}

export const dt = (data: Uint8Array, length?: number): BlockDraft => ({
  id: "DT",
  links: [],
  data,
  ...(length === undefined ? {} : { length }),
});

/** A packed block; `columns` transposes records of that many bytes first. */
export function dz(data: Uint8Array, columns = 0): BlockDraft {
  const rows = columns > 0 ? Math.floor(data.length / columns) : 0;
  const turned = Buffer.from(data);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) turned[column * rows + row] = data[row * columns + column]!;
  const packed = deflateSync(turned);
  const head = Buffer.alloc(24);
  head.write("DT");
  head.writeUInt8(columns > 0 ? 1 : 0, 2);
  head.writeUInt32LE(columns, 4);
  head.writeBigUInt64LE(BigInt(data.length), 8);
  head.writeBigUInt64LE(BigInt(packed.length), 16);
  return { id: "DZ", links: [], data: Buffer.concat([head, packed]) };
}

/** A list of data blocks, one after the other. */
export function dl(blocks: readonly BlockDraft[], next?: BlockDraft): BlockDraft {
  const data = Buffer.alloc(8 + 8 * blocks.length);
  data.writeUInt32LE(blocks.length, 4);
  return { id: "DL", links: [next, ...blocks], data };
}

export const hl = (first: BlockDraft): BlockDraft => ({ id: "HL", links: [first], data: Buffer.alloc(8) });
