import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { RecordingPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import type { ByteSource, LogPart, LogReading, LogTally, RejectedLine } from "../reader.ts";
import { finding, sentence } from "../sentence.ts";
import { CellTally } from "../text/cell-tally.ts";
import { MissingWords } from "../text/missing-words.ts";
import type { OpenRecording, RecordedTable, Recording } from "./recording.ts";
import { type RecordingClock, recordingClock } from "./recording-clock.ts";
import { tablesByName } from "./tables-by-name.ts";
import { wallStart } from "./wall-start.ts";

const frameCells = 1 << 20; // 8 MB of doubles: large enough to write at one go, small enough to stay near the processor
const maxRows = 65_536;
const leastRows = 16;

interface Memory {
  /** Rows. */
  readonly capacity: number;
  readonly time: Float64Array;
  readonly values: Float64Array;
}

/** One pass over a table of the files of a series. */
export class RecordingReading implements LogReading {
  readonly #sources: readonly ByteSource[];
  readonly #plan: RecordingPlan;
  readonly #run: Run;
  readonly #open: OpenRecording;
  readonly #clock: RecordingClock;
  readonly #missing: MissingWords;
  readonly #cells: readonly CellTally[];
  /** Columns of the frame, as they stand in the plan. */
  readonly #numbers: readonly number[];
  readonly #wanted: readonly boolean[];
  readonly #spare: Memory[] = [];
  readonly #findings: Finding[] = [];
  #rows = 0;
  #emptyLines = 0;
  #rejectedLines = 0;
  #outOfOrder = 0;
  #first: number | null = null;
  #last: number | null = null;
  #latest = Number.NEGATIVE_INFINITY;

  constructor(open: OpenRecording, sources: readonly ByteSource[], plan: RecordingPlan, run: Run) {
    this.#open = open;
    this.#sources = sources;
    this.#plan = plan;
    this.#run = run;
    this.#clock = recordingClock(plan);
    this.#missing = new MissingWords(plan.missing);
    this.#cells = plan.columns.map((c) => new CellTally(c));
    this.#numbers = plan.columns.flatMap((c, k) => (c.kind === "number" && k !== this.#clock.column ? [k] : []));
    this.#wanted = plan.columns.map((_, k) => k === this.#clock.column || this.#numbers.includes(k));
  }

  async *parts(): AsyncGenerator<LogPart> {
    const total = this.#sources.reduce((sum, s) => sum + s.size, 0);
    const most = Math.max(leastRows, Math.min(maxRows, Math.floor(frameCells / (this.#numbers.length + 1))));
    let before = 0;
    for (const [k, source] of this.#sources.entries()) {
      const recording = await this.#open(source);
      // Notes on the first file were told when it was described; what was damaged or left out belongs to what was read.
      this.#findings.push(...recording.findings.filter(({ severity }) => k > 0 || severity !== "note"));
      const table = this.#tableOf(recording, source);
      if (table) {
        this.#clock.begin(table, wallStart(table, recording));
        const capacity = Math.min(most, table.rows);
        for (let from = 0; from < table.rows; from += capacity) {
          const count = Math.min(capacity, table.rows - from);
          const part = this.#take(k, from, count, capacity, await table.read(from, count, this.#wanted));
          if (part) yield part;
          this.#run.tick(before + (source.size * (from + count)) / table.rows, total);
        }
      }
      before += source.size;
      this.#run.tick(before, total);
    }
  }

  /** The table the plan was made for; undefined in a file without any, for which the plan has no columns. */
  #tableOf(recording: Recording, source: ByteSource): RecordedTable | undefined {
    const { columns, table: name } = this.#plan;
    if (columns.length === 0 && recording.tables.length === 0) return undefined;
    const table = tablesByName(recording).get(name) ?? (recording.tables.length === 1 ? recording.tables[0] : undefined);
    const same = table && table.channels.length === columns.length && table.channels.every((c, k) => c.name === columns[k]!.header);
    if (same) return table;
    const data = { file: source.name, channels: columns.map((c) => c.header).join(", ") };
    throw problem("import.channels-differ", sentence("import.channels-differ", data), data);
  }

  #take(source: number, from: number, count: number, capacity: number, read: readonly (Float64Array | null)[]): LogPart | undefined {
    const memory = this.#memoryFor(capacity);
    const time = memory.time.subarray(0, count);
    const { column } = this.#clock;
    this.#clock.fill(time, from, read[column] ?? null);
    const rejected: RejectedLine[] = [];
    const kept = column < 0 ? count : this.#keepTimed(source, from, time, read, rejected);
    const frame: Frame = {
      time: time.subarray(0, kept),
      columns: this.#numbers.map((k, slot) => {
        const values = memory.values.subarray(slot * memory.capacity, slot * memory.capacity + kept);
        this.#takeColumn(k, read[k]!, values);
        return { tag: this.#plan.columns[k]!.tag, unit: this.#plan.columns[k]!.unit, values };
      }),
    };
    if (column >= 0) this.#takeClockColumn(column, read[column]!.subarray(0, kept));
    this.#order(frame.time);
    this.#rows += kept;
    const release = (): void => void this.#spare.push(memory);
    if (kept > 0 || rejected.length > 0) return { frame, rejected, release };
    release();
    return undefined;
  }

  #memoryFor(capacity: number): Memory {
    const spare = this.#spare.pop();
    if (spare && spare.capacity >= capacity) return spare;
    return { capacity, time: new Float64Array(capacity), values: new Float64Array(capacity * this.#numbers.length) };
  }

  /** Moves the rows that have a time to the front of all columns and tells of the others; returns how many there are. */
  #keepTimed(source: number, from: number, time: Float64Array, read: readonly (Float64Array | null)[], rejected: RejectedLine[]): number {
    const columns = read.filter((c) => c !== null);
    let kept = 0;
    for (let i = 0; i < time.length; i++) {
      if (!Number.isNaN(time[i]!)) {
        if (kept < i) {
          time[kept] = time[i]!;
          for (const c of columns) c[kept] = c[i]!;
        }
        kept++;
      } else if (columns.every((c) => Number.isNaN(c[i]!))) this.#emptyLines++;
      else {
        const text = columns.map((c) => (Number.isNaN(c[i]!) ? "" : String(c[i]!))).join("\t");
        rejected.push({ source, line: from + i + 1, reason: "time-unreadable", text });
        this.#rejectedLines++;
      }
    }
    return kept;
  }

  /** Copies a column's numbers and counts those that are none. */
  #takeColumn(k: number, read: Float64Array, values: Float64Array): void {
    const cells = this.#cells[k]!;
    let odd = this.#missing.numbers.length;
    for (let i = 0; i < values.length; i++) {
      const v = read[i]!;
      values[i] = v;
      if (v - v !== 0) odd++; // NaN and Infinity
    }
    if (odd > 0) this.#takeOdd(cells, values);
    cells.takeNumbers(values);
  }

  #takeOdd(cells: CellTally, values: Float64Array): void {
    for (let i = 0; i < values.length; i++) {
      const v = values[i]!;
      if (Number.isNaN(v)) cells.missing++;
      else if (this.#missing.hasNumber(v) || (!Number.isFinite(v) && this.#missing.hasWord(String(v)))) {
        cells.take("missing", String(v));
        values[i] = Number.NaN;
      } else if (!Number.isFinite(v)) {
        cells.take("unreadable", String(v));
        values[i] = Number.NaN;
      }
    }
  }

  #takeClockColumn(k: number, numbers: Float64Array): void {
    const cells = this.#cells[k]!;
    for (let i = 0; i < numbers.length; i++) cells.take("text", "");
    cells.takeNumbers(numbers);
  }

  #order(time: Float64Array): void {
    let latest = this.#latest;
    for (let i = 0; i < time.length; i++) {
      const at = time[i]!;
      if (at < latest) this.#outOfOrder++;
      else latest = at;
    }
    this.#latest = latest;
    if (time.length === 0) return;
    this.#first ??= time[0]!;
    this.#last = time[time.length - 1]!;
  }

  tally(): LogTally {
    const { zone } = this.#plan;
    const { missing, repeated } = this.#clock.odd;
    const findings: Finding[] = [...this.#findings];
    for (const [day, rows] of missing) findings.push(finding("import.missing-hour", "warning", { day, rows, zone }));
    for (const [day, rows] of repeated) findings.push(finding("import.repeated-hour", "note", { day, rows, zone }));
    return {
      lines: this.#emptyLines + this.#rows + this.#rejectedLines,
      preambleLines: 0,
      emptyLines: this.#emptyLines,
      rows: this.#rows,
      rejectedLines: this.#rejectedLines,
      outOfOrder: this.#outOfOrder,
      firstTime: this.#first,
      lastTime: this.#last,
      columns: this.#cells.map((c) => c.summary()),
      findings,
    };
  }
}
