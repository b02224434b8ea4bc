import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "#shared/domain/frame.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { diskProblem } from "../disk-problem.ts";
import { columnNames, timeColumn } from "./column-names.ts";
import { ColumnStatistics } from "./column-statistics.ts";
import { gapIntervals } from "./gap-intervals.ts";
import { IntervalTally } from "./interval-tally.ts";
import { type SignalsManifest, writeManifest } from "./manifest.ts";
import { type FilledPage, ParquetFile } from "./parquet/parquet-file.ts";
import { pyramidName } from "./pyramid/pyramid-name.ts";
import { PyramidWriter } from "./pyramid/pyramid-writer.ts";
import { RowGroup } from "./row-group.ts";
import { sentence } from "./sentence.ts";

const mostGroupRows = 61_440; // half of DuckDB's own row group: a chart zoomed in decodes no more than it draws from
const leastGroupRows = 1024;
const groupCells = 3_250_000; // 26 MB of doubles being filled while as much is being compressed
const partName = "part-00001.parquet";

export interface WriteSignalsInput {
  /** Must not exist yet, or be empty. */
  readonly folder: string;
  /** All with the same columns, ascending in time from frame to frame unless `order` is `any`. */
  readonly frames: AsyncIterable<Frame> | Iterable<Frame>;
  /** Told of progress, and asked whether to go on, where `totalRows` says how much there is to do. */
  readonly run?: Run;
  readonly totalRows?: number;
  /** `any`: rows as they come, to be sorted later; such a folder is not for `readSignals`. */
  readonly order?: "ascending" | "any";
  /** Columns compressed at the same time, beside this thread. */
  readonly threads?: number;
}

export interface WrittenSignals {
  readonly rows: number;
  readonly bytes: number;
  readonly manifest: SignalsManifest;
}

/**
 * Writes frames as Parquet (zstd; `time` as UTC timestamp in microseconds, one DOUBLE per tag, NULL for NaN) and a manifest of what
 * they hold, compressing one row group while the next is filled: about 80 MB, whatever the number of rows. Leaves no
 * folder behind when it throws. Throws `signals.not-written`, `disk.full` or `disk.refused` when the disk refuses.
 */
export async function writeSignals(input: WriteSignalsInput): Promise<WrittenSignals> {
  const { folder } = input;
  const writer = new SignalsWriter(folder, input.order ?? "ascending", input.threads ?? 2);
  try {
    mkdirSync(folder, { recursive: true });
    for await (const frame of input.frames) {
      await writer.take(frame);
      if (input.totalRows !== undefined) input.run?.tick(writer.rows, input.totalRows);
    }
    const manifest = await writer.finish();
    writeManifest(folder, manifest);
    return { rows: manifest.rows, bytes: manifest.parts.reduce((sum, p) => sum + p.bytes, 0), manifest };
  } catch (error) {
    await writer.abandon();
    rmSync(folder, { recursive: true, force: true });
    throw diskProblem(error, folder);
  }
}

interface WriterColumn {
  readonly tag: string;
  readonly unit: string;
  readonly column: string;
}

/** Fills a row group while the one before it is being compressed and written. */
class SignalsWriter {
  readonly #path: string;
  readonly #order: "ascending" | "any";
  readonly #threads: number;
  readonly #clock = new IntervalTally();
  #columns: readonly WriterColumn[] | undefined;
  #statistics: readonly ColumnStatistics[] = [];
  #file: ParquetFile | undefined;
  #pyramid: PyramidWriter | undefined;
  /** The group being filled, and the one whose memory is used again. */
  #group: RowGroup | undefined;
  #spare: RowGroup | undefined;
  #writing: Promise<void> = Promise.resolve();
  rows = 0;
  #repeated = 0;
  #first = Number.NaN;
  #last = Number.NaN;

  constructor(folder: string, order: "ascending" | "any", threads: number) {
    this.#path = join(folder, partName);
    this.#order = order;
    this.#threads = threads;
  }

