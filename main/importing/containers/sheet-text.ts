import { tabCell } from "./tab-table.ts";

/** Cells shown as one; all places counted from 0, inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * Turns the cells of a sheet into tab-separated lines: line k is row k, column k cell k, gaps stay gaps. Rows are as wide as the widest before
 * them, so that an empty cell at the end is missing and not lost. Texts and times of merged cells are repeated where the cells are covered,
 * except for a title that stands alone in its row; numbers never are.
 */
export class SheetText {
  readonly #merges: readonly Merge[];
  #nextMerge = 0;
  #covering: { merge: Merge; label: string }[] = [];
  #cells: string[] = [];
  #labels = new Map<number, string>();
  #filled = 0;
  #row = 0;
  #linesWritten = 0;
  #widest = 0;
  #text: string[] = [];
  #length = 0;

  constructor(merges: readonly Merge[]) {
    this.#merges = [...merges].sort((a, b) => a.top - b.top);
  }

  /** The row that comes next where the file does not say. */
  get nextRow(): number {
    return this.#row + 1;
  }

  /** Characters that wait to be drained. */
  get length(): number {
    return this.#length;
  }

  /** Rows are given in ascending order. */
  beginRow(row: number): void {
    this.#row = row;
    this.#cells = [];
    this.#labels.clear();
    this.#filled = 0;
  }

  /** `label`: a text or a time. An empty text is no cell. */
  cell(column: number, text: string, label: boolean): void {
    if (text === "") return;
    while (this.#cells.length <= column) this.#cells.push("");
    const clean = label ? tabCell(text) : text;
    if (this.#cells[column] === "") this.#filled++;
    this.#cells[column] = clean;
    if (label && this.#merges.length > 0) this.#labels.set(column, clean);
  }

  endRow(): void {
    if (this.#merges.length > 0) this.#cover();
    if (this.#filled === 0) return;
    const width = this.#cells.length;
    this.#widest = Math.max(this.#widest, width);
    const line = `${"\n".repeat(this.#row - this.#linesWritten)}${this.#cells.join("\t")}${"\t".repeat(this.#widest - width)}\n`;
    this.#linesWritten = this.#row + 1;
    this.#text.push(line);
    this.#length += line.length;
  }

  drain(): string {
    const text = this.#text.join("");
    this.#text = [];
    this.#length = 0;
    return text;
  }

  #cover(): void {
    for (; this.#nextMerge < this.#merges.length; this.#nextMerge++) {
      const merge = this.#merges[this.#nextMerge]!;
      if (merge.top > this.#row) break;
      const label = merge.top === this.#row ? this.#labels.get(merge.left) : undefined;
      if (label !== undefined && this.#filled > 1) this.#covering.push({ merge, label });
    }
    this.#covering = this.#covering.filter(({ merge }) => merge.bottom >= this.#row);
    if (this.#filled === 0) return;
    for (const { merge, label } of this.#covering) {
      for (let column = merge.left; column <= merge.right; column++) {
        while (this.#cells.length <= column) this.#cells.push("");
        if (this.#cells[column] === "") this.#cells[column] = label;
      }
    }
  }
}
