import type { RecordingPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import { numberTime } from "../clock/number-time.ts";
import { defaultStart } from "../clock/row-clock.ts";
import { type OddHours, type WallClock, wallClock } from "../clock/wall-clock.ts";
import { sentence } from "../sentence.ts";
import type { RecordedTable } from "./recording.ts";

const latest = 8.64e15; // the range of a JavaScript date, ms

/** The times of the rows of one recording after another. */
export interface RecordingClock {
  /** Column that holds the time, -1 for a rate. */
  readonly column: number;
  readonly odd: OddHours;
  /** Begins a file; `own` is where the file itself says it begins, ms on the clock it was written by. */
  begin(table: RecordedTable, own: number | null): void;
  /** Writes the ms UTC of rows from `from` on into `time`, NaN where a number is no time; `numbers` are the clock column's. */
  fill(time: Float64Array, from: number, numbers: Float64Array | null): void;
}

/** Throws `import.format-unknown` for a clock column whose format is not one of numbers. */
export function recordingClock({ clock, zone }: RecordingPlan): RecordingClock {
  const wall = wallClock(zone);
  if (clock.source === "rate") return new RateClock(new Starts(clock.start, wall), clock.stepMs, wall);
  const { format, start, columns } = clock;
  const reading = numberTime(format);
  if (!reading) throw problem("import.format-unknown", sentence("import.format-unknown", { format }), { format });
  if (reading.counts !== "elapsed") return new DatedClock(columns[0]!, reading.toMs, reading.counts === "wall" ? wall : undefined, wall);
  return new ElapsedClock(columns[0]!, reading.toMs, new Starts(start ?? defaultStart, wall), wall);
}

/** Where each file of a series begins. What a person has corrected of the first one's start holds for all of them. */
class Starts {
  readonly #planned: number;
  readonly #wall: WallClock;
  #correction: number | undefined;

  constructor(planned: number, wall: WallClock) {
    this.#planned = planned;
    this.#wall = wall;
  }

  /** Ms UTC; undefined for a later file that does not say. */
  of(own: number | null): number | undefined {
    if (this.#correction === undefined) {
      this.#correction = own === null ? 0 : this.#planned - own;
      return this.#wall.toUtc(this.#planned);
    }
    return own === null ? undefined : this.#wall.toUtc(own + this.#correction);
  }
}

class RateClock implements RecordingClock {
  readonly column = -1;
  readonly odd: OddHours;
  readonly #starts: Starts;
  readonly #planned: number;
  #firstStep: number | undefined;
  #start = 0;
  #step = 0;
  #end = 0;

  constructor(starts: Starts, step: number, odd: OddHours) {
    this.#starts = starts;
    this.#planned = step;
    this.odd = odd;
  }

  begin({ clock, rows }: RecordedTable, own: number | null): void {
    const step = clock.source === "rate" ? clock.stepMs : 0;
    this.#firstStep ??= step;
    // A step that was corrected holds for all files; otherwise each has its own.
    this.#step = step > 0 && this.#planned === this.#firstStep ? step : this.#planned;
    this.#start = this.#starts.of(own) ?? this.#end;
    this.#end = this.#start + rows * this.#step;
  }

  fill(time: Float64Array, from: number): void {
    const start = this.#start;
    const step = this.#step;
    for (let i = 0; i < time.length; i++) time[i] = start + (from + i) * step;
  }
}

class DatedClock implements RecordingClock {
  readonly column: number;
  readonly odd: OddHours;
  readonly #toMs: (value: number) => number;
  readonly #wall: WallClock | undefined;

  constructor(column: number, toMs: (value: number) => number, wall: WallClock | undefined, odd: OddHours) {
    this.column = column;
    this.#toMs = toMs;
    this.#wall = wall;
    this.odd = odd;
  }

  begin(): void {}

  fill(time: Float64Array, _from: number, numbers: Float64Array | null): void {
    for (let i = 0; i < time.length; i++) {
      const at = wholeMicroseconds(this.#toMs(numbers![i]!));
      time[i] = this.#wall && !Number.isNaN(at) ? this.#wall.toUtc(at) : at;
    }
  }
}

class ElapsedClock implements RecordingClock {
  readonly column: number;
  readonly odd: OddHours;
  readonly #toMs: (value: number) => number;
  readonly #starts: Starts;
  #start: number | undefined;
  // The last two rows of the files before: where a file that does not say when it begins goes on.
  #last = Number.NaN;
  #lastElapsed = Number.NaN;
  #step = 0;
  #before = 0;

  constructor(column: number, toMs: (value: number) => number, starts: Starts, odd: OddHours) {
    this.column = column;
    this.#toMs = toMs;
    this.#starts = starts;
    this.odd = odd;
  }

  begin(_table: RecordedTable, own: number | null): void {
    this.#before = this.#start ?? 0;
    this.#start = this.#starts.of(own);
  }

  fill(time: Float64Array, _from: number, numbers: Float64Array | null): void {
    for (let i = 0; i < time.length; i++) {
      const elapsed = this.#toMs(numbers![i]!);
      if (!Number.isFinite(elapsed)) {
        time[i] = Number.NaN;
        continue;
      }
      this.#start ??= this.#goOn(elapsed);
      const at = wholeMicroseconds(this.#start + elapsed);
      time[i] = at;
      if (Number.isNaN(at)) continue;
      if (at > this.#last) this.#step = at - this.#last;
      this.#last = at;
      this.#lastElapsed = elapsed;
    }
  }

  /** A counter that runs on over the files keeps its start; one that began again goes on a step behind the last row. */
  #goOn(elapsed: number): number {
    if (Number.isNaN(this.#last) || elapsed > this.#lastElapsed) return this.#before;
    return this.#last + this.#step - elapsed;
  }
}

/** The store counts microseconds: what is finer would only blur a whole millisecond. */
function wholeMicroseconds(ms: number): number {
  const whole = Math.round(ms * 1000) / 1000;
  return Math.abs(whole) <= latest ? whole : Number.NaN;
}
