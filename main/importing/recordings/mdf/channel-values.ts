import { bytesOf, type StoredNumber, storedNumbers } from "../stored-numbers.ts";

/** Where in a record a number lies. */
export interface NumberField {
  readonly kind: "unsigned" | "signed" | "float";
  readonly littleEndian: boolean;
  readonly byteOffset: number;
  /** The least significant bit within the first byte (the last one where the most significant byte comes first). */
  readonly bitOffset: number;
  readonly bitCount: number;
}

/** Bytes of a record a field covers. */
export const fieldBytes = ({ bitOffset, bitCount }: NumberField): number => Math.ceil((bitOffset + bitCount) / 8);

/** The kind of number a field is when it covers whole bytes; undefined where bits have to be cut out. */
function storedAs({ kind, bitOffset, bitCount }: NumberField): StoredNumber | undefined {
  if (bitOffset !== 0) return undefined;
  const name = kind === "float" ? `float${bitCount}` : kind === "signed" ? `int${bitCount}` : `uint${bitCount}`;
  return name in bytesOf ? (name as StoredNumber) : undefined;
}

/** Whether a field is one that can be read: floats of 16, 32 or 64 bits, integers of up to 64. */
export function isReadable(field: NumberField): boolean {
  if (field.kind === "float") return storedAs(field) !== undefined;
  return field.bitCount >= 1 && field.bitCount <= 64 && field.bitOffset < 8;
}

/** Writes a field of `count` records, the first at `at`, `stride` bytes apart, into `into` from `from` on. */
export function fieldValues(
  bytes: Uint8Array,
  field: NumberField,
  records: { at: number; stride: number; count: number },
  into: Float64Array,
  from: number,
): void {
  const { at, stride, count } = records;
  const { littleEndian, byteOffset, bitOffset, bitCount, kind } = field;
  const stored = storedAs(field);
  if (stored) {
    storedNumbers(bytes, { type: stored, littleEndian, at: at + byteOffset, stride, count }, into, from);
    return;
  }
  const size = fieldBytes(field);
  const first = at + byteOffset;
  // Doubles are exact up to 2^53.
  if (bitOffset + bitCount <= 48) {
    const shift = 2 ** bitOffset;
    const range = 2 ** bitCount;
    for (let k = 0; k < count; k++) {
      let bits = 0;
      const place = first + k * stride;
      if (littleEndian) for (let b = size - 1; b >= 0; b--) bits = bits * 256 + bytes[place + b]!;
      else for (let b = 0; b < size; b++) bits = bits * 256 + bytes[place + b]!;
      const value = Math.floor(bits / shift) % range;
      into[from + k] = kind === "signed" && value >= range / 2 ? value - range : value;
    }
    return;
  }
  for (let k = 0; k < count; k++) {
    let bits = 0n;
    const place = first + k * stride;
    for (let b = 0; b < size; b++) bits = (bits << 8n) | BigInt(bytes[place + (littleEndian ? size - 1 - b : b)]!);
    bits >>= BigInt(bitOffset);
    into[from + k] = Number(kind === "signed" ? BigInt.asIntN(bitCount, bits) : BigInt.asUintN(bitCount, bits));
  }
}
