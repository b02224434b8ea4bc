/** What can be read by position: a file, or the bytes a packed part of it unfolds to. */
export interface Bytes {
  /** Fills `into` from `offset` on; returns how many bytes there were, 0 at the end. */
  read(offset: number, into: Uint8Array): Promise<number>;
}

const windowBytes = 64 << 10;

/** Many small looks at neighbouring bytes for the price of one read. */
export class ByteWindow {
  readonly #bytes: Bytes;
  #window: Uint8Array = new Uint8Array(0);
  #from = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  /** The bytes from `offset` on, `length` of them or as many as there are; not to be kept beyond the next call. */
  async at(offset: number, length: number): Promise<Uint8Array> {
    if (offset >= this.#from && offset + length <= this.#from + this.#window.length) {
      return this.#window.subarray(offset - this.#from, offset - this.#from + length);
    }
    if (length > windowBytes) return readUpTo(this.#bytes, offset, length);
    this.#window = await readUpTo(this.#bytes, offset, windowBytes);
    this.#from = offset;
    return this.#window.subarray(0, length);
  }
}

/** Bytes of their own from `offset` on, `length` of them or as many as there are. Whoever calls has checked the length. */
export async function readUpTo(bytes: Bytes, offset: number, length: number): Promise<Uint8Array> {
  const into = new Uint8Array(length);
  const count = await bytes.read(offset, into);
  return count === length ? into : into.subarray(0, count);
}
