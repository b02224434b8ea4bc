import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { NoJson } from "./json-value.ts";

const blockBytes = 64 << 10; // a table of columns has a cursor, and a block, for each

/** The bytes of a file as UTF-8, front to back; UTF-16 with its mark is made UTF-8 on the way. */
export class Utf8File {
  readonly size: number;
  readonly #file: number;
  readonly #block = Buffer.allocUnsafe(blockBytes);
  readonly #decoder: StringDecoder | undefined;
  readonly #swap: boolean = false;
  #offset = 0;

  constructor(path: string) {
    this.#file = openSync(path, "r");
    this.size = fstatSync(this.#file).size;
    const mark = Buffer.alloc(3);
    readSync(this.#file, mark, 0, 3, 0);
    if (mark[0] === 0xff && mark[1] === 0xfe) this.#decoder = new StringDecoder("utf16le");
    if (mark[0] === 0xfe && mark[1] === 0xff) {
      this.#decoder = new StringDecoder("utf16le");
      this.#swap = true;
    }
    this.#offset = this.#decoder ? 2 : mark[0] === 0xef && mark[1] === 0xbb && mark[2] === 0xbf ? 3 : 0;
  }

  /** Bytes of the file read so far. */
  get offset(): number {
    return this.#offset;
  }

  /** The next bytes, valid until the next call; none at the end. */
  next(): Buffer {
    const length = readSync(this.#file, this.#block, 0, blockBytes, this.#offset);
    this.#offset += length;
    const bytes = this.#block.subarray(0, length);
    if (!this.#decoder) return bytes;
    if (this.#swap) bytes.subarray(0, length & ~1).swap16();
    return Buffer.from(length === 0 ? this.#decoder.end() : this.#decoder.write(bytes));
  }

  /** Goes forward to a place counted in the UTF-8 bytes that `next` gives. */
  seek(place: number): Buffer {
    if (!this.#decoder) {
      this.#offset += place;
      return this.next();
    }
    let left = place;
    for (;;) {
      const bytes = this.next();
      if (bytes.length > left || bytes.length === 0) return bytes.subarray(left);
      left -= bytes.length;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Goes through a JSON text of any size, value by value. What is no JSON is thrown as `NoJson`, at `place`. */
export class JsonCursor {
  readonly #source: Utf8File;
  #bytes: Buffer;
  #at = 0;
  #before: number;
  readonly #tick: ((done: number, total: number) => void) | undefined;

  /** @param place where to begin, counted as `place` counts */
  constructor(path: string, place = 0, tick?: (done: number, total: number) => void) {
    this.#source = new Utf8File(path);
    this.#bytes = this.#source.seek(place);
    this.#before = place;
    this.#tick = tick;
  }

  /** UTF-8 bytes before the next character. */
  get place(): number {
    return this.#before + this.#at;
  }

  close(): void {
    this.#source.close();
  }

  /** The next byte that is no blank, −1 at the end. */
  peek(): number {
    for (;;) {
      while (this.#at < this.#bytes.length) {
        const byte = this.#bytes[this.#at]!;
        if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return byte;
        this.#at++;
      }
      if (!this.#more()) return -1;
    }
  }

  /** Takes one structural sign. */
  expect(byte: number): void {
    if (this.peek() !== byte) throw new NoJson();
    this.#at++;
  }

  /**
   * Takes a sign that must be a comma or the end of what is open.
   * @returns whether it was the comma
   */
  goesOn(end: number): boolean {
    const byte = this.peek();
    if (byte !== 44 && byte !== end) throw new NoJson();
    this.#at++;
    return byte === 44;
  }

  /** Takes one value and gives its text; undefined where it is longer than `most` bytes. Its insides are not looked at. */
  take(most: number): string | undefined {
    const parts: Buffer[] = [];
    let length = 0;
    this.#pass((bytes) => {
      length += bytes.length;
      if (length <= most) parts.push(Buffer.from(bytes));
    });
    return length <= most ? Buffer.concat(parts).toString("utf8") : undefined;
  }

  skip(): void {
    this.#pass(undefined);
  }

  #more(): boolean {
    this.#before += this.#bytes.length;
    this.#bytes = this.#source.next();
    this.#at = 0;
    this.#tick?.(Math.min(this.#source.offset, this.#source.size), this.#source.size);
    return this.#bytes.length > 0;
  }

  #pass(take: ((bytes: Buffer) => void) | undefined): void {
    const first = this.peek();
    // Control characters are no value either, and would be passed over for ever.
    if (first < 32 || first === 44 || first === 58 || first === 93 || first === 125) throw new NoJson();
    let depth = 0;
    let inString = false;
    let escaped = false;
    const word = first !== 34 && first !== 123 && first !== 91;
    for (;;) {
      const bytes = this.#bytes;
      const start = this.#at;
      let at = start;
      let done = false;
      for (; at < bytes.length && !done; at++) {
        const byte = bytes[at]!;
        if (inString) {
          if (escaped) escaped = false;
          else if (byte === 92) escaped = true;
          else if (byte === 34) {
            inString = false;
            done = depth === 0;
          }
        } else if (word) {
          if (byte === 44 || byte === 93 || byte === 125 || byte <= 32) {
            take?.(bytes.subarray(start, at));
            this.#at = at;
            return;
          }
        } else if (byte === 34) inString = true;
        else if (byte === 123 || byte === 91) depth++;
        else if (byte === 125 || byte === 93) done = --depth === 0;
      }
      take?.(bytes.subarray(start, at));
      this.#at = at;
      if (done) return;
      if (!this.#more()) {
        if (word) return;
        throw new NoJson();
      }
    }
  }
}
