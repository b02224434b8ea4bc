import { closeSync, openSync, writeSync } from "node:fs";

const bufferBytes = 1 << 20; // one system call a megabyte

/** Text without tabs and line ends, each run of which becomes one blank: they set cells and lines apart, even inside quotes for whoever counts lines. */
export function oneLine(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 0x2028 || code === 0x2029) return text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, " ").replaceAll("\0", "");
  }
  return text;
}

/** Text of a cell of a tab-separated line: on one line, and quoted where it begins with a quote, which would be taken for the writer's. */
export function tabCell(text: string): string {
  const plain = oneLine(text);
  return /^\s*"/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Where lines of cells go. Cells are written as they are: whoever writes text of others makes it a `tabCell` first. */
export interface TabLines {
  line(cells: readonly string[]): void;
}

/** A new file of tab-separated UTF-8 text, written line by line. */
export class TabTable implements TabLines {
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(bufferBytes);
  #used = 0;
  #closed = false;

  /** Fails where the file is there already. */
  constructor(path: string) {
    this.#file = openSync(path, "wx", 0o600);
  }

  line(cells: readonly string[]): void {
    const text = `${cells.join("\t")}\n`;
    // A UTF-16 unit takes at most three bytes.
    if (text.length * 3 > bufferBytes) {
      this.#flush();
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
      return;
    }
    if (this.#used + text.length * 3 > bufferBytes) this.#flush();
    this.#used += this.#buffer.write(text, this.#used);
  }

  close(): void {
    if (this.#closed) return;
    try {
      this.#flush();
    } finally {
      this.#closed = true;
      closeSync(this.#file);
    }
  }

  /** Closes the file and gives up what was not written yet. */
  abandon(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#file);
  }

  #flush(): void {
    for (let at = 0; at < this.#used; ) at += writeSync(this.#file, this.#buffer, at, this.#used - at);
    this.#used = 0;
  }
}
