import type { Frame } from "#shared/domain/frame.ts";
import type { FlatRun } from "#shared/domain/quality.ts";
import { Greatest } from "./greatest.ts";

const kept = 16; // stretches on one value, and silences: as in `FlatRuns`

/** What one pass over all samples of a tag leaves behind. Times are ms UTC, NaN where there is no good sample. */
export interface VitalFigures {
  readonly tag: string;
  readonly unit: string;
  readonly valid: number;
  /** Stretches on one value, and those of a single sample. */
  readonly runs: number;
  /** The longest stretches on one value before the last one, the longest first. */
  readonly flat: readonly FlatRun[];
  /** The stretch that the record ends with; null without any sample. */
  readonly last: FlatRun | null;
  /** The least and the greatest value before the last stretch began. */
  readonly min: number;
  readonly max: number;
  /** The longest times between two neighbouring good samples, the longest first. */
  readonly silences: readonly { readonly from: number; readonly to: number; readonly rows: number }[];
  readonly from: number;
  readonly to: number;
  /** Rows of the log behind the last good sample. */
  readonly rowsAfter: number;
}

/** Stretches on one value and silences of every tag, over any number of frames in ascending order of time; rows that step back are left out. */
export class VitalPass {
  readonly #tags = new Map<string, VitalTag>();
  #from = Number.NaN;
  #to = Number.NaN;
  #rows = 0;

  take(frame: Frame): void {
    let begin = 0;
    while (begin < frame.time.length && frame.time[begin]! <= this.#to) begin++;
    const time = frame.time.subarray(begin);
    if (time.length === 0) return;
    if (Number.isNaN(this.#from)) this.#from = time[0]!;
    for (const { tag, unit, values } of frame.columns) {
      let known = this.#tags.get(tag);
      if (!known) {
        known = new VitalTag(tag, unit);
        this.#tags.set(tag, known);
      }
      known.take(time, values.subarray(begin), this.#rows);
    }
    this.#to = time[time.length - 1]!;
    this.#rows += time.length;
  }

  finish(): { from: number; to: number; rows: number; tags: VitalFigures[] } {
    return { from: this.#from, to: this.#to, rows: this.#rows, tags: [...this.#tags.values()].map((tag) => tag.figures(this.#rows)) };
  }
}

class VitalTag {
  readonly #tag: string;
  readonly #unit: string;
  readonly #flat = new Greatest(kept);
  readonly #silent = new Greatest(kept);
  #valid = 0;
  #runs = 0;
  #value = Number.NaN;
  #runRows = 0;
  #runFrom = Number.NaN;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #from = Number.NaN;
  #to = Number.NaN;
  #lastRow = -1;

  constructor(tag: string, unit: string) {
    this.#tag = tag;
    this.#unit = unit;
  }

  /** @param before rows of the log ahead of these */
  take(time: Float64Array, values: Float64Array, before: number): void {
    for (let i = 0; i < values.length; i++) {
      const v = values[i]!;
      if (Number.isNaN(v)) continue;
      const at = time[i]!;
      const row = before + i;
      const missed = row - this.#lastRow - 1;
      if (missed > 0 && this.#lastRow >= 0 && missed > this.#silent.bar) this.#silent.add(missed, this.#to, at, 0);
      this.#valid++;
      if (v === this.#value) this.#runRows++;
      else {
        this.#close();
        this.#value = v;
        this.#runRows = 1;
        this.#runFrom = at;
        this.#runs++;
      }
      if (Number.isNaN(this.#from)) this.#from = at;
      this.#to = at;
      this.#lastRow = row;
    }
  }

  figures(rows: number): VitalFigures {
    return {
      tag: this.#tag,
      unit: this.#unit,
      valid: this.#valid,
      runs: this.#runs,
      flat: this.#flat.list().map(({ size, value, from, to }) => ({ rows: size, value, from, to })),
      last: this.#runRows > 0 ? { rows: this.#runRows, value: this.#value, from: this.#runFrom, to: this.#to } : null,
      min: this.#min,
      max: this.#max,
      silences: this.#silent.list().map(({ size, from, to }) => ({ rows: size, from, to })),
      from: this.#from,
      to: this.#to,
      rowsAfter: this.#lastRow < 0 ? rows : rows - 1 - this.#lastRow,
    };
  }

  #close(): void {
    if (this.#runRows === 0) return;
    if (this.#value < this.#min) this.#min = this.#value;
    if (this.#value > this.#max) this.#max = this.#value;
    if (this.#runRows > this.#flat.bar) this.#flat.add(this.#runRows, this.#runFrom, this.#to, this.#value);
  }
}
