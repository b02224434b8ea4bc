import { isReadable, type NumberField } from "./channel-values.ts";
import { type Conversion, conversionAt } from "./conversion.ts";
import type { MdfBlock, MdfBlocks } from "./mdf-blocks.ts";

/** A channel as its blocks describe it. */
export interface MdfChannel {
  readonly name: string;
  readonly unit: string;
  readonly role: "value" | "master" | "virtual-master" | "virtual";
  /** What a master counts: time in s, or an angle, a distance, an index. */
  readonly sync: number;
  /** Undefined for virtual channels, whose value is the number of the record. */
  readonly field: NumberField | undefined;
  readonly conversion: Conversion;
  /** Bit of the record's invalidation bytes; undefined where there is none. */
  readonly invalidBit: number | undefined;
}

export interface MdfGroup {
  readonly at: number;
  readonly name: string;
  readonly recordId: number;
  /** Records the head promises. */
  readonly cycles: number;
  readonly dataBytes: number;
  readonly invalidBytes: number;
  /** Holds texts of another group and no records of a fixed length. */
  readonly isText: boolean;
  /** Raw frames of a bus. */
  readonly isBus: boolean;
  /** The group whose master is this one's too, 0 where it has its own. */
  readonly masterAt: number;
  readonly channels: readonly MdfChannel[];
  /** Names of all channels, also of those that are not read. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly unread: readonly string[];
}

/** Channel groups that share data blocks. */
export interface MdfDataGroup {
  readonly dataAt: number;
  readonly idBytes: number;
  readonly groups: readonly MdfGroup[];
}

const mostGroups = 65_536;
const mostChannels = 200_000;
const mostDepth = 8;
const busFlags = 0b110;
const busChannel =
  /^(CAN|LIN|FLX|FlexRay|ETH|MOST|K_?LINE)_(Data_?Frame|Remote_?Frame|Error_?Frame|Overload_?Frame|Frame|Pdu|Null_?Frame)/i;

/** The data groups of a file with their channel groups and channels; `whole` is false where a link led nowhere. */
export async function readGroups(blocks: MdfBlocks, firstGroup: number): Promise<{ dataGroups: MdfDataGroup[]; whole: boolean }> {
  let whole = true;
  const dataGroups: MdfDataGroup[] = [];
  const chained = await blocks.chain(firstGroup, "DG", mostGroups);
  whole &&= chained.whole;
  let channelsLeft = mostChannels;
  const seen = new Set<number>();
  for (const dg of chained.blocks) {
    const groups: MdfGroup[] = [];
    const cgs = await blocks.chain(dg.links[1], "CG", mostGroups, seen);
    whole &&= cgs.whole;
    for (const cg of cgs.blocks) {
      if (cg.data.byteLength < 32) whole = false;
      else groups.push(await readGroup(cg));
    }
    const idBytes = dg.data.byteLength > 0 ? dg.data.getUint8(0) : 0;
    if (![0, 1, 2, 4, 8].includes(idBytes)) whole = false;
    else dataGroups.push({ dataAt: dg.links[2] ?? 0, idBytes, groups });
  }
  return { dataGroups, whole };

  async function readGroup(cg: MdfBlock): Promise<MdfGroup> {
    const { data } = cg;
    const flags = data.getUint16(16, true);
    const channels: MdfChannel[] = [];
    const names: string[] = [];
    const texts: string[] = [];
    const unread: string[] = [];
    const dataBytes = data.getUint32(24, true);
    const invalidBytes = data.getUint32(28, true);
    await walk(cg.links[1], 0);
    const name = (await blocks.text(cg.links[2])) || (await sourceName(cg.links[3])) || (await blocks.text(cg.links[5]));
    return {
      at: cg.at,
      name,
      recordId: Number(data.getBigUint64(0, true)),
      cycles: Number(data.getBigUint64(8, true)),
      dataBytes,
      invalidBytes,
      isText: (flags & 1) !== 0,
      isBus: (flags & busFlags) !== 0 || names.some((each) => busChannel.test(each)),
      masterAt: (flags & 8) !== 0 ? (cg.links[6] ?? 0) : 0,
      channels,
      names,
      texts,
      unread,
    };

    async function walk(first: number | undefined, depth: number): Promise<void> {
      const cns = await blocks.chain(first, "CN", channelsLeft);
      whole &&= cns.whole;
      channelsLeft -= cns.blocks.length;
      for (const cn of cns.blocks) {
        if (cn.data.byteLength < 24) {
          whole = false;
          continue;
        }
        const called = (await blocks.text(cn.links[2])) || `channel_${names.length + 1}`;
        names.push(called);
        const composition = await blocks.at(cn.links[1] ?? 0, "CN", "CA");
        if (composition?.id === "CA") unread.push(called);
        else await readChannel(cn, called, composition !== undefined);
        if (composition?.id === "CN" && depth < mostDepth) await walk(composition.at, depth + 1);
      }
    }

    async function readChannel(cn: MdfBlock, called: string, isStructure: boolean): Promise<void> {
      const view = cn.data;
      const [kind, sync, dataType, bitOffset] = [0, 1, 2, 3].map((at) => view.getUint8(at)) as [number, number, number, number];
      const byteOffset = view.getUint32(4, true);
      const bitCount = view.getUint32(8, true);
      const channelFlags = view.getUint32(12, true);
      const invalidBit = (channelFlags & 2) !== 0 ? view.getUint32(16, true) : undefined;
      const isVirtual = kind === 3 || kind === 6;
      const role = kind === 2 ? "master" : kind === 3 ? "virtual-master" : kind === 6 ? "virtual" : "value";
      if (dataType >= 6 && dataType <= 9 && !isVirtual) {
        texts.push(called);
        return;
      }
      // Bytes that are a structure are told by their parts.
      if (isStructure && dataType >= 10) return;
      const isComplex = dataType === 15 || dataType === 16;
      if (kind === 1 || kind === 5 || (channelFlags & 1) !== 0 || (dataType >= 10 && !isComplex && !isVirtual)) {
        unread.push(called);
        return;
      }
      const isInteger = dataType <= 3;
      const conversion = await conversionAt(blocks, cn.links[4] ?? 0, isInteger);
      if (conversion.fromText) {
        texts.push(called);
        return;
      }
      const unit = conversion.unit || (await blocks.text(cn.links[6]));
      const base = {
        unit,
        role,
        sync,
        conversion,
        invalidBit: invalidBit !== undefined && invalidBit < invalidBytes * 8 ? invalidBit : undefined,
      } as const;
      if (isVirtual) {
        channels.push({ ...base, name: called, field: undefined });
        return;
      }
      const littleEndian = isComplex ? dataType === 15 : dataType % 2 === 0;
      const field: NumberField = {
        kind: dataType <= 1 ? "unsigned" : dataType <= 3 ? "signed" : "float",
        littleEndian,
        byteOffset,
        bitOffset,
        bitCount: isComplex ? bitCount / 2 : bitCount,
      };
      const bytes = Math.ceil((bitOffset + bitCount) / 8);
      if (!isReadable(field) || byteOffset + bytes > dataBytes) unread.push(called);
      else if (isComplex) {
        channels.push(
          { ...base, name: `${called}_re`, field },
          { ...base, name: `${called}_im`, field: { ...field, byteOffset: byteOffset + bitCount / 16 } },
        );
      } else channels.push({ ...base, name: called, field });
    }
  }

  async function sourceName(address: number | undefined): Promise<string> {
    const si = await blocks.at(address ?? 0, "SI");
    return si ? blocks.text(si.links[0]) : "";
  }
}
