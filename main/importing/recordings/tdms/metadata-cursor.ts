/** Reads what follows in a block of metadata. Throws a RangeError where the block ends before. */
export class MetadataCursor {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly littleEndian: boolean;

  constructor(bytes: Uint8Array, littleEndian: boolean) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.littleEndian = littleEndian;
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  uint8(): number {
    return this.#view.getUint8(this.#step(1));
  }

  uint32(): number {
    return this.#view.getUint32(this.#step(4), this.littleEndian);
  }

  uint64(): number {
    return Number(this.#view.getBigUint64(this.#step(8), this.littleEndian));
  }

  int64(): number {
    return Number(this.#view.getBigInt64(this.#step(8), this.littleEndian));
  }

  bytes(length: number): Uint8Array {
    const from = this.#step(length);
    return this.#bytes.subarray(from, from + length);
  }

  /** Length and UTF-8. */
  text(): string {
    return new TextDecoder("utf-8").decode(this.bytes(this.uint32()));
  }

  #step(length: number): number {
    const from = this.at;
    if (length > this.left) throw new RangeError("The metadata end early.");
    this.at += length;
    return from;
  }
}
