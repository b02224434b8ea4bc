import type { Frame } from "#shared/domain/frame.ts";
import type { ColumnStatistics } from "./column-statistics.ts";
import { markComplete, plainStart, sealPage, sparsePage } from "./parquet/page.ts";
import type { FilledPage } from "./parquet/parquet-file.ts";

/** Rows of many frames, column by column, where a page of Parquet can be cut from without copying again. */
export class RowGroup {
  rows = 0;
  readonly capacity: number;
  readonly time: Float64Array;
  readonly #pages: Uint8Array[];
  readonly #values: Float64Array[];

  constructor(capacity: number, columns: number) {
    this.capacity = capacity;
    this.time = new Float64Array(capacity);
    this.#pages = Array.from({ length: columns }, () => new Uint8Array(plainStart + capacity * 8));
    this.#values = this.#pages.map((page) => new Float64Array(page.buffer, plainStart, capacity));
  }

  append(frame: Frame, from: number, to: number): void {
    this.time.set(frame.time.subarray(from, to), this.rows);
    for (let k = 0; k < this.#values.length; k++) this.#values[k]!.set(frame.columns[k]!.values.subarray(from, to), this.rows);
    this.rows += to - from;
  }

  /** [rows] per column. */
  get values(): Float64Array[] {
    return this.#values.map((values) => values.subarray(0, this.rows));
  }

  /** Counts the rows into the statistics and gives each column as a task that makes its page: the time first. */
  *pages(statistics: readonly ColumnStatistics[]): Generator<() => Promise<FilledPage>> {
    const rows = this.rows;
    const time = this.time.subarray(0, rows);
    yield () => timePage(time);
    for (let k = 0; k < this.#values.length; k++) {
      const values = this.#values[k]!.subarray(0, rows);
      const { nulls, min, max } = statistics[k]!.take(time, values);
      const range = nulls === rows ? undefined : { min: doubleBytes(min === 0 ? -0 : min), max: doubleBytes(max === 0 ? 0 : max) };
      const page = this.#pages[k]!;
      yield async () => {
        const raw = nulls > 0 ? sparsePage(values) : page.subarray(markComplete(page, rows), plainStart + rows * 8);
        return { page: await sealPage(raw, rows), nulls, range };
      };
    }
  }
}

async function timePage(time: Float64Array): Promise<FilledPage> {
  const micros = new Int32Array(time.length * 2);
  let low = 0;
  let high = 0;
  for (let i = 0; i < time.length; i++) {
    // Two halves of a 64-bit integer are an order of magnitude faster than a BigInt per row.
    const value = Math.round(time[i]! * 1000);
    micros[2 * i] = value; // modulo 2^32
    micros[2 * i + 1] = Math.floor(value / 4294967296);
    if (time[i]! < time[low]!) low = i;
    if (time[i]! > time[high]!) high = i;
  }
  const at = (i: number): Uint8Array => new Uint8Array(micros.buffer, i * 8, 8).slice();
  const page = await sealPage(new Uint8Array(micros.buffer), time.length);
  return { page, nulls: 0, range: { min: at(low), max: at(high) } };
}

const doubleBytes = (value: number): Uint8Array => new Uint8Array(Float64Array.of(value).buffer);
