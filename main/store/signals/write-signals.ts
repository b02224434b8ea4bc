import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "#shared/domain/frame.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { columnNames, timeColumn } from "./column-names.ts";
import { ColumnStatistics } from "./column-statistics.ts";
import { FrameTable } from "./frame-table.ts";
import { IntervalTally } from "./interval-tally.ts";
import { gapIntervals } from "./gap-intervals.ts";
import { manifestName, type SignalsManifest } from "./manifest.ts";
import { type Duckdb, openDuckdb } from "./open-duckdb.ts";
import { sentence } from "./sentence.ts";
import { sqlName, sqlText } from "./sql-text.ts";

const rowGroup = 122_880; // DuckDB's own, 60 vectors
const cellsPerPart = 12_500_000; // 100 MB of doubles wait in memory while the part before is being compressed

export interface WriteSignalsInput {
  /** Must not exist yet, or be empty. */
  readonly folder: string;
  /** All with the same columns, ascending in time from frame to frame unless `order` is `any`. */
  readonly frames: AsyncIterable<Frame> | Iterable<Frame>;
  readonly run: Run;
  /** `any`: rows as they come, to be sorted later; such a folder is not for `readSignals`. */
  readonly order?: "ascending" | "any";
  /** Threads DuckDB may use beside this one. */
  readonly threads?: number;
  /** Where DuckDB may spill; inside the project. */
  readonly tempFolder?: string;
}

export interface WrittenSignals {
  readonly rows: number;
  readonly bytes: number;
  readonly manifest: SignalsManifest;
}

/**
 * Writes frames as Parquet (zstd; `time` as UTC timestamp in microseconds, one DOUBLE per tag, NULL for NaN) while the
 * next frames are being made. Takes about 100 MB per part in the making and one being compressed. Leaves no folder behind
 * when it throws. Throws `signals.not-written` when the disk refuses.
 */
export async function writeSignals(input: WriteSignalsInput): Promise<WrittenSignals> {
  const { folder, tempFolder } = input;
  mkdirSync(folder, { recursive: true });
  const duckdb = await openDuckdb({ threads: input.threads ?? 2, memoryMB: 900, tempFolder });
  const writer = new PartWriter(folder, duckdb, input.order ?? "ascending");
  try {
    for await (const frame of input.frames) {
      await writer.take(frame);
    }
    const manifest = await writer.finish();
    writeFileSync(join(folder, manifestName), JSON.stringify(manifest));
    return { rows: manifest.rows, bytes: manifest.parts.reduce((sum, p) => sum + p.bytes, 0), manifest };
  } catch (error) {
    await writer.settle();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    duckdb.close();
  }
}

type Part = SignalsManifest["parts"][number];

/** Fills a table while the one before it is on its way to disk. */
class PartWriter {
  readonly #folder: string;
  readonly #duckdb: Duckdb;
  readonly #order: "ascending" | "any";
  readonly #parts: Part[] = [];
  readonly #clock = new IntervalTally();
  #columns: { tag: string; unit: string; column: string; statistics: ColumnStatistics }[] | undefined;
  #partRows = 0;
  #table: FrameTable | undefined;
  #holes: boolean[] = [];
  #from = Number.NaN;
  #last = Number.NaN;
  #first = Number.NaN;
  #writing: Promise<void> = Promise.resolve();
  #rows = 0;
  #repeated = 0;

  constructor(folder: string, duckdb: Duckdb, order: "ascending" | "any") {
    this.#folder = folder;
    this.#duckdb = duckdb;
    this.#order = order;
  }

