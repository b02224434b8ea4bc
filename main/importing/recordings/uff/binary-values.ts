import type { ByteSource } from "../../reader.ts";
import { storedNumbers } from "../stored-numbers.ts";
import type { UffValues } from "./uff-values.ts";

interface Placed {
  readonly source: ByteSource;
  /** Bytes. */
  readonly at: number;
  readonly length: number;
  readonly littleEndian: boolean;
  readonly precision: 4 | 8;
  /** Numbers per point, and whether the first of them is an abscissa of single precision before ordinates of double. */
  readonly perPoint: number;
  readonly shortAbscissa: boolean;
}

/** IEEE 754 numbers side by side. */
export function binaryValues({ source, at, length, littleEndian, precision, perPoint, shortAbscissa }: Placed): UffValues {
  const type = precision === 4 ? "float32" : "float64";
  const pointBytes = perPoint * precision - (shortAbscissa ? 4 : 0);
  const points = Math.floor(length / pointBytes);
  let slab = new Uint8Array(0);
  return {
    count: points * perPoint,
    async read(from, into) {
      const first = Math.floor(from / perPoint);
      const count = Math.ceil((from + into.length) / perPoint) - first;
      if (slab.length < count * pointBytes) slab = new Uint8Array(count * pointBytes);
      const read = await source.read(at + first * pointBytes, slab.subarray(0, count * pointBytes));
      const there = Math.floor(read / pointBytes);
      const plain = new Float64Array(count * perPoint).fill(Number.NaN);
      const lane = new Float64Array(there);
      for (let k = 0; k < perPoint; k++) {
        const short = shortAbscissa && k === 0;
        const offset = k * precision - (shortAbscissa && k > 0 ? 4 : 0);
        storedNumbers(slab, { type: short ? "float32" : type, littleEndian, at: offset, stride: pointBytes, count: there }, lane);
        for (let i = 0; i < there; i++) plain[i * perPoint + k] = lane[i]!;
      }
      into.set(plain.subarray(from - first * perPoint, from - first * perPoint + into.length));
    },
  };
}
