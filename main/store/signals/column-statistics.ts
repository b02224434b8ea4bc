import { IntervalTally } from "./interval-tally.ts";
import type { SignalColumn } from "./manifest.ts";

// A run counts as stuck from an hour of minutes on, when it is a hundred times the usual run of equal values.
const stuckRows = 60;
const stuckTimes = 100;

/** Running figures of one tag over stretches of rows in ascending order of time. NaN counts for nothing. */
export class ColumnStatistics {
  #valid = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #sum = 0;
  #from = Number.NaN;
  #to = Number.NaN;
  readonly #intervals = new IntervalTally();
  #dense = 0;
  #changes = 0;
  #runValue = Number.NaN;
  #runRows = 0;
  #runFrom = Number.NaN;
  #runTo = Number.NaN;
  #longest = { value: Number.NaN, rows: 0, from: 0, to: 0 };

  /** Takes the next rows; returns how many were NaN, and the least and greatest of the others. */
  take(time: Float64Array, values: Float64Array): { nulls: number; min: number; max: number } {
    const rows = values.length;
    let valid = 0;
    let sum = 0;
    // A run that came from the stretch before is a value of this one too.
    let min = values.find((v) => !Number.isNaN(v)) ?? Number.POSITIVE_INFINITY;
    let max = min === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : min;
    let run = this.#runValue;
    let runRows = this.#runRows;
    let longest = this.#longest.rows;
    let changes = 0;
    let runFrom = -1; // row of this stretch at which the run began; before it when negative
    for (let i = 0; i < rows; i++) {
      const v = values[i]!;
      if (v === run) {
        runRows++;
        valid++;
        sum += v;
        continue;
      }
      if (Number.isNaN(v)) continue;
      valid++;
      sum += v;
      if (v < min) min = v;
      if (v > max) max = v;
      if (runRows > longest) {
        longest = runRows;
        this.#longest = {
          value: run,
          rows: runRows,
          from: runFrom < 0 ? this.#runFrom : time[runFrom]!,
          to: i > 0 ? time[i - 1]! : this.#runTo,
        };
      }
      changes++;
      runFrom = i;
      run = v;
      runRows = 1;
    }
    this.#runValue = run;
    this.#runRows = runRows;
    this.#changes += changes;
    if (runFrom >= 0) this.#runFrom = time[runFrom]!;
    if (rows > 0) this.#runTo = time[rows - 1]!;
    this.#sum += sum;
    this.#valid += valid;
    if (min < this.#min) this.#min = min;
    if (max > this.#max) this.#max = max;
    if (valid === rows) this.#takeDense(time);
    else if (valid > 0) this.#takeSparse(time, values);
    return { nulls: rows - valid, min, max };
  }

  /** `clock` holds the distances of all rows, which a tag shares where it has no NaN. */
  summary(clock: IntervalTally): Omit<SignalColumn, "tag" | "unit" | "column"> {
    const some = this.#valid > 0;
    const interval = (this.#dense * 2 >= this.#valid ? clock : this.#intervals).median();
    return {
      valid: this.#valid,
      min: some ? this.#min : null,
      max: some ? this.#max : null,
      mean: some ? this.#sum / this.#valid : null,
      from: some ? this.#from : null,
      to: some ? this.#to : null,
      intervalMs: Number.isNaN(interval) ? null : interval,
      stuck: this.#stuck(),
    };
  }

  #stuck(): SignalColumn["stuck"] {
    const last = { value: this.#runValue, rows: this.#runRows, from: this.#runFrom, to: this.#runTo };
    const longest = last.rows > this.#longest.rows ? last : this.#longest;
    const usual = this.#valid / Math.max(1, this.#changes);
    // A machine at rest or a saturated sensor stands at its lowest or highest value; that is no fault.
    const resting = longest.value === this.#min || longest.value === this.#max;
    return longest.rows < stuckRows || longest.rows < stuckTimes * usual || resting ? null : longest;
  }

  #takeDense(time: Float64Array): void {
    if (time.length === 0) return;
    if (Number.isNaN(this.#from)) this.#from = time[0]!;
    this.#to = time[time.length - 1]!;
    this.#dense += time.length;
  }

  #takeSparse(time: Float64Array, values: Float64Array): void {
    for (let i = 0; i < values.length; i++) {
      const v = values[i]!;
      if (Number.isNaN(v)) continue;
      const at = time[i]!;
      if (Number.isNaN(this.#from)) this.#from = at;
      else this.#intervals.add(at - this.#to);
      this.#to = at;
    }
  }
}
