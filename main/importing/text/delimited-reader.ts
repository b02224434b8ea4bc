import type { Finding } from "#shared/domain/finding.ts";
import type { TextPlan } from "#shared/domain/importing.ts";
import type { Run } from "#shared/domain/run.ts";
import { rowClock } from "../clock/row-clock.ts";
import type { ByteSource, FormatReader, LogPart, LogReading, LogTally } from "../reader.ts";
import { finding } from "../sentence.ts";
import { describeText } from "./describe-text.ts";
import { lineBlocks } from "./line-blocks.ts";
import { MissingWords } from "./missing-words.ts";
import { RowParser } from "./row-parser.ts";
import { textLikeness } from "./text-likeness.ts";

/** Tables of text: a line per row, cells set apart by one character. */
export const delimitedReader: FormatReader<TextPlan> = {
  id: "delimited-text",
  sniff: textLikeness,
  describe: describeText,
  read: (sources, plan, run) => new DelimitedReading(sources, plan, run),
};

class DelimitedReading implements LogReading {
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
    this.#parser = new RowParser({ plan, clock: this.#clock, missing: new MissingWords(plan.missing), decode: decodeCell(plan), bytes });
  }

  async *parts(): AsyncGenerator<LogPart> {
    const parser = this.#parser;
    const total = this.#sources.reduce((sum, s) => sum + s.size, 0);
    let before = 0;
    for (const [k, source] of this.#sources.entries()) {
      parser.nextSource(k);
      const cutCells = parser.cutCells;
      for await (const { bytes, from, to, done, cut } of lineBlocks(source, this.#plan.encoding)) {
        for (let p = from; p < to; ) {
          p = parser.parse(bytes, p, to, cut);
          if (parser.full) yield this.#take();
        }
        this.#run.tick(before + done, total);
      }
      if (parser.cutCells > cutCells) this.#cutFiles.push(source.name);
      before += source.size;
    }
    if (parser.hasPart) yield this.#take();
  }

  #take(): LogPart {
    const part = this.#parser.takePart();
    const { time } = part.frame;
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
    return part;
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
      findings: this.#findings(),
    };
  }

  #findings(): Finding[] {
    const p = this.#parser;
    const found: Finding[] = [];
    const { zone } = this.#plan;
    for (const [day, rows] of this.#clock.odd.missing) found.push(finding("import.missing-hour", "warning", { day, rows, zone }));
    for (const [day, rows] of this.#clock.odd.repeated) found.push(finding("import.repeated-hour", "note", { day, rows, zone }));
    for (const file of this.#cutFiles) found.push(finding("import.cut-line", "warning", { file }));
    if (p.shortRows > 0) found.push(finding("import.short-rows", "note", { rows: p.shortRows }));
    if (p.wrappedLines > 0) found.push(finding("import.wrapped-lines", "note", { lines: p.wrappedLines }));
    return found;
  }
}

/** How the bytes of a cell become text. What was decoded before it was split is UTF-8 by now. */
function decodeCell(plan: TextPlan): (bytes: Uint8Array, from: number, to: number) => string {
  const decoder = new TextDecoder(plan.encoding === "windows-1252" ? "windows-1252" : "utf-8");
  return (bytes, from, to) => decoder.decode(bytes.subarray(from, to));
}
