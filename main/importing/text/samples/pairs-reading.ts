import type { Finding } from "#shared/domain/finding.ts";
import type { TextPlan } from "#shared/domain/importing.ts";
import type { Run } from "#shared/domain/run.ts";
import { PairedClock } from "../../clock/paired-clock.ts";
import type { ByteSource, LogPart, LogReading, LogTally } from "../../reader.ts";
import { finding } from "../../sentence.ts";
import { cellText } from "../cell-text.ts";
import { MissingWords } from "../missing-words.ts";
import { parsedParts } from "../parsed-parts.ts";
import { RowParser } from "../row-parser.ts";
import { textFindings } from "../text-findings.ts";
import { RejectedSpool } from "./rejected-spool.ts";
import { SampleSorter } from "./sample-sorter.ts";
import { unionFrames } from "./union-frames.ts";
import { unionParts } from "./union-parts.ts";

interface PairedColumn {
  readonly column: number;
  /** Place of its clock among the clocks, and of its values in the frame. */
  readonly clock: number;
  readonly slot: number;
}

/** A table whose values have times of their own beside them: one frame on the union of all times. */
export class PairsReading implements LogReading {
  readonly #sources: readonly ByteSource[];
  readonly #plan: TextPlan;
  readonly #run: Run;
  readonly #clock: PairedClock;
  readonly #parser: RowParser;
  readonly #paired: readonly PairedColumn[];
  readonly #sorter = new SampleSorter();
  readonly #rejected = new RejectedSpool();
  readonly #cutFiles: string[] = [];
  /** Latest time of each clock. */
  readonly #latest: Float64Array;
  #outOfOrder = 0;
  #timeless = 0;
  #first: number | null = null;
  #last: number | null = null;

  constructor(sources: readonly ByteSource[], plan: TextPlan, run: Run) {
    this.#sources = sources;
    this.#plan = plan;
    this.#run = run;
    const of = plan.layout?.shape === "pairs" ? plan.layout.clocks : [];
    const own = plan.clock.source === "columns" ? plan.clock.columns : [];
    const columns = [...new Set([...own, ...of.filter((k) => k !== null)])];
    this.#clock = new PairedClock(plan, columns);
    this.#parser = new RowParser({
      plan,
      clock: this.#clock,
      missing: new MissingWords(plan.missing),
      decode: cellText(plan.encoding),
      bytes: sources.reduce((sum, s) => sum + s.size, 0),
    });
    this.#paired = plan.columns.flatMap((_, column) => {
      const slot = this.#parser.slotOf(column);
      // A column without a time of its own goes by the first clock.
      return slot < 0 ? [] : [{ column, slot, clock: Math.max(0, columns.indexOf(of[column] ?? columns[0]!)) }];
    });
    this.#latest = new Float64Array(columns.length).fill(Number.NEGATIVE_INFINITY);
  }

  async *parts(): AsyncGenerator<LogPart> {
    const pass = { parser: this.#parser, sources: this.#sources, plan: this.#plan, run: this.#run, cutFiles: this.#cutFiles };
    try {
      for await (const part of parsedParts(pass)) {
        this.#rejected.take(part.rejected);
        this.#gather(part);
        this.#clock.restart();
        part.release();
      }
      const { columns } = this.#plan;
      const tags = this.#paired.map(({ column }) => ({ tag: columns[column]!.tag, unit: columns[column]!.unit }));
      const slots = Int32Array.from({ length: tags.length }, (_, k) => k);
      yield* unionParts(unionFrames({ samples: this.#sorter.sorted(), tags, slots }), this.#rejected, this.#run);
    } finally {
      this.#sorter.close();
      this.#rejected.close();
    }
  }

  #gather({ frame }: LogPart): void {
    const rows = frame.time.length;
    const { times } = this.#clock;
    const sorter = this.#sorter;
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < this.#paired.length; k++) {
        const { clock, slot } = this.#paired[k]!;
        const time = times[clock]![row]!;
        const value = frame.columns[slot]!.values[row]!;
        if (!Number.isNaN(time)) sorter.add(time, k, value);
        else if (!Number.isNaN(value)) this.#timeless++;
      }
    }
    times.forEach((time, k) => {
      this.#look(time, k, rows);
    });
  }

  #look(time: Float64Array, clock: number, rows: number): void {
    let latest = this.#latest[clock]!;
    for (let row = 0; row < rows; row++) {
      const at = time[row]!;
      if (Number.isNaN(at)) continue;
      if (at < latest) this.#outOfOrder++;
      else latest = at;
      if (clock > 0) continue;
      this.#first ??= at;
      this.#last = at;
    }
    this.#latest[clock] = latest;
  }

  tally(): LogTally {
    const p = this.#parser;
    const columns = p.cells.map((c) => c.summary());
    return {
      lines: p.preambleLines + p.emptyLines + p.rows + p.rejectedLines,
      preambleLines: p.preambleLines,
      emptyLines: p.emptyLines,
      rows: p.rows,
      rejectedLines: p.rejectedLines,
      outOfOrder: this.#outOfOrder,
      firstTime: this.#first,
      lastTime: this.#last,
      columns,
      series: this.#paired.map(({ column }) => columns[column]!),
      findings: this.#findings(),
    };
  }

  #findings(): Finding[] {
    const found = textFindings(this.#parser, this.#clock.odd, this.#plan.zone, this.#cutFiles);
    if (this.#timeless > 0) found.push(finding("import.values-without-time", "warning", { cells: this.#timeless }));
    return found;
  }
}
