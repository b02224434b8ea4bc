import type { Frame } from "#shared/domain/frame.ts";
import { IntervalTally } from "./interval-tally.ts";

/** Running figures of one tag over frames in ascending order of time. NaN counts for nothing. */
export class ColumnStatistics {
  valid = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  from = Number.NaN;
  to = Number.NaN;
  #sum = 0;
  readonly #intervals = new IntervalTally();
  #dense = 0;

  get mean(): number {
    return this.#sum / this.valid;
  }

  /** Median distance of good samples; `clock` holds the distances of whole frames, which this tag shares where it has no NaN. */
  intervalMs(clock: IntervalTally): number {
    return this.#dense * 2 >= this.valid ? clock.median() : this.#intervals.median();
  }

  /** Takes the next frame's values; returns whether a NaN was among them. */
  take(time: Frame["time"], values: Float64Array): boolean {
    const rows = values.length;
    let valid = 0;
    let sum = 0;
    let min = this.min;
    let max = this.max;
    for (let i = 0; i < rows; i++) {
      const v = values[i]!;
      if (v === v) {
        valid++;
        sum += v;
        if (v < min) min = v;
        if (v > max) max = v;
      }
    }
    this.min = min;
    this.max = max;
    this.#sum += sum;
    if (valid === rows) {
      if (rows > 0) {
        if (this.from !== this.from) this.from = time[0]!;
        this.to = time[rows - 1]!;
      }
      this.#dense += rows;
    } else if (valid > 0) this.#takeSparse(time, values);
    this.valid += valid;
    return valid < rows;
  }

  #takeSparse(time: Float64Array, values: Float64Array): void {
    for (let i = 0; i < values.length; i++) {
      const v = values[i]!;
      if (v !== v) continue;
      const at = time[i]!;
      if (this.from !== this.from) this.from = at;
      else this.#intervals.add(at - this.to);
      this.to = at;
    }
  }
}
