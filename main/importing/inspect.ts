import type { Finding } from "#shared/domain/finding.ts";
import type { ColumnSummary, TextPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { zonedIso } from "./clock/zoned-iso.ts";
import { type FileSource, openFile } from "./file-source.ts";
import type { FormatReader, LogTally } from "./reader.ts";
import { readerFor } from "./registry.ts";
import { finding, sentence } from "./sentence.ts";

/** One table of a file, as it was understood and as its every row says. */
export interface InspectedTable {
  readonly file: string;
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly decimal: string;
  /** Lines counted from 1; null where there is none. */
  readonly headerLine: number | null;
  readonly unitsLine: number | null;
  readonly dataLine: number;
  readonly lines: number;
  readonly rows: number;
  readonly rejectedLines: number;
  readonly time: {
    /** ISO 8601 with the offset of the plan's zone; null without rows. */
    readonly first: string | null;
    readonly last: string | null;
    readonly zone: string;
    /** No row stands before an earlier time. */
    readonly monotonic: boolean;
    /** The columns and the format they are written in, or the rate that was assumed. */
    readonly source: string;
  };
  readonly columns: readonly ({ readonly name: string } & Omit<ColumnSummary, "states"> & {
      readonly states: Readonly<Record<string, number>>;
    })[];
  readonly findings: readonly Finding[];
}

/** Reads every row of every table of the files and keeps nothing. Throws what `openFile` and the readers throw. */
export async function inspect(files: readonly string[], run: Run): Promise<InspectedTable[]> {
  const tables: InspectedTable[] = [];
  for (const path of files) {
    const source = await openFile(path);
    try {
      const reader = await readerOf(source);
      const { plan, findings, beside } = await reader.describe(source);
      const alone = beside.length === 0;
      tables.push(await table({ source, reader, plan, guessed: findings, alone }, run));
      for (const other of beside) tables.push(await table({ source, reader, plan: other, guessed: [], alone }, run));
    } finally {
      await source.close();
    }
  }
  return tables;
}

async function readerOf(source: FileSource): Promise<FormatReader<TextPlan>> {
  if (source.size === 0) throw problem("import.file-empty", sentence("import.file-empty", { file: source.name }), { file: source.name });
  const head = new Uint8Array(Math.min(source.size, 64 << 10));
  await source.read(0, head);
  const reader = readerFor(head, source.name);
  if (!reader) throw problem("import.not-text", sentence("import.not-text", { file: source.name }), { file: source.name });
  return reader;
}

interface Asked {
  readonly source: FileSource;
  readonly reader: FormatReader<TextPlan>;
  readonly plan: TextPlan;
  readonly guessed: readonly Finding[];
  /** The file holds no other table. */
  readonly alone: boolean;
}

async function table({ source, reader, plan, guessed, alone }: Asked, run: Run): Promise<InspectedTable> {
  const reading = reader.read([source], plan, run);
  for await (const part of reading.parts()) part.release();
  const tally = reading.tally();
  return {
    file: source.name,
    format: reader.id,
    encoding: plan.encoding,
    delimiter: plan.delimiter,
    decimal: plan.decimal,
    headerLine: plan.headerLine,
    unitsLine: plan.unitsLine,
    dataLine: plan.dataLine,
    lines: tally.lines,
    rows: tally.rows,
    rejectedLines: tally.rejectedLines,
    time: {
      first: zonedIso(tally.firstTime, plan.zone),
      last: zonedIso(tally.lastTime, plan.zone),
      zone: plan.zone,
      monotonic: tally.outOfOrder === 0,
      source: clockText(plan),
    },
    columns: tally.columns.flatMap((c, k) => {
      const { header } = plan.columns[k]!;
      // A column without name and cells keeps its place; the columns of a table beside this one are not its own.
      if (c.kind === "skip" && (!alone || header !== "")) return [];
      return [
        {
          ...c,
          kind: c.kind === "skip" ? "number" : c.kind,
          name: header === "" ? c.tag : header,
          states: Object.fromEntries(c.states.map((s) => [s.text, s.count])),
        },
      ];
    }),
    findings: [...guessed, ...tally.findings, ...countsOf(tally)],
  };
}

function clockText({ clock, columns }: TextPlan): string {
  if (clock.source === "rate") return `every ${clock.stepMs} ms`;
  return `${clock.columns.map((k) => columns[k]!.header || columns[k]!.tag).join(" + ")} (${clock.format})`;
}

function countsOf(tally: LogTally): Finding[] {
  const found: Finding[] = [];
  if (tally.rejectedLines > 0) found.push(finding("import.rejected", "warning", { lines: tally.rejectedLines }));
  if (tally.outOfOrder > 0) found.push(finding("import.out-of-order", "warning", { rows: tally.outOfOrder }));
  return found;
}
