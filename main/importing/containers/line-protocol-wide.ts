import type { RowsAndRest } from "./rows-and-rest.ts";

/** Puts samples that come in the order of time into rows: one for each time, and a further one where a column has two samples at one time. */
export class WideRows {
  readonly #into: RowsAndRest;
  readonly #row: string[];
  readonly #timed: boolean;
  #time: string | undefined;
  #filled = false;

  /** With no time column where `timed` is false: then a row ends where a column comes again. */
  constructor(into: RowsAndRest, columns: number, timed: boolean) {
    this.#into = into;
    this.#timed = timed;
    this.#row = new Array<string>(columns + (timed ? 1 : 0)).fill("");
  }

  add(time: string, column: number, text: string): void {
    const at = this.#timed ? column + 1 : column;
    if (this.#filled && (time !== this.#time || this.#row[at] !== "")) this.end();
    this.#time = time;
    if (this.#timed) this.#row[0] = time;
    this.#row[at] = text;
    this.#filled = true;
  }

  end(): void {
    if (!this.#filled) return;
    this.#into.row(this.#row);
    this.#row.fill("");
    this.#filled = false;
  }
}
