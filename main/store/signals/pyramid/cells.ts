/** Figures per numbers kept of a cell: time of its first and last sample (ms), min, max, first, last. */
export const figures = 6;

/** Cells of one tag in ascending order; a cell is a stretch of a grid fixed in time and is there only when it holds a sample. */
export class Cells {
  length = 0;
  from: Float64Array;
  to: Float64Array;
  min: Float64Array;
  max: Float64Array;
  first: Float64Array;
  last: Float64Array;

  constructor(capacity: number) {
    this.from = new Float64Array(capacity);
    this.to = new Float64Array(capacity);
    this.min = new Float64Array(capacity);
    this.max = new Float64Array(capacity);
    this.first = new Float64Array(capacity);
    this.last = new Float64Array(capacity);
  }

  get arrays(): readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array] {
    return [this.from, this.to, this.min, this.max, this.first, this.last];
  }

  /** Folds cells of a finer grid, or single samples, into this one: those in one stretch of `widthMicros` become one. */
  fold(finer: Cells, widthMicros: number, begin = 0, end = finer.length): void {
    let cell = this.length - 1;
    let key = cell < 0 ? Number.NaN : cellKey(this.from[cell]!, widthMicros);
    for (let i = begin; i < end; i++) {
      const from = finer.from[i]!;
      const now = cellKey(from, widthMicros);
      if (now === key) {
        this.to[cell] = finer.to[i]!;
        if (finer.min[i]! < this.min[cell]!) this.min[cell] = finer.min[i]!;
        if (finer.max[i]! > this.max[cell]!) this.max[cell] = finer.max[i]!;
        this.last[cell] = finer.last[i]!;
        continue;
      }
      key = now;
      cell = this.#open();
      this.from[cell] = from;
      this.to[cell] = finer.to[i]!;
      this.min[cell] = finer.min[i]!;
      this.max[cell] = finer.max[i]!;
      this.first[cell] = finer.first[i]!;
      this.last[cell] = finer.last[i]!;
    }
  }

  /** Takes cells as they are. */
  append(cells: Cells, begin: number, end: number): void {
    for (let i = begin; i < end; i++) {
      const cell = this.#open();
      this.from[cell] = cells.from[i]!;
      this.to[cell] = cells.to[i]!;
      this.min[cell] = cells.min[i]!;
      this.max[cell] = cells.max[i]!;
      this.first[cell] = cells.first[i]!;
      this.last[cell] = cells.last[i]!;
    }
  }

  /** Takes each sample as a cell of its own; NaN is none. */
  static ofSamples(time: Float64Array, values: Float64Array): Cells {
    const cells = new Cells(0);
    let length = 0;
    for (const v of values) if (!Number.isNaN(v)) length++;
    const at = new Float64Array(length);
    const good = new Float64Array(length);
    for (let i = 0, k = 0; i < values.length; i++) {
      if (Number.isNaN(values[i]!)) continue;
      at[k] = time[i]!;
      good[k++] = values[i]!;
    }
    cells.length = length;
    // All figures of a single sample are the sample; these arrays are only read from here on.
    cells.from = at;
    cells.to = at;
    cells.min = good;
    cells.max = good;
    cells.first = good;
    cells.last = good;
    return cells;
  }

  /** Folds samples in; NaN is none. `keys` holds the cell of each row, counted from any origin. */
  foldSamples(time: Float64Array, values: Float64Array, keys: Int32Array): void {
    let cell = -1;
    let key = -1;
    for (let i = 0; i < values.length; i++) {
      const v = values[i]!;
      if (Number.isNaN(v)) continue;
      if (keys[i] !== key) {
        key = keys[i]!;
        cell = this.#open();
        this.from[cell] = time[i]!;
        this.to[cell] = time[i]!;
        this.min[cell] = v;
        this.max[cell] = v;
        this.first[cell] = v;
        this.last[cell] = v;
        continue;
      }
      this.to[cell] = time[i]!;
      if (v < this.min[cell]!) this.min[cell] = v;
      if (v > this.max[cell]!) this.max[cell] = v;
      this.last[cell] = v;
    }
  }

  #open(): number {
    if (this.length === this.from.length) this.#grow();
    return this.length++;
  }

  #grow(): void {
    const more = (array: Float64Array): Float64Array => {
      const larger = new Float64Array(Math.max(64, array.length * 2));
      larger.set(array);
      return larger;
    };
    this.from = more(this.from);
    this.to = more(this.to);
    this.min = more(this.min);
    this.max = more(this.max);
    this.first = more(this.first);
    this.last = more(this.last);
  }
}

/** Which stretch of the grid a time (ms) lies in. */
export const cellKey = (ms: number, widthMicros: number): number => Math.floor((ms * 1000) / widthMicros);
