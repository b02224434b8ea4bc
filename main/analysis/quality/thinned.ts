import { random } from "../signal/random.ts";

const most = 8192;

/** An even choice of at most 8192 samples of a record: one of every stretch, at a place left to chance so that no period of the signal is met. */
export class Thinned {
  readonly #stretch: number;
  readonly #next: () => number;
  readonly #chosen: Float64Array;
  #count = 0;
  #left: number;
  #rest: number;

  /** @param samples how many will be taken in all. */
  constructor(samples: number, seed: number) {
    this.#stretch = Math.max(1, Math.ceil(samples / most));
    this.#next = random(seed);
    this.#chosen = new Float64Array(Math.ceil(samples / this.#stretch) + 1);
    this.#left = this.#place();
    this.#rest = this.#stretch - 1 - this.#left;
  }

  /** @param values [samples] good ones, no NaN. */
  take(values: Float64Array): void {
    let at = this.#left;
    while (at < values.length) {
      if (this.#count < this.#chosen.length) this.#chosen[this.#count++] = values[at]!;
      const place = this.#place();
      at += this.#rest + place + 1;
      this.#rest = this.#stretch - 1 - place;
    }
    this.#left = at - values.length;
  }

  /** Ascending. */
  finish(): Float64Array {
    return this.#chosen.slice(0, this.#count).sort();
  }

  #place(): number {
    return this.#stretch === 1 ? 0 : Math.floor(this.#next() * this.#stretch);
  }
}
