import type { Finding } from "#shared/domain/finding.ts";
import type { ColumnPlan, SampleColumns, TextPlan } from "#shared/domain/importing.ts";
import type { Run } from "#shared/domain/run.ts";
import { type RowClock, rowClock } from "../../clock/row-clock.ts";
import type { ByteSource, LogPart, LogReading, LogTally, RejectedLine } from "../../reader.ts";
import { finding } from "../../sentence.ts";
import { cellText } from "../cell-text.ts";
import { MissingWords } from "../missing-words.ts";
import { parsedParts } from "../parsed-parts.ts";
import { RowParser } from "../row-parser.ts";
import { switchValue } from "../switch-words.ts";
import { textFindings } from "../text-findings.ts";
import { CellWords } from "./cell-words.ts";
import { qualityOf } from "./quality.ts";
import { RejectedSpool } from "./rejected-spool.ts";
import { SampleSorter } from "./sample-sorter.ts";
import { SeriesNames } from "./series-names.ts";
import { SeriesTally } from "./series-tally.ts";
import { unionFrames } from "./union-frames.ts";
import { unionParts } from "./union-parts.ts";

/** Rows that WinCC writes about itself: logging switched off, disabled, number of values. */
const loggerMark = /^\$RT_(?:OFF|DIS|COUNT)\$$/i;

const GOOD = 0;
const UNCERTAIN = 1;
const BAD = 2;

/** A table whose rows name the tags of their values: one frame on the union of all times. */
export class LongReading implements LogReading {
  readonly #sources: readonly ByteSource[];
  readonly #plan: TextPlan;
  readonly #run: Run;
  readonly #samples: readonly SampleColumns[];
  /** All samples of a row are of one tag. */
  readonly #shared: boolean;
  readonly #good: ReadonlySet<string>;
  readonly #corrected: ReadonlyMap<string, ColumnPlan>;
  readonly #clock: RowClock;
  readonly #parser: RowParser;
  readonly #words = new Map<number, CellWords>();
  readonly #names: SeriesNames;
  readonly #series: SeriesTally[] = [];
  /** [samples][rows] number of the tag, -1 where a row has no such sample; and what its quality was. */
  readonly #tags: Int32Array[];
  readonly #qualities: Uint8Array[];
  /** Quality by number of the word, per quality column. */
  readonly #judged = new Map<number, number[]>();
  readonly #ids: number[][];
  readonly #tagWords: CellWords[][];
  readonly #sorter = new SampleSorter();
  readonly #rejected = new RejectedSpool();
  readonly #cutFiles: string[] = [];
  #plans: ColumnPlan[] = [];
  #sentinels: Float64Array = new Float64Array(0);
  readonly #keeps: ReadonlySet<number>[] = [];
  #marks = 0;
  #first: number | null = null;
  #last: number | null = null;

