import { viewOf } from "./riff-chunks.ts";

/** What the fmt chunk says of the samples. */
export interface WavFormat {
  /** 1 PCM, 3 IEEE float, 6 A-law, 7 μ-law ...; that of the sub-format where the format is extensible. */
  readonly tag: number;
  readonly channels: number;
  /** Samples per second and channel. */
  readonly rate: number;
  /** Bits of a sample that count. */
  readonly bits: number;
  /** Bytes of one sample of one channel. */
  readonly sampleBytes: number;
  /** Bytes from one row to the next. */
  readonly rowBytes: number;
  /** Bytes per row and bits per sample, or bytes per second, contradict each other. */
  readonly contradictory: boolean;
}

const extensible = 0xfffe;
const shortest = 16; // bytes: WAVEFORMAT and its bits per sample
const subFormatAt = 24; // bytes: of WAVEFORMATEXTENSIBLE, whose GUID begins with the tag

/** Reads the content of a fmt chunk; undefined where it is too short or names no channel. */
export function wavFormat(bytes: Uint8Array, littleEndian: boolean): WavFormat | undefined {
  if (bytes.length < shortest) return undefined;
  const view = viewOf(bytes);
  const declared = view.getUint16(0, littleEndian);
  const channels = view.getUint16(2, littleEndian);
  const rate = view.getUint32(4, littleEndian);
  const bytesPerSecond = view.getUint32(8, littleEndian);
  const align = view.getUint16(12, littleEndian);
  const bits = view.getUint16(14, littleEndian);
  if (channels === 0) return undefined;
  const tag = declared === extensible && bytes.length >= subFormatAt + 2 ? view.getUint16(subFormatAt, littleEndian) : declared;
  const needed = Math.ceil(bits / 8);
  const given = align / channels;
  const fits = Number.isInteger(given) && given >= needed && given > 0;
  const sampleBytes = fits ? given : needed;
  return {
    tag,
    channels,
    rate,
    bits,
    sampleBytes,
    rowBytes: sampleBytes * channels,
    contradictory: !fits || bytesPerSecond !== rate * align,
  };
}
