import { deflateSync } from "node:zlib";

/** A variable as a test writes it; `values` column after column. */
export interface MatNumbers {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
  readonly imaginary?: readonly number[];
  /** Type the numbers are stored as. */
  readonly as?: "int8" | "uint8" | "int16" | "uint16" | "int32" | "float32" | "float64";
}

const types = { int8: 1, uint8: 2, int16: 3, uint16: 4, int32: 5, float32: 7, float64: 9 } as const;
const sizes = { int8: 1, uint8: 1, int16: 2, uint16: 2, int32: 4, float32: 4, float64: 8 } as const;

/** Writes MAT-files of version 5 in either byte order. */
export class MatWriter {
  readonly #little: boolean;
  readonly #packed: boolean;

  constructor({ littleEndian = true, packed = false }: { littleEndian?: boolean; packed?: boolean } = {}) {
    this.#little = littleEndian;
    this.#packed = packed;
  }

  file(...variables: readonly Uint8Array[]): Buffer {
    const head = Buffer.alloc(128, " ");
    head.write("MATLAB 5.0 MAT-file, Platform: TEST, Created on: Mon Jan  1 00:00:00 2024");
    head.fill(0, 116, 124);
    head.set(this.#little ? [0, 1, 0x49, 0x4d] : [1, 0, 0x4d, 0x49], 124);
    const all = variables.map((variable) =>
      this.#packed ? Buffer.concat([this.#words([15, 0]), deflateSync(variable)]) : Buffer.from(variable),
    );
    if (this.#packed) for (const each of all) this.#put(each, 4, each.length - 8);
    return Buffer.concat([head, ...all]);
  }

  numbers({ name, shape, values, imaginary, as = "float64" }: MatNumbers): Buffer {
    const parts = [this.element(types[as], this.#stored(values, as))];
    if (imaginary) parts.push(this.element(types[as], this.#stored(imaginary, as)));
    return this.#matrix({ name, shape, arrayClass: 6, flags: imaginary ? 0x800 : 0 }, parts);
  }

  text(name: string, text: string): Buffer {
    return this.#matrix({ name, shape: [1, text.length], arrayClass: 4, flags: 0 }, [this.element(16, Buffer.from(text))]);
  }

  /** The fields are variables whose own names stay empty. */
  struct(name: string, fields: Readonly<Record<string, Uint8Array>>, shape: readonly number[] = [1, 1]): Buffer {
    const names = Buffer.alloc(32 * Object.keys(fields).length);
    for (const [k, field] of Object.keys(fields).entries()) names.write(field, 32 * k);
    const parts = [this.small(5, this.#words([32])), this.element(1, names), ...Object.values(fields)];
    return this.#matrix({ name, shape, arrayClass: 2, flags: 0 }, parts);
  }

  cell(name: string, ...cells: readonly Uint8Array[]): Buffer {
    return this.#matrix({ name, shape: [1, cells.length], arrayClass: 1, flags: 0 }, cells);
  }

  element(type: number, data: Uint8Array): Buffer {
    return Buffer.concat([this.#words([type, data.length]), data, Buffer.alloc((8 - (data.length % 8)) % 8)]);
  }

  /** Up to four bytes that share the word of their length. */
  small(type: number, data: Uint8Array): Buffer {
    const head = this.#little ? data.length * 65536 + type : data.length * 65536 + type;
    return Buffer.concat([this.#words([head]), data, Buffer.alloc(4 - data.length)]);
  }

  #matrix(head: { name: string; shape: readonly number[]; arrayClass: number; flags: number }, parts: readonly Uint8Array[]): Buffer {
    const name = Buffer.from(head.name);
    const body = Buffer.concat([
      this.element(6, this.#words([head.arrayClass | head.flags, 0])),
      this.element(5, this.#words(head.shape)),
      name.length > 0 && name.length <= 4 ? this.small(1, name) : this.element(1, name),
      ...parts,
    ]);
    return Buffer.concat([this.#words([14, body.length]), body]);
  }

  #words(words: readonly number[]): Buffer {
    const bytes = Buffer.alloc(4 * words.length);
    for (const [k, word] of words.entries()) this.#put(bytes, 4 * k, word);
    return bytes;
  }

  #put(bytes: Buffer, at: number, word: number): void {
    if (this.#little) bytes.writeInt32LE(word | 0, at);
    else bytes.writeInt32BE(word | 0, at);
  }

  #stored(values: readonly number[], as: keyof typeof types): Buffer {
    return storedBytes(values, as, this.#little);
  }
}

function storedBytes(values: readonly number[], as: keyof typeof types, little: boolean): Buffer {
  const bytes = Buffer.alloc(values.length * sizes[as]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const [k, value] of values.entries()) {
    const at = k * sizes[as];
    if (as === "int8") view.setInt8(at, value);
    else if (as === "uint8") view.setUint8(at, value);
    else if (as === "int16") view.setInt16(at, value, little);
    else if (as === "uint16") view.setUint16(at, value, little);
    else if (as === "int32") view.setInt32(at, value, little);
    else if (as === "float32") view.setFloat32(at, value, little);
    else view.setFloat64(at, value, little);
  }
  return bytes;
}

/** A variable of level 4. */
export function mat4Variable({ name, shape, values, imaginary, as = "float64" }: MatNumbers, littleEndian = true): Buffer {
  const kind = { float64: 0, float32: 1, int32: 2, int16: 3, uint16: 4, uint8: 5, int8: 5 }[as];
  const head = Buffer.alloc(20);
  const words = [(littleEndian ? 0 : 1000) + kind * 10, shape[0]!, shape[1]!, imaginary ? 1 : 0, name.length + 1];
  for (const [k, word] of words.entries()) {
    if (littleEndian) head.writeInt32LE(word, 4 * k);
    else head.writeInt32BE(word, 4 * k);
  }
  return Buffer.concat([
    head,
    Buffer.from(`${name}\0`),
    storedBytes(values, as, littleEndian),
    imaginary ? storedBytes(imaginary, as, littleEndian) : Buffer.alloc(0),
  ]);
}
