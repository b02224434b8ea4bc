import { oneLine, type TabLines } from "./tab-table.ts";

const rowsFirst = 20; // a table must be seen as one before it is interrupted, or what stands above it is taken for a preamble
const mostHeld = 1000;

/**
 * A table and between its rows the lines of the source that are none. They have one cell more than the table has columns, so that the
 * reader keeps them out and tells; the cell is `#<line> <text>`.
 */
export class RowsAndRest {
  readonly #into: TabLines;
  readonly #outside: string;
  #held: string[] = [];
  #rows = 0;

  constructor(into: TabLines, names: readonly string[]) {
    this.#into = into;
    this.#outside = "\t".repeat(names.length);
    into.line(names);
  }

  row(cells: readonly string[]): void {
    this.#into.line(cells);
    if (++this.#rows >= rowsFirst && this.#held.length > 0) this.end();
  }

  /** @param at the line of the source, counted from 1 */
  rest(at: number, text: string): void {
    this.#held.push(`${this.#outside}#${at} ${oneLine(text)}`);
    if (this.#rows >= rowsFirst || this.#held.length >= mostHeld) this.end();
  }

  /** Writes what was held back. */
  end(): void {
    for (const line of this.#held) this.#into.line([line]);
    this.#held = [];
  }
}
