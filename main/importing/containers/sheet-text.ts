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
  /** Of the row: by column, in the order in which they came. */
  #cells = new Map<number, string>();
  #labels = new Map<number, string>();
  #last = -1;
  #ascending = true;
  #row = 0;
  #linesWritten = 0;
  /** Last column of the widest row so far. */
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
    this.#cells.clear();
    this.#labels.clear();
    this.#last = -1;
    this.#ascending = true;
  }

  /** `label`: a text or a time. An empty text is no cell; of two in one place the later counts. */
  cell(column: number, text: string, label: boolean): void {
    if (text === "") return;
    const clean = label ? tabCell(text) : text;
    this.#put(column, clean);
    if (label && this.#merges.length > 0) this.#labels.set(column, clean);
  }

  endRow(): void {
    if (this.#merges.length > 0) this.#cover();
    if (this.#cells.size === 0) return;
    const cells = this.#ascending ? this.#cells : [...this.#cells].sort(([a], [b]) => a - b);
    const line: string[] = ["\n".repeat(this.#row - this.#linesWritten)];
    let at = 0;
    for (const [column, text] of cells) {
      if (column > at) line.push("\t".repeat(column - at));
      line.push(text);
      at = column;
    }
    if (at < this.#widest) line.push("\t".repeat(this.#widest - at));
    else this.#widest = at;
    line.push("\n");
    this.#linesWritten = this.#row + 1;
    const whole = line.join("");
    this.#text.push(whole);
    this.#length += whole.length;
  }

  drain(): string {
    const text = this.#text.join("");
    this.#text = [];
    this.#length = 0;
    return text;
  }

  #put(column: number, text: string): void {
    if (column < this.#last) this.#ascending = false;
    this.#last = Math.max(column, this.#last);
    this.#cells.set(column, text);
  }

  #cover(): void {
    const own = this.#cells.size;
    for (; this.#nextMerge < this.#merges.length; this.#nextMerge++) {
      const merge = this.#merges[this.#nextMerge]!;
      if (merge.top > this.#row) break;
      const label = merge.top === this.#row ? this.#labels.get(merge.left) : undefined;
      if (label !== undefined && own > 1) this.#covering.push({ merge, label });
    }
    if (this.#covering.length === 0) return;
    this.#covering = this.#covering.filter(({ merge }) => merge.bottom >= this.#row);
    if (own === 0) return;
    for (const { merge, label } of this.#covering) {
      for (let column = merge.left; column <= merge.right; column++) if (!this.#cells.has(column)) this.#put(column, label);
    }
  }
}
