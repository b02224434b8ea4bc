import { type FileHandle, open, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import { type ImportCode, sentence } from "../sentence.ts";
import type { Sink } from "./sink.ts";

/**
 * Text of a log with one reading per line packs 5 to 60 times; deflate itself ends at 1,032 times (https://zlib.net/zlib_tech.html).
 * What lies beyond is no log but a trap.
 */
const greatestRatio = 400;
/** A small log may pack as well as it likes: so much harms nobody. */
const alwaysAllowed = 256 * 2 ** 20;
/** Left free for the project and for everybody else. */
const keptFree = 2 ** 30;
const checkedEvery = 128 * 2 ** 20;

/** A new file for what is taken out of a packed one; refuses to fill the disk. */
export class GuardedFile implements Sink {
  readonly #path: string;
  readonly #source: string;
  readonly #allowed: number;
  #handle: FileHandle | undefined;
  #written = 0;
  #checkAt = checkedEvery;

  /** `source`: the name of the file or member for the message; `packedBytes`: its size as packed; `free`: what is allowed whatever the ratio. */
  constructor({ path, source, packedBytes, free = alwaysAllowed }: { path: string; source: string; packedBytes: number; free?: number }) {
    this.#path = path;
    this.#source = source;
    this.#allowed = Math.max(free, packedBytes * greatestRatio);
  }

  /** Creates the file. Throws `import.bomb` and `import.no-room` already when the size that the packed file tells is too much. */
  async open(toldBytes = 0): Promise<void> {
    if (toldBytes > this.#allowed) throw this.#told("import.bomb", { ratio: greatestRatio });
    await this.#checkRoom(toldBytes);
    this.#handle = await open(this.#path, "wx", 0o600);
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#written += bytes.length;
    if (this.#written > this.#allowed) throw this.#told("import.bomb", { ratio: greatestRatio });
    if (this.#written > this.#checkAt) {
      this.#checkAt = this.#written + checkedEvery;
      await this.#checkRoom(bytes.length);
    }
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#handle!.write(bytes, at).catch((cause: NodeJS.ErrnoException) => {
        throw cause.code === "ENOSPC" ? this.#told("import.no-room", {}, cause) : cause;
      });
      at += bytesWritten;
    }
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async #checkRoom(needed: number): Promise<void> {
    const { bavail, bsize } = await statfs(dirname(this.#path));
    if (bavail * bsize - needed < keptFree) throw this.#told("import.no-room", {});
  }

  #told(code: ImportCode, more: Record<string, number>, cause?: unknown) {
    const data = { file: this.#source, ...more };
    return problem(code, sentence(code, data), data, { cause });
  }
}
