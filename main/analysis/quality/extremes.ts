/** One end of what a tag read: the value, how many samples lie on it and in how many visits. */
export interface Rail {
  readonly value: number;
  readonly rows: number;
  readonly visits: number;
  readonly from: number;
  readonly to: number;
}

/** The greatest sample so far and how often it was met; of the least where the values are taken with the other sign. */
export class Extreme {
  readonly #sign: 1 | -1;
  #value = Number.NEGATIVE_INFINITY;
  #rows = 0;
  #visits = 0;
  #from = Number.NaN;
  #to = Number.NaN;
  #inside = false;

  constructor(sign: 1 | -1) {
    this.#sign = sign;
  }

  /** @param values [samples] good ones, no NaN. */
  take(time: Float64Array, values: Float64Array): void {
    for (let i = 0; i < values.length; i++) {
      const v = this.#sign * values[i]!;
      if (v < this.#value) {
        this.#inside = false;
        continue;
      }
      if (v > this.#value) {
        this.#value = v;
        this.#rows = 0;
        this.#visits = 0;
        this.#inside = false;
        this.#from = time[i]!;
      }
      this.#rows++;
      if (!this.#inside) this.#visits++;
      this.#inside = true;
      this.#to = time[i]!;
    }
  }

  /** Undefined where no sample was taken. */
  rail(): Rail | undefined {
    if (this.#rows === 0) return undefined;
    return { value: this.#sign * this.#value, rows: this.#rows, visits: this.#visits, from: this.#from, to: this.#to };
  }
}
