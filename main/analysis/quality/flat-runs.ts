import type { FlatRun } from "#shared/domain/quality.ts";
import { Greatest } from "./greatest.ts";

const kept = 16;

/** Stretches on one value: how many, and the longest of them. A missing sample does not end a stretch. */
export class FlatRuns {
  readonly #longest = new Greatest(kept);
  #value = Number.NaN;
  #rows = 0;
  #from = Number.NaN;
  #to = Number.NaN;
  #runs = 0;
  #single = 0;

  /** @param values [samples] good ones, no NaN. */
  take(time: Float64Array, values: Float64Array): void {
    const n = values.length;
    for (let i = 0; i < n; i++) {
      const v = values[i]!;
      if (v === this.#value) {
        let k = i + 1;
        while (k < n && values[k] === v) k++;
        this.#rows += k - i;
        i = k - 1;
        this.#to = time[i]!;
        continue;
      }
      this.#close();
      this.#value = v;
      this.#rows = 1;
      this.#from = time[i]!;
      this.#to = this.#from;
    }
  }

  /** Ends the record. */
  finish(): { runs: number; single: number; longest: FlatRun[] } {
    this.#close();
    this.#rows = 0;
    return {
      runs: this.#runs,
      single: this.#single,
      longest: this.#longest.list().map(({ size, value, from, to }) => ({ rows: size, value, from, to })),
    };
  }

  #close(): void {
    if (this.#rows === 0) return;
    this.#runs++;
    if (this.#rows === 1) this.#single++;
    if (this.#rows > this.#longest.bar) this.#longest.add(this.#rows, this.#from, this.#to, this.#value);
  }
}
