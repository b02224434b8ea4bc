import { pipeline, Readable } from "node:stream";
import { createInflate } from "node:zlib";
import { type Bytes, readUpTo } from "../byte-window.ts";

/** Where packed bytes lie in the file. */
export interface PackedPart {
  readonly offset: number;
  readonly length: number;
}

/** A deflated stream that keeps its place costs about this many bytes at work; so many may stand side by side. */
const mostCursors = 256;
const chunkBytes = 64 << 10;

/** One pass through a zlib stream, from its beginning on. */
class Cursor {
  position = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #close: () => void;
  #rest = new Uint8Array(0);

  constructor(file: Bytes, part: PackedPart) {
    async function* packed(): AsyncGenerator<Uint8Array> {
      for (let done = 0; done < part.length; ) {
        const chunk = await readUpTo(file, part.offset + done, Math.min(chunkBytes, part.length - done));
        if (chunk.length === 0) return;
        done += chunk.length;
        yield chunk;
      }
    }
    const inflate = createInflate({ chunkSize: chunkBytes });
    // What fails is met where the bytes are asked for.
    pipeline(Readable.from(packed(), { objectMode: false, highWaterMark: chunkBytes }), inflate, () => {});
    this.#chunks = inflate[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    this.#close = () => inflate.destroy();
  }

  /** The next bytes into `into` (or past it where it is null); fewer than `length` where the stream ends or is damaged. */
  async take(length: number, into: Uint8Array | null): Promise<number> {
    let done = 0;
    while (done < length) {
      if (this.#rest.length === 0) {
        // A stream that is cut off or damaged ends where it can no longer be unfolded.
        const next = await this.#chunks.next().catch(() => ({ done: true as const, value: undefined }));
        if (next.done) break;
        this.#rest = next.value as Uint8Array<ArrayBuffer>;
      }
      const part = this.#rest.subarray(0, length - done);
      into?.set(part, done);
      this.#rest = this.#rest.subarray(part.length);
      done += part.length;
    }
    this.position += done;
    return done;
  }

  close(): void {
    this.#close();
  }
}

/**
 * What a zlib stream in a file unfolds to, read by position. Readers that walk forward at several places (the columns of a matrix) keep a
 * place each; `load` unfolds everything at once where the caller holds that small enough.
 */
export class InflatedBytes implements Bytes {
  readonly #file: Bytes;
  readonly #part: PackedPart;
  #cursors: Cursor[] = [];
  #whole: Uint8Array | undefined;

  constructor(file: Bytes, part: PackedPart) {
    this.#file = file;
    this.#part = part;
  }

  async read(offset: number, into: Uint8Array): Promise<number> {
    if (this.#whole) {
      const part = this.#whole.subarray(offset, offset + into.length);
      into.set(part);
      return part.length;
    }
    let cursor = this.#cursors.find((each) => each.position === offset);
    if (!cursor) {
      // A little ahead of a place that nobody else continues from: a walk through headers.
      cursor = this.#cursors.find((each) => each.position < offset && offset - each.position < chunkBytes) ?? this.#start();
      await cursor.take(offset - cursor.position, null);
    }
    if (cursor.position < offset) return 0;
    return cursor.take(into.length, into);
  }

  /** Unfolds all of it into memory, at most `length` bytes; returns how many there are. */
  async load(length: number): Promise<number> {
    const whole = new Uint8Array(length);
    const cursor = new Cursor(this.#file, this.#part);
    const count = await cursor.take(length, whole);
    cursor.close();
    this.#whole = whole.subarray(0, count);
    this.close();
    return count;
  }

  close(): void {
    for (const cursor of this.#cursors) cursor.close();
    this.#cursors = [];
  }

  #start(): Cursor {
    if (this.#cursors.length >= mostCursors) this.#cursors.shift()!.close();
    const cursor = new Cursor(this.#file, this.#part);
    this.#cursors.push(cursor);
    return cursor;
  }
}
