/** Gathers the text of a string with its runs (`si`, `is`); how it is to be pronounced (`rPh`) is not part of it. */
export class XlsxText {
  #text = "";
  #inText = false;
  #spoken = 0;

  begin(): void {
    this.#text = "";
    this.#inText = false;
    this.#spoken = 0;
  }

  open(name: string): void {
    if (name === "rPh") this.#spoken++;
    else if (name === "t") this.#inText = this.#spoken === 0;
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }

  close(name: string): void {
    if (name === "rPh") this.#spoken--;
    else if (name === "t") this.#inText = false;
  }

  end(): string {
    return unescaped(this.#text);
  }
}

/** `_x000D_` stands for a character XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
