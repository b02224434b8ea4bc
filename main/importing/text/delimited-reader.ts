import type { TextPlan } from "#shared/domain/importing.ts";
import type { Run } from "#shared/domain/run.ts";
import { rowClock } from "../clock/row-clock.ts";
import type { ByteSource, FormatReader, LogPart, LogReading, LogTally } from "../reader.ts";
import { cellText } from "./cell-text.ts";
import { describeText } from "./describe-text.ts";
import { MissingWords } from "./missing-words.ts";
import { parsedParts } from "./parsed-parts.ts";
import { RowParser } from "./row-parser.ts";
import { LongReading } from "./samples/long-reading.ts";
import { PairsReading } from "./samples/pairs-reading.ts";
import { textFindings } from "./text-findings.ts";
import { textLikeness } from "./text-likeness.ts";

/** Tables of text: a line per row, cells set apart by one character. */
export const delimitedReader: FormatReader<TextPlan> = {
  id: "delimited-text",
  sniff: textLikeness,
  describe: describeText,
  read: (sources, plan, run) => {
    const shape = plan.layout?.shape ?? "wide";
    if (shape === "long") return new LongReading(sources, plan, run);
    return shape === "pairs" ? new PairsReading(sources, plan, run) : new WideReading(sources, plan, run);
  },
};

class WideReading implements LogReading {
  readonly #sources: readonly ByteSource[];
  readonly #plan: TextPlan;
  readonly #run: Run;
  readonly #parser: RowParser;
  readonly #clock: ReturnType<typeof rowClock>;
  readonly #cutFiles: string[] = [];
  #outOfOrder = 0;
  #first: number | null = null;
  #last: number | null = null;
  #latest = Number.NEGATIVE_INFINITY;

  constructor(sources: readonly ByteSource[], plan: TextPlan, run: Run) {
    this.#sources = sources;
    this.#plan = plan;
    this.#run = run;
    this.#clock = rowClock(plan);
    const bytes = sources.reduce((sum, s) => sum + s.size, 0);
    this.#parser = new RowParser({
      plan,
      clock: this.#clock,
      missing: new MissingWords(plan.missing),
      decode: cellText(plan.encoding),
      bytes,
    });
  }

  async *parts(): AsyncGenerator<LogPart> {
    const pass = { parser: this.#parser, sources: this.#sources, plan: this.#plan, run: this.#run, cutFiles: this.#cutFiles };
    for await (const part of parsedParts(pass)) {
      this.#look(part.frame.time);
      yield part;
    }
  }

  #look(time: Float64Array): void {
    let latest = this.#latest;
    for (let i = 0; i < time.length; i++) {
      const at = time[i]!;
      if (at < latest) this.#outOfOrder++;
      else latest = at;
    }
    this.#latest = latest;
    if (time.length > 0) {
      this.#first ??= time[0]!;
      this.#last = time[time.length - 1]!;
    }
  }

  tally(): LogTally {
    const p = this.#parser;
    return {
      lines: p.preambleLines + p.emptyLines + p.rows + p.rejectedLines,
      preambleLines: p.preambleLines,
      emptyLines: p.emptyLines,
      rows: p.rows,
      rejectedLines: p.rejectedLines,
      outOfOrder: this.#outOfOrder,
      firstTime: this.#first,
      lastTime: this.#last,
      columns: p.cells.map((c) => c.summary()),
      findings: textFindings(p, this.#clock.odd, this.#plan.zone, this.#cutFiles),
    };
  }
}
