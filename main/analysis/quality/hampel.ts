const half = 3;

/**
 * How far each peak and each dip lies from the median of itself and three neighbours either side, in passing: the identifier of F. R. Hampel, J. Am.
 * Stat. Assoc. 69 (1974) 383-393, without its scale, which is found from all deviations together. A step or a ramp deviates by nothing; an excursion
 * of up to three samples by its height, once. The first and the last three samples of the record are not judged.
 */
export class Hampel {
  #values: Float64Array = new Float64Array(0);
  #times: Float64Array = new Float64Array(0);

  /** @param values [samples] good ones, no NaN. Calls back for every deviation that is not zero. */
  take(time: Float64Array, values: Float64Array, found: (deviation: number, at: number, value: number) => void): void {
    const x = joined(this.#values, values);
    const at = joined(this.#times, time);
    for (let i = half; i < x.length - half; i++) {
      const v = x[i]!;
      const before = x[i - 1]!;
      const after = x[i + 1]!;
      // Of an excursion only its farthest sample counts, of several that are equal the first.
      if (!((v > before && v >= after) || (v < before && v <= after))) continue;
      const deviation = Math.abs(v - medianOf7(x[i - 3]!, x[i - 2]!, before, v, after, x[i + 2]!, x[i + 3]!));
      if (deviation > 0) found(deviation, at[i]!, v);
    }
    const rest = Math.min(x.length, 2 * half);
    this.#values = x.slice(x.length - rest);
    this.#times = at.slice(x.length - rest);
  }
}

function joined(before: Float64Array, after: Float64Array): Float64Array {
  const all = new Float64Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}

/** The fourth of seven numbers in ascending order, by a network of 13 exchanges: no branches, which noise would make costly. */
function medianOf7(a: number, b: number, c: number, d: number, e: number, f: number, g: number): number {
  // Exchanges (0,5) (0,3) (1,6) (2,4) (0,1) (3,5) (2,6) (2,3) (3,6) (4,5) (1,4) (1,3) (3,4); what nobody reads again is not kept.
  const a1 = Math.min(a, f);
  const f1 = Math.max(a, f);
  const a2 = Math.min(a1, d);
  const d1 = Math.max(a1, d);
  const b1 = Math.min(b, g);
  const g1 = Math.max(b, g);
  const c1 = Math.min(c, e);
  const e1 = Math.max(c, e);
  const b2 = Math.max(a2, b1);
  const d2 = Math.min(d1, f1);
  const f2 = Math.max(d1, f1);
  const c2 = Math.min(c1, g1);
  const g2 = Math.max(c1, g1);
  const d3 = Math.max(c2, d2);
  const d4 = Math.min(d3, g2);
  const e2 = Math.min(e1, f2);
  const b3 = Math.min(b2, e2);
  const e3 = Math.max(b2, e2);
  const d5 = Math.max(b3, d4);
  return Math.min(d5, e3);
}
