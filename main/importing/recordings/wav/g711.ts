/**
 * The 256 values of an A-law or μ-law byte as 16-bit counts: the 13 bits of A-law and 14 bits of μ-law, left-aligned.
 * ITU-T Recommendation G.711 (1988).
 */
export function g711(law: "a" | "mu"): Float64Array {
  return Float64Array.from({ length: 256 }, (_, byte) => (law === "a" ? aLaw(byte) : muLaw(byte)));
}

function aLaw(byte: number): number {
  const code = byte ^ 0x55; // even bits are sent inverted
  const segment = (code >> 4) & 7;
  const step = ((code & 15) << 4) + 8;
  const size = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return code & 0x80 ? size : 0 - size;
}

function muLaw(byte: number): number {
  const code = ~byte & 0xff; // all bits are sent inverted
  const bias = 0x84;
  const size = ((((code & 15) << 3) + bias) << ((code >> 4) & 7)) - bias;
  return code & 0x80 ? 0 - size : size;
}
