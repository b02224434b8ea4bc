/** Builds structures of Thrift's compact protocol, the language of Parquet's metadata (thrift-compact-protocol.md of Apache Thrift). */
export class ThriftWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #field = 0;
  readonly #outer: number[] = [];

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  i32(field: number, value: number): void {
    this.#header(field, 5);
    this.#zigzag(value);
  }

  i64(field: number, value: number): void {
    this.#header(field, 6);
    this.#zigzag(value);
  }

  bool(field: number, value: boolean): void {
    this.#header(field, value ? 1 : 2);
  }

  text(field: number, value: string): void {
    this.binary(field, Buffer.from(value));
  }

  binary(field: number, value: Uint8Array): void {
    this.#header(field, 8);
    this.#raw(value);
  }

  struct(field: number, write: () => void): void {
    this.#header(field, 12);
    this.element(write);
  }

  /** A structure without a field number: the outermost one, or one of a list. */
  element(write: () => void): void {
    this.#outer.push(this.#field);
    this.#field = 0;
    write();
    this.#byte(0);
    this.#field = this.#outer.pop()!;
  }

  structs<T>(field: number, items: readonly T[], write: (item: T) => void): void {
    this.#list(field, 12, items.length);
    for (const item of items) this.element(() => write(item));
  }

  i32s(field: number, items: readonly number[]): void {
    this.#list(field, 5, items.length);
    for (const item of items) this.#zigzag(item);
  }

  texts(field: number, items: readonly string[]): void {
    this.#list(field, 8, items.length);
    for (const item of items) this.#raw(Buffer.from(item));
  }

  #list(field: number, type: number, length: number): void {
    this.#header(field, 9);
    if (length < 15) this.#byte((length << 4) | type);
    else {
      this.#byte(0xf0 | type);
      this.#varint(length);
    }
  }

  #header(field: number, type: number): void {
    const step = field - this.#field;
    if (step > 0 && step < 16) this.#byte((step << 4) | type);
    else {
      this.#byte(type);
      this.#zigzag(field);
    }
    this.#field = field;
  }

  #raw(value: Uint8Array): void {
    this.#varint(value.length);
    this.#room(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** Whole numbers below 2^52 in size: byte counts and row counts. */
  #zigzag(value: number): void {
    this.#varint(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.#byte(rest);
  }

  #byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
