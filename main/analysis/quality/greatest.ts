/** Something that happened, and how much of it there was. */
export interface Ranked {
  readonly size: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Keeps the greatest of many things, and forgets the rest. */
export class Greatest {
  readonly #most: number;
  // A heap: the least of those kept stands first.
  readonly #kept: Ranked[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Smaller than this, nothing is kept any more. */
  get bar(): number {
    return this.#kept.length < this.#most ? Number.NEGATIVE_INFINITY : this.#kept[0]!.size;
  }

  add(size: number, from: number, to: number, value: number): void {
    if (this.#kept.length < this.#most) {
      this.#kept.push({ size, from, to, value });
      this.#rise(this.#kept.length - 1);
      return;
    }
    if (!(size > this.#kept[0]!.size)) return;
    this.#kept[0] = { size, from, to, value };
    this.#sink();
  }

  /** The greatest first; of equal ones, the earliest. */
  list(): Ranked[] {
    return [...this.#kept].sort((a, b) => b.size - a.size || a.from - b.from);
  }

  #rise(at: number): void {
    const heap = this.#kept;
    for (let i = at; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (heap[parent]!.size <= heap[i]!.size) return;
      [heap[parent], heap[i]] = [heap[i]!, heap[parent]!];
      i = parent;
    }
  }

  #sink(): void {
    const heap = this.#kept;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && heap[child]!.size < heap[least]!.size) least = child;
      if (least === i) return;
      [heap[least], heap[i]] = [heap[i]!, heap[least]!];
      i = least;
    }
  }
}
