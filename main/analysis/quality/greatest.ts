/** Something that happened, and how much of it there was. */
export interface Ranked {
  readonly size: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Keeps the greatest of many things, and forgets the rest. */
export class Greatest {
  // A heap of columns, because a signal that climbs for days takes a new one with every sample: the least of those kept stands first.
  readonly #size: Float64Array;
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  readonly #value: Float64Array;
  #kept = 0;

  constructor(most: number) {
    this.#size = new Float64Array(most);
    this.#from = new Float64Array(most);
    this.#to = new Float64Array(most);
    this.#value = new Float64Array(most);
  }

  /** What is no greater than this is not kept. */
  get bar(): number {
    return this.#kept < this.#size.length ? Number.NEGATIVE_INFINITY : this.#size[0]!;
  }

  add(size: number, from: number, to: number, value: number): void {
    if (this.#kept < this.#size.length) {
      let i = this.#kept++;
      for (; i > 0 && this.#size[(i - 1) >> 1]! > size; i = (i - 1) >> 1) this.#move((i - 1) >> 1, i);
      this.#put(i, size, from, to, value);
      return;
    }
    if (!(size > this.#size[0]!)) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.#kept) break;
      if (child + 1 < this.#kept && this.#size[child + 1]! < this.#size[child]!) child++;
      if (this.#size[child]! >= size) break;
      this.#move(child, i);
      i = child;
    }
    this.#put(i, size, from, to, value);
  }

  /** The greatest first; of equal ones, the earliest. */
  list(): Ranked[] {
    return Array.from({ length: this.#kept }, (_, i) => ({
      size: this.#size[i]!,
      from: this.#from[i]!,
      to: this.#to[i]!,
      value: this.#value[i]!,
    })).sort((a, b) => b.size - a.size || a.from - b.from);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#size[from]!, this.#from[from]!, this.#to[from]!, this.#value[from]!);
  }

  #put(at: number, size: number, from: number, to: number, value: number): void {
    this.#size[at] = size;
    this.#from[at] = from;
    this.#to[at] = to;
    this.#value[at] = value;
  }
}
