import type { Frame } from "#shared/domain/frame.ts";
import { IntervalTally } from "./interval-tally.ts";

// A run counts as stuck from an hour of minutes on, when it is a hundred times the usual run of equal values.
const stuckRows = 60;
const stuckTimes = 100;

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
  #changes = 0;
  #runValue = Number.NaN;
  #runRows = 0;
  #runFrom = Number.NaN;
  #runTo = Number.NaN;
  #longest = { value: Number.NaN, rows: 0, from: 0, to: 0 };

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
    let run = this.#runValue;
    let runRows = this.#runRows;
    for (let i = 0; i < rows; i++) {
      const v = values[i]!;
      if (v !== v) continue;
      valid++;
      sum += v;
      if (v < min) min = v;
      if (v > max) max = v;
      if (v === run) {
        runRows++;
        continue;
      }
      if (runRows > this.#longest.rows) this.#endRun(run, runRows, i > 0 ? time[i - 1]! : this.#runTo);
      this.#changes++;
      this.#runFrom = time[i]!;
      run = v;
      runRows = 1;
    }
    this.#runValue = run;
    this.#runRows = runRows;
    if (rows > 0) this.#runTo = time[rows - 1]!;
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

  /** See `SignalColumn`. Called after the last frame. */
  stuck(): { value: number; rows: number; from: number; to: number } | null {
    if (this.#runRows > this.#longest.rows) this.#endRun(this.#runValue, this.#runRows, this.#runTo);
    const { value, rows, from, to } = this.#longest;
    const usual = this.valid / Math.max(1, this.#changes);
    // A machine at rest or a saturated sensor stands at its lowest or highest value; that is no fault.
    if (rows < stuckRows || rows < stuckTimes * usual || value === this.min || value === this.max) return null;
    return { value, rows, from, to };
  }

  #endRun(value: number, rows: number, to: number): void {
    this.#longest = { value, rows, from: this.#runFrom, to };
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
