import { closeSync, openSync, writeSync } from "node:fs";
import type { RejectedLine } from "./reader.ts";
import { sentence } from "./sentence.ts";

const shownLines = 50;
const shownText = 500;

/** Takes rejected lines to a text file, made only when there is one: file, line, reason and the text as it stood. */
export class Quarantine {
  /** The first of them, for the report. */
  readonly shown: { line: number; reason: string; text: string }[] = [];
  readonly #path: string;
  readonly #files: readonly string[];
  #fd: number | undefined;

  constructor(path: string, files: readonly string[]) {
    this.#path = path;
    this.#files = files;
  }

  take(lines: readonly RejectedLine[]): void {
    if (lines.length === 0) return;
    this.#fd ??= openSync(this.#path, "w");
    const rows = lines.map(({ source, line, reason, text }) => {
      const why = sentence(`import.rejected.${reason}`, {});
      if (this.shown.length < shownLines) this.shown.push({ line, reason: why, text: text.slice(0, shownText) });
      return `${this.#files[source]}\t${line}\t${why}\t${text}\n`;
    });
    writeSync(this.#fd, rows.join(""));
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }
}
