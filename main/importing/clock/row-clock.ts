import type { TextPlan } from "#shared/domain/importing.ts";
import { BLANK } from "../byte-codes.ts";
import { type TimeReader, timeReader } from "./time-reader.ts";
import { type OddHours, wallClock } from "./wall-clock.ts";

/** Where a log without a word about its time begins. */
export const defaultStart = Date.UTC(2000, 0, 1);

const dayMs = 86_400_000;

/** Gathers the time of a row from its cells and knows what the rows before it were. */
export interface RowClock {
  /** Columns that hold the time, as they stand in the file; none when the clock is a rate. */
  readonly columns: readonly number[];
  readonly odd: OddHours;
  /** Begins a row. */
  begin(): void;
  /** Takes the text of one of its columns. */
  cell(column: number, bytes: Uint8Array, from: number, to: number): void;
  /** Ms UTC of the row; NaN when its cells are no time. */
  time(): number;
  /** The row became a row. */
  accept(): void;
  /** What the cell of one of its columns was in the row under way. */
  cellKind(column: number): "text" | "missing" | "unreadable";
}

export function rowClock(plan: TextPlan): RowClock {
  const { clock } = plan;
  if (clock.source === "rate") return new RateClock(clock.start, clock.stepMs, plan.zone);
  return new CellClock(
    clock.columns,
    timeReader(clock.format, plan.decimal, clock.start ?? defaultStart),
    clock.start ?? defaultStart,
    plan.zone,
  );
}

class RateClock implements RowClock {
  readonly columns: readonly number[] = [];
  readonly odd: OddHours;
  readonly #start: number;
  readonly #step: number;
  #row = 0;

  constructor(start: number, step: number, zone: string) {
    const wall = wallClock(zone);
    this.#start = wall.toUtc(start);
    this.#step = step;
    this.odd = wall;
  }
  begin(): void {}
  cell(): void {}
  time(): number {
    return this.#start + this.#row * this.#step;
  }
  accept(): void {
    this.#row++;
  }
  cellKind(): "text" {
    return "text";
  }
}

class CellClock implements RowClock {
  readonly columns: readonly number[];
  readonly odd: OddHours;
  readonly #reader: TimeReader;
  readonly #wall: ReturnType<typeof wallClock>;
  readonly #midnight: number;
  /** Several cells joined by one blank; a single cell is read where it stands. */
  readonly #joined = new Uint8Array(256);
  readonly #from: number[];
  readonly #to: number[];
  #bytes: Uint8Array = new Uint8Array(0);
  #seen = 0;
  #day = 0;
  #lastOfDay = Number.NaN;
  #read = Number.NaN;

  constructor(columns: readonly number[], reader: TimeReader, start: number, zone: string) {
    this.columns = columns;
    this.#reader = reader;
    this.#wall = wallClock(zone);
    this.odd = this.#wall;
    this.#midnight = Math.floor(start / dayMs) * dayMs;
    this.#from = columns.map(() => 0);
    this.#to = columns.map(() => 0);
  }

  begin(): void {
    this.#seen = 0;
  }

  cell(column: number, bytes: Uint8Array, from: number, to: number): void {
    if (from === to) return;
    this.#bytes = bytes;
    for (let k = 0; k < this.columns.length; k++) {
      if (this.columns[k] !== column) continue;
      this.#from[k] = from;
      this.#to[k] = to;
      this.#seen++;
    }
  }

  time(): number {
    if (this.#seen < this.columns.length) return Number.NaN;
    const reader = this.#reader;
    const read = this.columns.length === 1 ? reader.read(this.#bytes, this.#from[0]!, this.#to[0]!) : this.#readJoined();
    if (Number.isNaN(read) || reader.absolute) return read;
    if (reader.hasDate) return this.#wall.toUtc(read);
    this.#read = read;
    // A time of day that falls back by half a day has passed midnight; less is a row out of order.
    const day = read < this.#lastOfDay - dayMs / 2 ? this.#day + 1 : this.#day;
    return this.#wall.toUtc(this.#midnight + day * dayMs + read);
  }

  accept(): void {
    if (this.#reader.hasDate) return;
    if (this.#read < this.#lastOfDay - dayMs / 2) this.#day++;
    this.#lastOfDay = this.#read;
  }

  /** A row has a time only where all its clock cells are readable. */
  cellKind(): "text" {
    return "text";
  }

  #readJoined(): number {
    let length = 0;
    for (let k = 0; k < this.columns.length; k++) {
      const from = this.#from[k]!;
      const to = this.#to[k]!;
      if (length + to - from + 1 > this.#joined.length) return Number.NaN;
      if (k > 0) this.#joined[length++] = BLANK;
      for (let i = from; i < to; i++) this.#joined[length++] = this.#bytes[i]!;
    }
    return this.#reader.read(this.#joined, 0, length);
  }
}
