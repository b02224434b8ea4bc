const half = 3;
const width = 2 * half + 1;

/**
 * How far each sample lies from the median of itself and three neighbours either side, in passing: the identifier of F. R. Hampel, J. Am. Stat. Assoc.
 * 69 (1974) 383-393, without its scale, which is found from all deviations together. A step or a ramp deviates by nothing; an excursion of up to three
 * samples by its height. The first and the last three samples of the record are not judged.
 */
export class Hampel {
  readonly #values = new Float64Array(width);
  readonly #times = new Float64Array(width);
  readonly #sorted = new Float64Array(width);
  #seen = 0;

  /** @param values [samples] good ones, no NaN. Calls back for every deviation that is not zero. */
  take(time: Float64Array, values: Float64Array, found: (deviation: number, at: number, value: number) => void): void {
    const ring = this.#values;
    const times = this.#times;
    const ordered = this.#sorted;
    let seen = this.#seen;
    for (let i = 0; i < values.length; i++) {
      const v = values[i]!;
      const place = seen % width;
      if (seen < width) {
        let k = seen;
        for (; k > 0 && ordered[k - 1]! > v; k--) ordered[k] = ordered[k - 1]!;
        ordered[k] = v;
      } else {
        const old = ring[place]!;
        let k = 0;
        while (ordered[k] !== old) k++;
        if (v >= old) for (; k < width - 1 && ordered[k + 1]! < v; k++) ordered[k] = ordered[k + 1]!;
        else for (; k > 0 && ordered[k - 1]! > v; k--) ordered[k] = ordered[k - 1]!;
        ordered[k] = v;
      }
      ring[place] = v;
      times[place] = time[i]!;
      seen++;
      if (seen < width) continue;
      const middle = (seen - 1 - half) % width;
      const deviation = Math.abs(ring[middle]! - ordered[half]!);
      if (deviation > 0) found(deviation, times[middle]!, ring[middle]!);
    }
    this.#seen = seen;
  }
}