  async take(frame: Frame): Promise<void> {
    if (!this.#columns) await this.#begin(frame);
    if (frame.columns.length !== this.#columns!.length) throw new Error("All frames of one folder have the same columns.");
    this.#takeTime(frame.time);
    const rows = frame.time.length;
    for (let from = 0; from < rows; ) {
      const group = this.#group!;
      const to = Math.min(rows, from + group.capacity - group.rows);
      group.append(frame, from, to);
      from = to;
      if (group.rows === group.capacity) await this.#handOver();
    }
    this.rows += rows;
  }

  async finish(): Promise<SignalsManifest> {
    if (this.#group && this.#group.rows > 0) await this.#handOver();
    await this.#writing;
    if (this.#file) await this.#disk(this.#file.finish());
    if (this.#pyramid) await this.#disk(this.#pyramid.finish());
    const interval = this.#clock.median();
    const gaps = this.#clock.beyond(gapIntervals * interval);
    const some = this.rows > 0;
    return {
      version: 1,
      rows: this.rows,
      from: some ? this.#first : null,
      to: some ? this.#last : null,
      intervalMs: orNull(interval),
      repeatedTimes: this.#repeated,
      gaps: gaps.count,
      longestGapMs: gaps.longest,
      parts: some ? [{ file: partName, rows: this.rows, bytes: this.#file!.bytes, from: this.#first, to: this.#last }] : [],
      columns: (this.#columns ?? []).map((c, k) => ({ ...c, ...this.#statistics[k]!.summary(this.#clock) })),
    };
  }

  /** Waits for what is under way, whatever becomes of it, and lets go of the file. */
  async abandon(): Promise<void> {
    await this.#writing.catch(() => {});
    await this.#file?.abandon().catch(() => {});
    await this.#pyramid?.abandon().catch(() => {});
  }

  async #begin(frame: Frame): Promise<void> {
    const names = columnNames(frame.columns.map((c) => c.tag));
    this.#columns = frame.columns.map(({ tag, unit }, k) => ({ tag, unit, column: names[k]! }));
    this.#statistics = names.map(() => new ColumnStatistics());
    this.#group = this.#newGroup();
    const columns = [{ name: timeColumn, kind: "timestamp" as const }, ...names.map((name) => ({ name, kind: "double" as const }))];
    this.#file = await this.#disk(ParquetFile.create(this.#path, columns));
    this.#pyramid = await this.#disk(PyramidWriter.create(pyramidName(this.#path), names.length));
  }

  #newGroup(): RowGroup {
    const columns = this.#columns!.length;
    return new RowGroup(Math.max(leastGroupRows, Math.min(mostGroupRows, Math.floor(groupCells / (columns + 1)))), columns);
  }

  #takeTime(time: Float64Array): void {
    let last = this.#last;
    if (time.length > 0 && Number.isNaN(this.#first)) this.#first = time[0]!;
    for (let i = 0; i < time.length; i++) {
      const at = time[i]!;
      if (at < last && this.#order === "ascending") throw new Error(`Row ${this.rows + i} stands before its predecessor.`);
      if (at === last) this.#repeated++;
      else this.#clock.add(at - last);
      last = at;
    }
    this.#last = last;
  }

  /** Gives the full group to the compressors and goes on with the spare one; at most one group is on its way. */
  async #handOver(): Promise<void> {
    const group = this.#group!;
    await this.#writing;
    this.#group = this.#spare ?? this.#newGroup();
    this.#spare = undefined;
    this.#writing = this.#write(group);
    // Whoever waits next hears of a failure; until then it must not count as unheard.
    this.#writing.catch(() => {});
  }

  async #write(group: RowGroup): Promise<void> {
    const tasks = [...group.pages(this.#statistics)];
    const pyramid = this.#pyramid!.take(group.time.subarray(0, group.rows), group.values, this.#clock.median());
    pyramid.catch(() => {}); // heard below, once the pages are written
    const pages: FilledPage[] = [];
    let next = 0;
    const compressor = async (): Promise<void> => {
      for (let k = next++; k < tasks.length; k = next++) pages[k] = await tasks[k]!();
    };
    await Promise.all(Array.from({ length: this.#threads + 1 }, compressor));
    await this.#disk(this.#file!.writeGroup(group.rows, pages));
    await this.#disk(pyramid);
    group.rows = 0;
    this.#spare = group;
  }

  async #disk<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (cause) {
      throw problem("signals.not-written", sentence("signals.not-written", { file: this.#path }), { file: this.#path }, { cause });
    }
  }
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
