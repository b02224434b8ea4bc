import type { TimeRange } from "#shared/domain/time-range.ts";

/** Slices of the small chart: as many as it is pixels wide. */
export const slices = 160;

/** Least and greatest of equal slices of time, so that a single sample stays visible in the smallest picture. */
export class Shape {
  readonly #min = new Float64Array(slices).fill(Number.POSITIVE_INFINITY);
  readonly #max = new Float64Array(slices).fill(Number.NEGATIVE_INFINITY);
  readonly #from: number;
  readonly #perMs: number;

  constructor({ from, to }: TimeRange) {
    this.#from = from;
    this.#perMs = to > from ? slices / (to - from) : 0;
  }

  /** @param values [samples] good ones, no NaN, within the range. */
  take(time: Float64Array, values: Float64Array): void {
    for (let i = 0; i < values.length; i++) {
      const slice = Math.min(slices - 1, Math.max(0, Math.floor((time[i]! - this.#from) * this.#perMs)));
      const v = values[i]!;
      if (v < this.#min[slice]!) this.#min[slice] = v;
      if (v > this.#max[slice]!) this.#max[slice] = v;
    }
  }

  /** Null where a slice holds no sample. */
  finish(): { min: (number | null)[]; max: (number | null)[] } {
    const finite = (v: number): number | null => (Number.isFinite(v) ? v : null);
    return { min: Array.from(this.#min, finite), max: Array.from(this.#max, finite) };
  }
}
