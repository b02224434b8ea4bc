// Slots per octave, and octaves either side of one: sizes of 2^-40 … 2^40 are told apart, those beyond share the outermost slots.
const perOctave = 16;
const octaves = 40;
const slots = 2 * octaves * perOctave;

/**
 * Sizes counted without keeping them: sixteen counters per octave, so that quantiles are right to 4.4 %, and exact where sizes repeat,
 * because a counter remembers the first size it met.
 */
export class OctaveTally {
  readonly #counts = new Float64Array(slots);
  readonly #sums = new Float64Array(slots);
  readonly #examples = new Float64Array(slots);
  readonly #bits = new Float64Array(1);
  readonly #words = new Uint32Array(this.#bits.buffer);
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Takes a size; zero and less, and NaN, are left out. */
  add(size: number): void {
    if (!(size > 0)) return;
    this.#bits[0] = size;
    // The upper word of a double: exponent in bits 20-30, the mantissa's first four bits in 16-19.
    const slot = Math.min(slots - 1, Math.max(0, (this.#words[1]! >>> 16) - ((1023 - octaves) << 4)));
    if (this.#counts[slot] === 0) this.#examples[slot] = size;
    this.#counts[slot]!++;
    this.#sums[slot]! += size;
    this.#total++;
  }

  /** The size that this share of the sizes does not exceed; NaN where there is none. */
  quantile(share: number): number {
    let below = 0;
    for (let i = 0; i < slots; i++) {
      below += this.#counts[i]!;
      if (below > 0 && below >= share * this.#total) return this.#examples[i]!;
    }
    return Number.NaN;
  }

  /** Sizes of the slots that lie above a limit: how many, and their sum. */
  above(limit: number): { count: number; sum: number } {
    let count = 0;
    let sum = 0;
    for (let i = slots - 1; i >= 0 && (this.#counts[i] === 0 || this.#examples[i]! > limit); i--) {
      count += this.#counts[i]!;
      sum += this.#sums[i]!;
    }
    return { count, sum };
  }

  /** Share of the sizes within a factor of a size. */
  near(size: number, factor: number): number {
    if (this.#total === 0) return 0;
    let count = 0;
    for (let i = 0; i < slots; i++)
      if (this.#counts[i]! > 0 && this.#examples[i]! <= size * factor && this.#examples[i]! * factor >= size) count += this.#counts[i]!;
    return count / this.#total;
  }

  /**
   * Where the large sizes stand apart from all others: the first size from `least` on below which no size lies within the factor.
   * @returns Infinity where the sizes thin out without a break: then the largest are the tail of the same thing.
   */
  apartFrom(least: number, factor: number): number {
    let before = 0;
    for (let i = 0; i < slots; i++) {
      if (this.#counts[i] === 0) continue;
      const size = this.#examples[i]!;
      if (size >= least && size >= before * factor) return size;
      before = Math.max(before, slotEnd(i));
    }
    return Number.POSITIVE_INFINITY;
  }
}

/** The largest size a slot may hold. */
const slotEnd = (slot: number): number => {
  const octave = Math.floor(slot / perOctave);
  return 2 ** (octave - octaves) * (1 + ((slot % perOctave) + 1) / perOctave);
};
