import type { MdfBlock, MdfBlocks } from "./mdf-blocks.ts";

/** From the number in the record to the physical one. */
export interface Conversion {
  /** "" where it does not say. */
  readonly unit: string;
  /** Null where numbers stay as they are. */
  readonly convert: ((raw: number) => number) | null;
  /** Offset and factor where that is all there is. */
  readonly linear: { readonly offset: number; readonly factor: number } | undefined;
  /** Numbers that stand for texts stay numbers. */
  readonly states: boolean;
  /** A formula that is told and not computed. */
  readonly formula: string | undefined;
  /** The raw values are texts. */
  readonly fromText: boolean;
}

const plain: Conversion = { unit: "", convert: null, linear: { offset: 0, factor: 1 }, states: false, formula: undefined, fromText: false };
/** A conversion whose default is a conversion whose default ... */
const mostDepth = 4;

/** The conversion at an address; 0, unreadable and unknown ones leave numbers as they are. Types of ASAM MDF 4, CCBLOCK. */
export async function conversionAt(blocks: MdfBlocks, address: number, isInteger: boolean, depth = 0): Promise<Conversion> {
  const block = await blocks.at(address, "CC");
  if (!block || block.data.byteLength < 24) return plain;
  const { data } = block;
  const type = data.getUint8(0);
  const references = data.getUint16(4, true);
  const count = Math.min(data.getUint16(6, true), Math.floor((data.byteLength - 24) / 8));
  const values = Array.from({ length: count }, (_, k) => data.getFloat64(24 + 8 * k, true));
  const base = { ...plain, unit: await blocks.text(block.links[1]) };
  const value = (k: number) => values[k] ?? 0;
  switch (type) {
    case 1: {
      if (count < 2) return base;
      const [offset, factor] = [value(0), value(1)];
      return { ...base, linear: { offset, factor }, convert: (x) => offset + factor * x };
    }
    case 2: {
      if (count < 6) return base;
      const [a, b, c, d, e, f] = values as [number, number, number, number, number, number];
      return { ...base, linear: undefined, convert: (x) => ((a * x + b) * x + c) / ((d * x + e) * x + f) };
    }
    case 3:
      return { ...base, linear: undefined, formula: (await blocks.text(block.links[4])) || "?" };
    case 4:
    case 5:
      return { ...base, linear: undefined, convert: tabled(values, type === 4) };
    case 6:
      return { ...base, linear: undefined, convert: ranged(values, isInteger) };
    case 7:
    case 8: {
      // Numbers that have no text may have a conversion of their own, the reference behind the last.
      const fallback = await defaultOf(block, references);
      const convert = fallback?.convert ? texted(values, { ranges: type === 8, isInteger, convert: fallback.convert }) : null;
      return { ...base, linear: undefined, states: true, convert };
    }
    case 11:
      return { ...base, linear: undefined, states: true };
    case 9:
    case 10:
      return { ...base, linear: undefined, fromText: true };
    default:
      return base;
  }

  async function defaultOf(cc: MdfBlock, howMany: number): Promise<Conversion | undefined> {
    const link = cc.links[4 + howMany - 1] ?? 0;
    if (depth >= mostDepth || !(await blocks.at(link, "CC"))) return undefined;
    return conversionAt(blocks, link, isInteger, depth + 1);
  }
}

/** Pairs of key and value; straight lines between them, or the nearest one's value. */
function tabled(pairs: readonly number[], interpolated: boolean): (x: number) => number {
  const keys = pairs.filter((_, k) => k % 2 === 0).slice(0, Math.floor(pairs.length / 2));
  const values = pairs.filter((_, k) => k % 2 === 1);
  const last = keys.length - 1;
  return (x) => {
    if (Number.isNaN(x) || last < 0) return NaN;
    if (x <= keys[0]!) return values[0]!;
    if (x >= keys[last]!) return values[last]!;
    let low = 0;
    let high = last;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (keys[middle]! <= x) low = middle;
      else high = middle;
    }
    const share = (x - keys[low]!) / (keys[high]! - keys[low]!);
    if (interpolated) return values[low]! + share * (values[high]! - values[low]!);
    // In the middle between two keys the lower one holds.
    return share <= 0.5 ? values[low]! : values[high]!;
  };
}

/** Triples of lower end, upper end and value, then the value of everything else. Integers include the upper end. */
function ranged(values: readonly number[], isInteger: boolean): (x: number) => number {
  const ranges = Math.floor(values.length / 3);
  const otherwise = values.length % 3 === 1 ? values.at(-1)! : NaN;
  return (x) => {
    for (let k = 0; k < ranges; k++) {
      if (x >= values[3 * k]! && (isInteger ? x <= values[3 * k + 1]! : x < values[3 * k + 1]!)) return values[3 * k + 2]!;
    }
    return Number.isNaN(x) ? NaN : otherwise;
  };
}

/** Numbers with a text of their own stay, the others are converted. */
function texted(
  values: readonly number[],
  { ranges, isInteger, convert }: { ranges: boolean; isInteger: boolean; convert: (x: number) => number },
): (x: number) => number {
  if (!ranges) {
    const keys = new Set(values);
    return (x) => (keys.has(x) ? x : convert(x));
  }
  return (x) => {
    for (let k = 0; k + 1 < values.length; k += 2) {
      if (x >= values[k]! && (isInteger || values[k] === values[k + 1] ? x <= values[k + 1]! : x < values[k + 1]!)) return x;
    }
    return convert(x);
  };
}
