/** A string that may run over the borders of continued records ([MS-XLS] 2.5.293): at each border the width of its characters is told anew. */
export class BiffStrings {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #p = 0;

  /** `parts`: the data of the record and of those that continue it. */
  constructor(parts: readonly Buffer[], offset: number) {
    this.#parts = parts;
    this.#p = offset;
  }

  /** A string with a two-byte count; undefined where the data end before it does. */
  next(): string | undefined {
    const count = this.#uint(2);
    if (count === undefined) return undefined;
    return this.characters(count);
  }

  /** A string whose count was read already. */
  characters(count: number): string | undefined {
    const flags = this.#uint(1);
    if (flags === undefined) return undefined;
    const runs = flags & 8 ? this.#uint(2) : 0;
    const extra = flags & 4 ? this.#uint(4) : 0;
    if (runs === undefined || extra === undefined) return undefined;
    let text = "";
    let wide = (flags & 1) === 1;
    for (let left = count; left > 0; ) {
      const part = this.#parts[this.#part];
      if (!part) return undefined;
      const room = Math.floor((part.length - this.#p) / (wide ? 2 : 1));
      if (room <= 0) {
        if (!this.#nextPart()) return undefined;
        wide = ((this.#uint(1) ?? 0) & 1) === 1;
        continue;
      }
      const taken = Math.min(room, left);
      const end = this.#p + taken * (wide ? 2 : 1);
      text += part.toString(wide ? "utf16le" : "latin1", this.#p, end);
      this.#p = end;
      left -= taken;
    }
    this.#skip(runs * 4 + extra);
    return text;
  }

  #uint(bytes: number): number | undefined {
    let value = 0;
    for (let k = 0; k < bytes; k++) {
      while (this.#p >= (this.#parts[this.#part]?.length ?? 0)) if (!this.#nextPart()) return undefined;
      value += this.#parts[this.#part]![this.#p++]! * 256 ** k;
    }
    return value;
  }

  #skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const room = (this.#parts[this.#part]?.length ?? 0) - this.#p;
      const taken = Math.min(room, left);
      this.#p += taken;
      left -= taken;
      if (left > 0 && !this.#nextPart()) return;
    }
  }

  #nextPart(): boolean {
    if (this.#part + 1 >= this.#parts.length) return false;
    this.#part++;
    this.#p = 0;
    return true;
  }
}
