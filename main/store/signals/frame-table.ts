import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBVector,
  TIMESTAMP,
} from "@duckdb/node-api";
import type { Frame } from "#shared/domain/frame.ts";
import { timeColumn } from "./column-names.ts";
import { sqlName } from "./sql-text.ts";
import { doubles, microHalves } from "./vector-items.ts";

const chunkRows = 2048; // DuckDB's vector size

/** A table in DuckDB's memory that takes frames a chunk at a time, without a call per value. */
export class FrameTable {
  readonly name: string;
  rows = 0;
  readonly #appender: DuckDBAppender;
  readonly #chunk: DuckDBDataChunk;
  readonly #time: DuckDBVector;
  readonly #micros: Int32Array;
  readonly #columns: DuckDBVector[];

  private constructor(name: string, appender: DuckDBAppender, columns: number) {
    this.name = name;
    this.#appender = appender;
    this.#chunk = DuckDBDataChunk.create([TIMESTAMP, ...Array.from({ length: columns }, () => DOUBLE)], chunkRows);
    this.#time = this.#chunk.getColumnVector(0);
    this.#micros = microHalves(this.#time);
    this.#columns = Array.from({ length: columns }, (_, k) => this.#chunk.getColumnVector(k + 1));
  }

  static async create(connection: DuckDBConnection, name: string, columns: readonly string[]): Promise<FrameTable> {
    const list = columns.map((c) => `${sqlName(c)} DOUBLE`);
    await connection.run(`CREATE TABLE ${name} (${[`${timeColumn} TIMESTAMP`, ...list].join(", ")})`);
    return new FrameTable(name, await connection.createAppender(name), columns.length);
  }

  /** Takes rows `from` … `to` of a frame; NaN stays NaN in the table. */
  append(frame: Frame, from: number, to: number): void {
    for (let start = from; start < to; start += chunkRows) {
      const end = Math.min(to, start + chunkRows);
      this.#fillTime(frame.time, start, end);
      this.#time.flush();
      for (let k = 0; k < this.#columns.length; k++) {
        const column = this.#columns[k]!;
        doubles(column).set(frame.columns[k]!.values.subarray(start, end));
        column.flush();
      }
      this.#chunk.rowCount = end - start;
      this.#appender.appendDataChunk(this.#chunk);
    }
    this.rows += to - from;
  }

  close(): void {
    this.#appender.closeSync();
  }

  #fillTime(time: Float64Array, start: number, end: number): void {
    // Two halves of a 64-bit integer are an order of magnitude faster than a BigInt per row.
    for (let i = start, at = 0; i < end; i++, at += 2) {
      const micros = Math.round(time[i]! * 1000);
      this.#micros[at] = micros; // modulo 2^32
      this.#micros[at + 1] = Math.floor(micros / 4294967296);
    }
  }
}
