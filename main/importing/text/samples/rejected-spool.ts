import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RejectedLine } from "../../reader.ts";

const mostHeld = 8 << 20; // characters
const chunkLines = 10_000;

/** Keeps rejected lines until the frames begin, in memory or, where they are many, in temporary files. */
export class RejectedSpool {
  #held: RejectedLine[] = [];
  #characters = 0;
  #folder: string | undefined;
  #chunks = 0;

  take(lines: readonly RejectedLine[]): void {
    for (const line of lines) {
      this.#held.push(line);
      this.#characters += line.text.length;
    }
    if (this.#characters > mostHeld) this.#spill();
  }

  #spill(): void {
    this.#folder ??= mkdtempSync(join(tmpdir(), "onepercent-rejected-"));
    for (let k = 0; k < this.#held.length; k += chunkLines) {
      const file = openSync(join(this.#folder, String(this.#chunks++)), "w");
      writeSync(file, JSON.stringify(this.#held.slice(k, k + chunkLines)));
      closeSync(file);
    }
    this.#held = [];
    this.#characters = 0;
  }

  /** All lines in the order they came, some at a time; the temporary files are gone afterwards. */
  *taken(): Generator<readonly RejectedLine[]> {
    try {
      for (let k = 0; k < this.#chunks; k++) yield JSON.parse(readFileSync(join(this.#folder!, String(k)), "utf8")) as RejectedLine[];
      if (this.#held.length > 0) yield this.#held;
    } finally {
      this.close();
    }
  }

  close(): void {
    this.#held = [];
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}
