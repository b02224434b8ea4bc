import { bytesOf, type StoredNumber, storedNumbers } from "../stored-numbers.ts";
import { g711 } from "./g711.ts";
import { viewOf } from "./riff-chunks.ts";
import type { WavFormat } from "./wav-format.ts";

/** How the samples of a format become numbers. */
export interface WavSamples {
  /** The narrowest type that holds them, in numpy's words. */
  readonly dtype: "uint8" | "int8" | "int16" | "int32" | "int64" | "float32" | "float64";
  /** Writes `count` numbers into `into` from `from` on; the first lies at `at`, each `stride` bytes behind the one before. */
  decode(bytes: Uint8Array, at: number, stride: number, count: number, into: Float64Array, from: number): void;
}

const pcm = 1;
const ieeeFloat = 3;
const aLaw = 6;
const muLaw = 7;

/**
 * Integers are the counts of the file: up to 8 bits unsigned, wider ones signed and left-aligned in 16, 32 or 64 bits (24 bits in 32).
 * Undefined for compressed samples and for widths that no recorder writes.
 */
export function wavSamples({ tag, bits, sampleBytes }: WavFormat, littleEndian: boolean): WavSamples | undefined {
  if (tag === aLaw || tag === muLaw) return sampleBytes === 1 ? companded(g711(tag === aLaw ? "a" : "mu")) : undefined;
  if (tag === ieeeFloat) {
    if (sampleBytes === 4) return stored("float32", littleEndian);
    return sampleBytes === 8 ? stored("float64", littleEndian) : undefined;
  }
  if (tag !== pcm || bits === 0) return undefined;
  switch (sampleBytes) {
    case 1:
      return stored("uint8", littleEndian);
    case 2:
      return stored("int16", littleEndian);
    case 3:
      return { dtype: "int32", decode: threeBytes(littleEndian) };
    case 4:
      return stored("int32", littleEndian);
    case 5:
    case 6:
    case 7:
      return { dtype: "int64", decode: manyBytes(sampleBytes, littleEndian) };
    case 8:
      return stored("int64", littleEndian);
    default:
      return undefined;
  }
}

function stored(type: StoredNumber & WavSamples["dtype"], littleEndian: boolean): WavSamples {
  return {
    dtype: type,
    decode: (bytes, at, stride, count, into, from) => storedNumbers(bytes, { type, littleEndian, at, stride, count }, into, from),
  };
}

function companded(values: Float64Array): WavSamples {
  return {
    dtype: "int16",
    decode(bytes, at, stride, count, into, from) {
      for (let k = 0, place = at; k < count; k++, place += stride) into[from + k] = values[bytes[place]!]!;
    },
  };
}

function threeBytes(littleEndian: boolean): WavSamples["decode"] {
  const low = littleEndian ? 0 : 2;
  const high = 2 - low;
  return (bytes, at, stride, count, into, from) => {
    for (let k = 0, place = at; k < count; k++, place += stride)
      into[from + k] = (bytes[place + high]! << 24) | (bytes[place + 1]! << 16) | (bytes[place + low]! << 8);
  };
}

/** Five to seven bytes, left-aligned in 64 bits: the high part is signed, so that one sum rounds once. */
function manyBytes(size: number, littleEndian: boolean): WavSamples["decode"] {
  const wide = new Uint8Array(bytesOf.int64);
  const view = viewOf(wide);
  return (bytes, at, stride, count, into, from) => {
    for (let k = 0, place = at; k < count; k++, place += stride) {
      for (let b = 0; b < size; b++) wide[littleEndian ? 8 - size + b : b] = bytes[place + b]!;
      into[from + k] = view.getInt32(littleEndian ? 4 : 0, littleEndian) * 2 ** 32 + view.getUint32(littleEndian ? 0 : 4, littleEndian);
    }
  };
}