  constructor(sources: readonly ByteSource[], plan: TextPlan, run: Run) {
    this.#sources = sources;
    this.#plan = plan;
    this.#run = run;
    const layout = plan.layout?.shape === "long" ? plan.layout : undefined;
    this.#samples = layout?.samples ?? [];
    this.#shared = this.#samples.length > 1 && new Set(this.#samples.map(({ tag }) => tag.join())).size === 1;
    this.#good = new Set(layout?.good.map((text) => text.trim().toLowerCase()));
    this.#corrected = new Map(layout?.series.map((c) => [c.header, c]));
    this.#clock = rowClock(plan);
    const decode = cellText(plan.encoding);
    const isClock = (k: number) => this.#clock.columns.includes(k);
    for (const { tag, unit, quality } of this.#samples) {
      for (const k of [...tag, unit, quality])
        if (k !== null && !isClock(k)) this.#words.set(k, this.#words.get(k) ?? new CellWords(decode));
    }
    this.#names = new SeriesNames(this.#samples);
    this.#ids = this.#samples.map(({ tag }) => tag.map(() => 0));
    this.#tagWords = this.#samples.map(({ tag }) => tag.map((k) => this.#words.get(k)!));
    // The value of a sample is read as a number whatever its column was taken for: texts are counted as its states.
    const values = new Set(this.#samples.map((s) => s.value));
    // Where a tag keeps a number that says "no sample" in others, numbers are judged when the tag is known.
    if (layout?.series.some((c) => c.keep?.length)) this.#sentinels = new MissingWords(plan.missing).numbers;
    const keep = [...this.#sentinels].map(String);
    const columns = plan.columns.map((c, k): ColumnPlan => (values.has(k) ? { ...c, kind: "number", keep } : c));
    this.#parser = new RowParser({
      plan: { ...plan, columns },
      clock: this.#clock,
      missing: new MissingWords(plan.missing),
      decode,
      bytes: sources.reduce((sum, s) => sum + s.size, 0),
      words: { columns: this.#words, odd: values, judge: (row) => this.#judge(row) },
    });
    this.#tags = this.#samples.map(() => new Int32Array(65_536));
    this.#qualities = this.#samples.map(() => new Uint8Array(65_536));
  }

  async *parts(): AsyncGenerator<LogPart> {
    const pass = { parser: this.#parser, sources: this.#sources, plan: this.#plan, run: this.#run, cutFiles: this.#cutFiles };
    try {
      for await (const part of parsedParts(pass)) {
        this.#rejected.take(part.rejected);
        this.#gather(part);
        part.release();
      }
      // A row that was rejected for another of its samples may have named a tag.
      for (let k = 0; k < this.#names.names.length; k++) this.#series[k] ??= new SeriesTally(this.#names.names[k]!);
      this.#plans = this.#planned();
      const slots = new Int32Array(2 * this.#series.length).fill(-1);
      const tags: { tag: string; unit: string }[] = [];
      this.#series.forEach(({ kind, name }, k) => {
        const { kind: wanted, tag, unit } = this.#plans[k]!;
        if (kind === "text" || wanted !== "number" || loggerMark.test(name)) return;
        slots[2 * k + (kind === "switch" ? 1 : 0)] = tags.length;
        tags.push({ tag, unit });
      });
      yield* unionParts(unionFrames({ samples: this.#sorter.sorted(), tags, slots }), this.#rejected, this.#run);
    } finally {
      this.#sorter.close();
      this.#rejected.close();
    }
  }

  /** Names the tags of a row and takes values of bad quality out of it. */
  #judge(row: number): RejectedLine["reason"] | undefined {
    let named = 0;
    for (let k = 0; k < this.#samples.length; k++) {
      const { tag, quality, value } = this.#samples[k]!;
      const ids = this.#ids[k]!;
      for (let i = 0; i < tag.length; i++) ids[i] = this.#parser.idsOf(tag[i]!)[row]!;
      const series = this.#names.seriesOf(k, ids, this.#tagWords[k]!);
      if (series === -2) return "too-many-tags";
      this.#tags[k]![row] = series;
      if (series >= 0) named++;
      const judged = quality === null ? GOOD : this.#quality(quality, this.#parser.idsOf(quality)[row]!);
      this.#qualities[k]![row] = judged;
      if (judged === BAD) this.#parser.noSample(value, this.#qualityText(quality!, row));
      if (this.#sentinels.length > 0 && series >= 0) this.#leaveOut(series, value);
    }
    return named === 0 ? "no-tag" : undefined;
  }

  #leaveOut(series: number, column: number): void {
    const value = this.#parser.valueOf(column);
    if (!this.#sentinels.includes(value)) return;
    this.#keeps[series] ??= new Set(this.#corrected.get(this.#names.names[series]!)?.keep?.map(Number));
    if (!this.#keeps[series].has(value)) this.#parser.noSample(column, String(value));
  }

  #qualityText(column: number, row: number): string {
    return this.#words.get(column)!.texts[this.#parser.idsOf(column)[row]!] ?? "";
  }

  #quality(column: number, id: number): number {
    if (id < 0) return BAD;
    let judged = this.#judged.get(column);
    if (!judged) {
      judged = [];
      this.#judged.set(column, judged);
    }
    judged[id] ??= this.#judgeText(this.#words.get(column)!.texts[id]!);
    return judged[id];
  }

  #judgeText(text: string): number {
    if (!this.#good.has(text.trim().toLowerCase())) return BAD;
    return qualityOf(text) === "uncertain" ? UNCERTAIN : GOOD;
  }

  #gather({ frame }: LogPart): void {
    const rows = frame.time.length;
    const { time } = frame;
    if (rows > 0) {
      this.#first ??= time[0]!;
      this.#last = time[rows - 1]!;
    }
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < this.#samples.length; k++) {
        const series = this.#tags[k]![row]!;
        if (series >= 0) this.#take(series, k, row, time[row]!, frame.columns[this.#parser.slotOf(this.#samples[k]!.value)]!.values[row]!);
      }
    }
  }

  #take(series: number, sample: number, row: number, time: number, value: number): void {
    let tally = this.#series[series];
    if (!tally) {
      tally = new SeriesTally(this.#names.names[series]!);
      this.#series[series] = tally;
    }
    if (loggerMark.test(tally.name)) {
      this.#marks++;
      return;
    }
    const { unit, quality, value: column } = this.#samples[sample]!;
    tally.takeTime(time);
    if (unit !== null && tally.unit === "") tally.unit = this.#words.get(unit)!.texts[this.#parser.idsOf(unit)[row]!] ?? "";
    if (!Number.isNaN(value)) {
      tally.cells.takeNumber(value);
      if (this.#qualities[sample]![row] === UNCERTAIN) tally.cells.take("state", this.#qualityText(quality!, row));
      this.#sorter.add(time, 2 * series, value);
      return;
    }
    const odd = this.#parser.oddOf(column)[row]!;
    const text = this.#parser.oddText(odd >> 1);
    // Of several value columns of one tag, whole numbers and fractions for example, a row fills one.
    if (text === "" && this.#shared) return;
    const unreadable = (odd & 1) === 1 && this.#qualities[sample]![row] !== BAD;
    tally.cells.take(unreadable ? "unreadable" : "missing", text);
    const word = unreadable ? switchValue(text) : undefined;
    if (word === undefined) {
      this.#sorter.add(time, 2 * series, Number.NaN);
      return;
    }
    tally.switched.takeNumber(word);
    tally.switched.take("state", text);
    this.#sorter.add(time, 2 * series + 1, word);
  }

  /** What each tag becomes: as the file names it, corrected where a person has, every name once. */
  #planned(): ColumnPlan[] {
    const taken = new Set<string>();
    return this.#series.map(({ name, unit }) => {
      const own = this.#corrected.get(name) ?? { header: name, tag: name, unit, kind: "number" as const };
      const { tag: wanted, ...rest } = own.unit === "" ? { ...own, unit } : own;
      let tag = wanted;
      // Names differ as the file has them; only a person's corrections may make two alike.
      for (let n = 2; taken.has(tag); n++) tag = `${wanted}_${n}`;
      taken.add(tag);
      return { ...rest, tag };
    });
  }

  tally(): LogTally {
    const p = this.#parser;
    return {
      lines: p.preambleLines + p.emptyLines + p.rows + p.rejectedLines,
      preambleLines: p.preambleLines,
      emptyLines: p.emptyLines,
      rows: p.rows,
      rejectedLines: p.rejectedLines,
      outOfOrder: this.#series.reduce((sum, s) => sum + s.outOfOrder, 0),
      firstTime: this.#first,
      lastTime: this.#last,
      columns: p.cells.map((c, k) => ({ ...c.summary(), kind: this.#plan.columns[k]!.kind })),
      series: this.#series.flatMap((s, k) => (loggerMark.test(s.name) ? [] : [s.summary(this.#plans[k]!)])),
      findings: this.#findings(),
    };
  }

  #findings(): Finding[] {
    const found = textFindings(this.#parser, this.#clock.odd, this.#plan.zone, this.#cutFiles);
    if (this.#marks > 0) found.push(finding("import.logger-marks", "note", { rows: this.#marks }));
    return found;
  }
}
