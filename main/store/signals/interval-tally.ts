/**
 * Median of distances without keeping them: one counter per 1/64 octave, so it is right to 1.1%, and exact where the
 * log is regular, because a counter remembers the first distance it met.
 */
export class IntervalTally {
  // 2^-20 … 2^43 ms (a nanosecond to three centuries) in steps of 2^(1/64): 63 octaves of 64 counters.
  readonly #counts = new Uint32Array(4096);
  readonly #example = new Float64Array(4096);
  readonly #bits = new Float64Array(1);
  readonly #words = new Uint32Array(this.#bits.buffer);
  #total = 0;
  #longest = 0;

  /** Takes a distance in ms; zero and less are left out. */
  add(distance: number): void {
    if (!(distance > 0)) return;
    this.#bits[0] = distance;
    // The upper word of a double: exponent in bits 20-30, the mantissa's first six bits in 14-19.
    const slot = Math.min(4095, Math.max(0, (this.#words[1]! >>> 14) - ((1023 - 20) << 6)));
    if (this.#counts[slot] === 0) this.#example[slot] = distance;
    this.#counts[slot]!++;
    if (distance > this.#longest) this.#longest = distance;
    this.#total++;
  }

  /** NaN where no distance was taken. */
  median(): number {
    let below = 0;
    for (let i = 0; i < 4096; i++) {
      below += this.#counts[i]!;
      if (below * 2 >= this.#total && below > 0) return this.#example[i]!;
    }
    return Number.NaN;
  }

  /** How many distances are longer than a limit (to one counter's width), and the longest of them; 0 where none is. */
  beyond(limit: number): { count: number; longest: number } {
    let count = 0;
    for (let i = 4095; i >= 0 && (this.#counts[i] === 0 || this.#example[i]! > limit); i--) count += this.#counts[i]!;
    return { count, longest: count > 0 ? this.#longest : 0 };
  }
}
