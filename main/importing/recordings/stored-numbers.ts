/** How a number lies in a file. */
export type StoredNumber =
  | "int8"
  | "uint8"
  | "int16"
  | "uint16"
  | "int32"
  | "uint32"
  | "int64"
  | "uint64"
  | "float16"
  | "float32"
  | "float64";

export const bytesOf: Readonly<Record<StoredNumber, number>> = {
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  float16: 2,
  float32: 4,
  float64: 8,
};

/** Where numbers of one kind lie. Offsets in bytes. */
export interface NumberRun {
  readonly type: StoredNumber;
  readonly littleEndian: boolean;
  /** The first number. */
  readonly at: number;
  /** From one number to the next. */
  readonly stride: number;
  readonly count: number;
}

const typedArrays = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;
const hostIsLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * Writes numbers of a file into `into` from `from` on. Integers of 64 bits are rounded to the nearest double.
 * Throws a RangeError where the run reaches beyond the bytes.
 */
export function storedNumbers(bytes: Uint8Array, run: NumberRun, into: Float64Array, from = 0): void {
  const { type, littleEndian, at, stride, count } = run;
  if (count === 0) return;
  const size = bytesOf[type];
  const start = bytes.byteOffset + at;
  if (stride === size && start % size === 0 && (littleEndian === hostIsLittle || size === 1) && type in typedArrays) {
    into.set(new typedArrays[type as keyof typeof typedArrays](bytes.buffer as ArrayBuffer, start, count), from);
    return;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let place = at;
  const end = from + count;
  switch (type) {
    case "int8":
      for (let k = from; k < end; k++, place += stride) into[k] = view.getInt8(place);
      return;
    case "uint8":
      for (let k = from; k < end; k++, place += stride) into[k] = view.getUint8(place);
      return;
    case "int16":
      for (let k = from; k < end; k++, place += stride) into[k] = view.getInt16(place, littleEndian);
      return;
    case "uint16":
      for (let k = from; k < end; k++, place += stride) into[k] = view.getUint16(place, littleEndian);
      return;
    case "int32":
      for (let k = from; k < end; k++, place += stride) into[k] = view.getInt32(place, littleEndian);
      return;
    case "uint32":
      for (let k = from; k < end; k++, place += stride) into[k] = view.getUint32(place, littleEndian);
      return;
    case "int64":
      for (let k = from; k < end; k++, place += stride) into[k] = Number(view.getBigInt64(place, littleEndian));
      return;
    case "uint64":
      for (let k = from; k < end; k++, place += stride) into[k] = Number(view.getBigUint64(place, littleEndian));
      return;
    case "float16":
      for (let k = from; k < end; k++, place += stride) into[k] = halfPrecision(view.getUint16(place, littleEndian));
      return;
    case "float32":
      for (let k = from; k < end; k++, place += stride) into[k] = view.getFloat32(place, littleEndian);
      return;
    case "float64":
      for (let k = from; k < end; k++, place += stride) into[k] = view.getFloat64(place, littleEndian);
  }
}

/** IEEE 754 binary16: one bit of sign, five of exponent (bias 15), ten of fraction. */
function halfPrecision(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