  async take(frame: Frame): Promise<void> {
    const rows = frame.time.length;
    if (!this.#columns) this.#begin(frame);
    const columns = this.#columns!;
    if (frame.columns.length !== columns.length) throw new Error("All frames of one folder have the same columns.");
    this.#takeTime(frame.time);
    const holes = columns.map((c, k) => c.statistics.take(frame.time, frame.columns[k]!.values));
    for (let from = 0; from < rows; ) {
      if (!this.#table) await this.#openTable(frame.time[from]!);
      const table = this.#table!;
      const to = Math.min(rows, from + this.#partRows - table.rows);
      table.append(frame, from, to);
      for (let k = 0; k < holes.length; k++) if (holes[k]) this.#holes[k] = true;
      this.#rows += to - from;
      from = to;
      if (table.rows === this.#partRows) await this.#handOver(frame.time[to - 1]!);
    }
    if (rows > 0) this.#last = frame.time[rows - 1]!;
  }

  async finish(): Promise<SignalsManifest> {
    if (this.#table) await this.#handOver(this.#last);
    await this.#writing;
    const interval = this.#clock.median();
    const gaps = this.#clock.beyond(gapIntervals * interval);
    return {
      version: 1,
      rows: this.#rows,
      from: this.#rows === 0 ? null : this.#first,
      to: this.#rows === 0 ? null : this.#last,
      intervalMs: Number.isNaN(interval) ? null : interval,
      repeatedTimes: this.#repeated,
      gaps: gaps.count,
      longestGapMs: gaps.longest,
      parts: this.#parts,
      columns: (this.#columns ?? []).map(({ tag, unit, column, statistics: s }) => {
        const interval = s.intervalMs(this.#clock);
        return {
          tag,
          unit,
          column,
          valid: s.valid,
          min: s.valid === 0 ? null : s.min,
          max: s.valid === 0 ? null : s.max,
          mean: s.valid === 0 ? null : s.mean,
          from: s.valid === 0 ? null : s.from,
          to: s.valid === 0 ? null : s.to,
          intervalMs: Number.isNaN(interval) ? null : interval,
          stuck: s.stuck(),
        };
      }),
    };
  }

  /** Waits for what is under way, whatever becomes of it. */
  async settle(): Promise<void> {
    await this.#writing.catch(() => {});
  }

  #begin(frame: Frame): void {
    const names = columnNames(frame.columns.map((c) => c.tag));
    this.#columns = frame.columns.map((c, k) => ({ tag: c.tag, unit: c.unit, column: names[k]!, statistics: new ColumnStatistics() }));
    const groups = Math.max(1, Math.round(cellsPerPart / rowGroup / (frame.columns.length + 1)));
    this.#partRows = groups * rowGroup;
  }

  #takeTime(time: Float64Array): void {
    let last = this.#last;
    if (time.length > 0 && this.#first !== this.#first) this.#first = time[0]!;
    for (let i = 0; i < time.length; i++) {
      const at = time[i]!;
      if (at < last && this.#order === "ascending") throw new Error(`Row ${this.#rows + i} stands before its predecessor.`);
      if (at === last) this.#repeated++;
      else this.#clock.add(at - last);
      last = at;
    }
  }

  async #openTable(from: number): Promise<void> {
    const columns = this.#columns!.map((c) => c.column);
    this.#from = from;
    this.#holes = columns.map(() => false);
    this.#table = await FrameTable.create(this.#duckdb.connection, `part_${this.#parts.length + 1}_${this.#rows}`, columns);
  }

  /** Gives the full table to DuckDB's threads and goes on; at most one table is on its way. */
  async #handOver(to: number): Promise<void> {
    const table = this.#table!;
    table.close();
    this.#table = undefined;
    const from = this.#from;
    const holes = this.#holes;
    await this.#writing;
    this.#writing = this.#copy(table, holes, from, to);
    // Whoever waits next hears of a failure; until then it must not count as unheard.
    this.#writing.catch(() => {});
  }

  async #copy(table: FrameTable, holes: readonly boolean[], from: number, to: number): Promise<void> {
    const file = `part-${String(this.#parts.length + 1).padStart(5, "0")}.parquet`;
    const path = join(this.#folder, file);
    const list = this.#columns!.map(({ column }, k) => {
      const name = sqlName(column);
      return holes[k] ? `nullif(${name}, 'nan'::DOUBLE) AS ${name}` : name;
    });
    const connection = await this.#duckdb.instance.connect();
    try {
      // Level 1 takes two thirds of the time of the default 3 and makes files a tenth larger (random walks, 3 decimals).
      await connection.run(
        `COPY (SELECT ${[timeColumn, ...list].join(", ")} FROM ${table.name}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE ${rowGroup})`,
      );
      await connection.run(`DROP TABLE ${table.name}`);
    } catch (cause) {
      throw problem("signals.not-written", sentence("signals.not-written", { file: path }), { file: path }, { cause });
    } finally {
      connection.closeSync();
    }
    this.#parts.push({ file, rows: table.rows, bytes: statSync(path).size, from, to });
  }
}
