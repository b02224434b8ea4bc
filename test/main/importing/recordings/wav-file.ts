/** What a WAV file is made of; what is left out is as a recorder writes it. */
export interface WavFile {
  readonly outer?: "RIFF" | "RIFX" | "RF64" | "BW64";
  /** 1 PCM, 3 float, 6 A-law, 7 μ-law. */
  readonly tag?: number;
  readonly extensible?: boolean;
  readonly rate?: number;
  readonly bits: number;
  readonly sampleBytes?: number;
  /** [rows][channels] as they lie in the file: integers of `sampleBytes`, unsigned in one byte. */
  readonly rows: readonly (readonly number[])[];
  readonly before?: readonly Uint8Array[];
  readonly after?: readonly Uint8Array[];
  /** What the head of the data chunk says instead of its size. */
  readonly dataSize?: number;
  readonly bytesPerSecond?: number;
  readonly blockAlign?: number;
}

export function wavFile(file: WavFile): Buffer {
  const { outer = "RIFF", tag = 1, rate = 8000, bits, rows } = file;
  const big = outer === "RIFX";
  const long = outer === "RF64" || outer === "BW64";
  const size = file.sampleBytes ?? Math.ceil(bits / 8);
  const channels = rows[0]?.length ?? 1;
  const samples = Buffer.concat(rows.flat().map((value) => sampleOf(value, size, tag, big)));
  const align = file.blockAlign ?? size * channels;
  const head = [u16(file.extensible ? 0xfffe : tag, big), u16(channels, big), u32(rate, big)];
  head.push(u32(file.bytesPerSecond ?? rate * align, big), u16(align, big), u16(file.extensible ? size * 8 : bits, big));
  if (file.extensible) {
    const guid = Buffer.from("000000001000800000aa00389b71", "hex");
    head.push(u16(22, big), u16(bits, big), u32(0, big), u16(tag, big), guid);
  }
  const chunks = [
    ...(long ? [chunk("ds64", Buffer.concat([u64(samples.length + 72), u64(samples.length), u64(rows.length), u32(0, false)]), big)] : []),
    ...(file.before ?? []),
    chunk("fmt ", Buffer.concat(head), big),
    chunk("data", samples, big, file.dataSize ?? (long ? 0xffff_ffff : undefined)),
    ...(file.after ?? []),
  ];
  const body = Buffer.concat(chunks);
  return Buffer.concat([Buffer.from(outer), u32(long ? 0xffff_ffff : body.length + 4, big), Buffer.from("WAVE"), body]);
}

export function chunk(id: string, content: Uint8Array, big = false, size = content.length): Buffer {
  return Buffer.concat([Buffer.from(id), u32(size, big), content, Buffer.alloc(content.length % 2)]);
}

function sampleOf(value: number, size: number, tag: number, big: boolean): Buffer {
  const bytes = Buffer.alloc(8);
  if (tag === 3) {
    if (size === 4) bytes.writeFloatBE(value, 4);
    else bytes.writeDoubleBE(value);
  } else bytes.writeBigInt64BE(BigInt(value));
  const mine = bytes.subarray(8 - size);
  return big ? mine : Buffer.from(mine).reverse();
}

function u16(value: number, big: boolean): Buffer {
  const bytes = Buffer.alloc(2);
  if (big) bytes.writeUInt16BE(value);
  else bytes.writeUInt16LE(value);
  return bytes;
}

export function u32(value: number, big: boolean): Buffer {
  const bytes = Buffer.alloc(4);
  if (big) bytes.writeUInt32BE(value);
  else bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
