import type { TextPlan } from "#shared/domain/importing.ts";
import { type RowClock, rowClock } from "./row-clock.ts";

const firstRows = 256;

/** The clocks of a row whose values have times of their own. A row has a time as soon as one of its clocks has. */
export class PairedClock implements RowClock {
  readonly columns: readonly number[];
  /** [clocks][rows] ms UTC of the rows since the last `restart`, NaN where a clock's cell is no time. */
  readonly times: Float64Array[];
  readonly #clocks: readonly RowClock[];
  readonly #placeOf: ReadonlyMap<number, number>;
  readonly #now: Float64Array;
  readonly #kinds: ("text" | "missing" | "unreadable")[];
  #rows = 0;

  /** @param columns the time columns, the plan's own first. All are written in the format of the plan's clock. */
  constructor(plan: TextPlan, columns: readonly number[]) {
    const { clock } = plan;
    this.columns = columns;
    this.#clocks = columns.map((k) => rowClock(clock.source === "rate" ? plan : { ...plan, clock: { ...clock, columns: [k] } }));
    this.#placeOf = new Map(columns.map((k, i) => [k, i]));
    this.#now = new Float64Array(columns.length);
    this.#kinds = columns.map(() => "missing");
    this.times = columns.map(() => new Float64Array(firstRows));
  }

  /** Odd hours as the first clock met them. */
  get odd() {
    return this.#clocks[0]!.odd;
  }

  begin(): void {
    this.#now.fill(Number.NaN);
    this.#kinds.fill("missing");
  }

  cell(column: number, bytes: Uint8Array, from: number, to: number): void {
    if (from === to) return;
    const k = this.#placeOf.get(column)!;
    const clock = this.#clocks[k]!;
    clock.begin();
    clock.cell(column, bytes, from, to);
    const time = clock.time();
    this.#now[k] = time;
    this.#kinds[k] = Number.isNaN(time) ? "unreadable" : "text";
  }

  time(): number {
    for (const time of this.#now) if (!Number.isNaN(time)) return time;
    return Number.NaN;
  }

  accept(): void {
    const row = this.#rows++;
    for (let k = 0; k < this.times.length; k++) {
      const time = this.#now[k]!;
      if (row >= this.times[k]!.length) this.times[k] = doubled(this.times[k]!);
      this.times[k]![row] = time;
      if (!Number.isNaN(time)) this.#clocks[k]!.accept();
    }
  }

  cellKind(column: number): "text" | "missing" | "unreadable" {
    return this.#kinds[this.#placeOf.get(column)!]!;
  }

  /** The next row is row 0. */
  restart(): void {
    this.#rows = 0;
  }
}

function doubled(from: Float64Array): Float64Array {
  const larger = new Float64Array(2 * from.length);
  larger.set(from);
  return larger;
}
