import { Greatest, type Ranked } from "./greatest.ts";
import { OctaveTally } from "./octave-tally.ts";

const kept = 32;

/** Distances between neighbouring samples, ms. */
export class Distances {
  readonly tally = new OctaveTally();
  readonly #longest = new Greatest(kept);
  #last = Number.NaN;

  /** @param time [samples] of good ones, ascending. */
  take(time: Float64Array): void {
    let last = this.#last;
    let bar = this.#longest.bar;
    for (let i = 0; i < time.length; i++) {
      const at = time[i]!;
      const distance = at - last;
      this.tally.add(distance);
      if (distance > bar) {
        this.#longest.add(distance, last, at, 0);
        bar = this.#longest.bar;
      }
      last = at;
    }
    this.#last = last;
  }

  /** The longest first. */
  longest(): Ranked[] {
    return this.#longest.list();
  }
}
