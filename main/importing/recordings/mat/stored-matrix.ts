import { type Bytes, readUpTo } from "../byte-window.ts";
import { bytesOf, type StoredNumber, storedNumbers } from "../stored-numbers.ts";
import type { MatMatrix } from "./mat-value.ts";

/** Where a matrix lies, column after column. */
export interface StoredMatrix {
  readonly bytes: Bytes;
  readonly offset: number;
  readonly type: StoredNumber;
  readonly littleEndian: boolean;
  readonly shape: readonly [number, number];
  /** Numbers that are there; fewer than the shape asks for where the file was cut off. */
  readonly available: number;
}

/** Bytes read at once; a block of many short lines is read in pieces of this size. */
const pieceBytes = 4 << 20;

/** Reads a matrix that is stored column after column, only where it is asked for. */
export function storedMatrix({ bytes, offset, type, littleEndian, shape, available }: StoredMatrix): MatMatrix {
  const size = bytesOf[type];
  const [rows] = shape;

  /** Lines along the columns of storage: each is one stretch of bytes. */
  async function down(from: number, count: number, wanted: readonly boolean[]): Promise<(Float64Array | null)[]> {
    const lines: (Float64Array | null)[] = [];
    for (const [column, want] of wanted.entries()) {
      if (!want) {
        lines.push(null);
        continue;
      }
      const first = column * rows + from;
      const there = Math.max(0, Math.min(count, available - first));
      const line = new Float64Array(count).fill(NaN, there);
      const found = there === 0 ? new Uint8Array(0) : await readUpTo(bytes, offset + first * size, there * size);
      const whole = Math.floor(found.length / size);
      storedNumbers(found, { type, littleEndian, at: 0, stride: size, count: whole }, line);
      line.fill(NaN, whole);
      lines.push(line);
    }
    return lines;
  }

  /** Lines across: place k of all of them stands together. */
  async function across(from: number, count: number, wanted: readonly boolean[]): Promise<(Float64Array | null)[]> {
    const lines = wanted.map((want) => (want ? new Float64Array(count).fill(NaN) : null));
    const step = Math.max(1, Math.floor(pieceBytes / (rows * size)));
    for (let done = 0; done < count; done += step) {
      const places = Math.min(step, count - done);
      const first = (from + done) * rows;
      const there = Math.max(0, Math.min(places * rows, available - first));
      const found = await readUpTo(bytes, offset + first * size, there * size);
      const numbers = Math.floor(found.length / size);
      for (const [row, line] of lines.entries()) {
        const own = Math.min(places, Math.ceil((numbers - row) / rows));
        if (line && own > 0) storedNumbers(found, { type, littleEndian, at: row * size, stride: rows * size, count: own }, line, done);
      }
    }
    return lines;
  }

  // Columns come one after the other: while the first is not whole, no line is longer.
  const there = [Math.min(rows, available), rows === 0 ? 0 : Math.ceil(available / rows)] as const;
  return { shape, there, block: (axis, from, count, wanted) => (axis === 0 ? down(from, count, wanted) : across(from, count, wanted)) };
}
