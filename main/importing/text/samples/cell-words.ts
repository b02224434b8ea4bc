const mostWords = 65_536;
const keptBytes = 4 << 20; // of all words together

/**
 * Numbers the texts of a column in the order they are first met, so that a row carries a small number instead of a text. Works on bytes:
 * a text is decoded once, when it is new. Id 0 is the empty text.
 */
export class CellWords {
  /** The texts by their ids. */
  readonly texts: string[] = [""];
  /** What `idOf` answers for texts beyond the bound of what is remembered. */
  static readonly beyond = -1;
  readonly #decode: (bytes: Uint8Array, from: number, to: number) => string;
  #store = new Uint8Array(4096);
  #stored = 0;
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #table = new Int32Array(1024).fill(-1);
  #last = 0;

  constructor(decode: (bytes: Uint8Array, from: number, to: number) => string) {
    this.#decode = decode;
  }

  idOf(bytes: Uint8Array, from: number, to: number): number {
    if (from >= to) return 0;
    // The next row often repeats the word of this one, or the one that followed it last time.
    if (this.#is(this.#last, bytes, from, to)) return this.#last;
    const next = this.#last + 1 < this.texts.length ? this.#last + 1 : 1;
    if (next < this.texts.length && this.#is(next, bytes, from, to)) {
      this.#last = next;
      return next;
    }
    const mask = this.#table.length - 1;
    let slot = hashOf(bytes, from, to) & mask;
    for (let id = this.#table[slot]!; id >= 0; id = this.#table[slot]!) {
      if (this.#is(id, bytes, from, to)) {
        this.#last = id;
        return id;
      }
      slot = (slot + 1) & mask;
    }
    return this.#learn(bytes, from, to, slot);
  }

  #is(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[id]!;
    if (this.#ends[id]! - start !== to - from) return false;
    const store = this.#store;
    for (let i = from, k = start; i < to; i++, k++) if (bytes[i] !== store[k]) return false;
    return true;
  }

  #learn(bytes: Uint8Array, from: number, to: number, slot: number): number {
    const length = to - from;
    const id = this.texts.length;
    if (id >= mostWords || this.#stored + length > keptBytes) return CellWords.beyond;
    if (this.#stored + length > this.#store.length) {
      const larger = new Uint8Array(Math.max(2 * this.#store.length, this.#stored + length));
      larger.set(this.#store);
      this.#store = larger;
    }
    if (id >= this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#store.set(bytes.subarray(from, to), this.#stored);
    this.#starts[id] = this.#stored;
    this.#ends[id] = this.#stored + length;
    this.#stored += length;
    this.#table[slot] = id;
    this.texts.push(this.#decode(bytes, from, to));
    if (id * 2 > this.#table.length) this.#spread();
    this.#last = id;
    return id;
  }

  #spread(): void {
    const table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let id = 1; id < this.texts.length; id++) {
      let slot = hashOf(this.#store, this.#starts[id]!, this.#ends[id]!) & mask;
      while (table[slot]! >= 0) slot = (slot + 1) & mask;
      table[slot] = id;
    }
    this.#table = table;
  }
}

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(from.length * 2);
  larger.set(from);
  return larger;
}

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
