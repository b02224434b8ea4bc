import type { ByteSource } from "../../reader.ts";
import { ByteWindow } from "../byte-window.ts";

/** A block of an MDF file: its kind without the two leading #, its links, and what follows them. */
export interface MdfBlock {
  readonly id: string;
  readonly at: number;
  /** Of the whole block as it says, bytes. */
  readonly length: number;
  /** 0 where there is none. */
  readonly links: readonly number[];
  readonly data: DataView;
}

const headBytes = 24;
/** Blocks of metadata beyond these are damage. */
const mostLinks = 1 << 20;
const mostDataBytes = 16 << 20;
const mostTextBytes = 64 << 10;
/** Units and names are shared by many channels. */
const mostTexts = 20_000;
const longText = 200;

/** Reads blocks of metadata by their address; asks of none more than the file holds. ASAM MDF 4: every block begins with id, length and links. */
export class MdfBlocks {
  readonly source: ByteSource;
  readonly #window: ByteWindow;
  readonly #texts = new Map<number, string>();

  constructor(source: ByteSource) {
    this.source = source;
    this.#window = new ByteWindow(source);
  }

  /** The block at an address; undefined for 0 and where no such block can be. */
  async at(address: number, ...ids: readonly string[]): Promise<MdfBlock | undefined> {
    if (!(address > 0 && address + headBytes <= this.source.size)) return undefined;
    const head = await this.#window.at(address, headBytes);
    if (head.length < headBytes || head[0] !== 0x23 || head[1] !== 0x23) return undefined;
    const id = String.fromCharCode(head[2]!, head[3]!);
    if (ids.length > 0 && !ids.includes(id)) return undefined;
    const view = new DataView(head.buffer, head.byteOffset, headBytes);
    const length = Number(view.getBigUint64(8, true));
    const linkCount = Number(view.getBigUint64(16, true));
    const rest = Math.min(length, this.source.size - address) - headBytes;
    if (linkCount > mostLinks || linkCount * 8 > rest) return undefined;
    const bulk = bulkIds.has(id);
    const dataBytes = bulk ? Math.min(rest - linkCount * 8, 64) : rest - linkCount * 8;
    if (dataBytes > mostDataBytes) return undefined;
    const body = (await this.#window.at(address + headBytes, linkCount * 8 + dataBytes)).slice();
    const bodyView = new DataView(body.buffer);
    const links = Array.from({ length: Math.min(linkCount, Math.floor(body.length / 8)) }, (_, k) =>
      Number(bodyView.getBigUint64(8 * k, true)),
    );
    return { id, at: address, length, links, data: new DataView(body.buffer, Math.min(body.length, linkCount * 8)) };
  }

  /** The text of a TX or MD block; of XML what stands in its first TX element. "" where there is none. */
  async text(address: number | undefined): Promise<string> {
    const known = this.#texts.get(address ?? 0);
    if (known !== undefined) return known;
    const text = await this.#textAt(address);
    if (this.#texts.size < mostTexts && text.length < longText) this.#texts.set(address ?? 0, text);
    return text;
  }

  async #textAt(address: number | undefined): Promise<string> {
    const block = await this.at(address ?? 0, "TX", "MD");
    if (!block) return "";
    const bytes = new Uint8Array(block.data.buffer, block.data.byteOffset, Math.min(mostTextBytes, block.data.byteLength));
    const end = bytes.indexOf(0);
    const text = new TextDecoder("utf-8").decode(end < 0 ? bytes : bytes.subarray(0, end));
    if (block.id === "TX") return text.trim();
    const inside = /<TX[^>]*>([^<]*)<\/TX>/.exec(text)?.[1] ?? "";
    return inside
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&")
      .trim();
  }

  /** Blocks that hang one behind the other by their first link; a ring ends where it closes. `seen` keeps what was met from other chains, too. */
  async chain(
    address: number | undefined,
    id: string,
    most: number,
    seen = new Set<number>(),
  ): Promise<{ blocks: MdfBlock[]; whole: boolean }> {
    const blocks: MdfBlock[] = [];
    let next = address ?? 0;
    while (next !== 0) {
      const block = seen.has(next) || blocks.length >= most ? undefined : await this.at(next, id);
      if (!block) return { blocks, whole: false };
      seen.add(next);
      blocks.push(block);
      next = block.links[0] ?? 0;
    }
    return { blocks, whole: true };
  }
}

/** Blocks that hold samples; of these only the head is read here. */
const bulkIds: ReadonlySet<string> = new Set(["DT", "DV", "DI", "SD", "RD", "RV", "RI", "DZ"]);
