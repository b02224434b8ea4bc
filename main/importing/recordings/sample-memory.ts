/** Arrays for the samples of some rows that are used again for the next ones: recordings of hours are read in one place of memory. */
export class SampleMemory {
  readonly #arrays: Float64Array[] = [];

  /** An array of `count` for each wanted channel, null for the others; holds what the last call left in it. */
  arrays(wanted: readonly boolean[], count: number): (Float64Array | null)[] {
    return wanted.map((want, k) => {
      if (!want) return null;
      const mine = this.#arrays[k];
      if (mine && mine.length >= count) return mine.subarray(0, count);
      const grown = new Float64Array(count);
      this.#arrays[k] = grown;
      return grown;
    });
  }
}
