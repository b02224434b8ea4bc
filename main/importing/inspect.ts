import type { Finding } from "#shared/domain/finding.ts";
import { type ColumnSummary, isRecording, type LogPlan, type TextPlan } from "#shared/domain/importing.ts";
import type { Run } from "#shared/domain/run.ts";
import { zonedIso } from "./clock/zoned-iso.ts";
import { type FileSource, openFile } from "./file-source.ts";
import type { FileFacts, FormatReader, LogTally } from "./reader.ts";
import { readerOfFile } from "./reader-of-file.ts";
import { finding } from "./sentence.ts";
import { tableNames } from "./table-names.ts";

/** One table of a file, as it was understood and as its every row says. */
export interface InspectedTable {
  readonly file: string;
  readonly format: string;
  /** The group, data set or variable; "" where the file holds one table. */
  readonly table: string;
  /** These three: null where the log is not text. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: string | null;
  /** Lines counted from 1; null where there is none. */
  readonly headerLine: number | null;
  readonly unitsLine: number | null;
  readonly dataLine: number | null;
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
  /** The tags, where the file's columns are not tags themselves: long tables, values with times of their own. */
  readonly series?: readonly ({ readonly name: string } & Omit<ColumnSummary, "states"> & {
      readonly states: Readonly<Record<string, number>>;
    })[];
  /** What the file says of itself beside its samples. */
  readonly facts: FileFacts;
  readonly findings: readonly Finding[];
}

/** Reads every row of every table of the files and keeps nothing. Throws what `openFile` and the readers throw. */
export async function inspect(files: readonly string[], run: Run): Promise<InspectedTable[]> {
  const tables: InspectedTable[] = [];
  for (const path of files) {
    const source = await openFile(path);
    try {
      const reader = await readerOfFile(source);
      const { plan, findings, beside, facts = {} } = await reader.describe(source);
      const plans = [plan, ...beside];
      const names = tableNames(plans);
      for (const [k, each] of plans.entries()) {
        const asked: Asked = {
          source,
          reader,
          plan: each,
          name: names[k]!,
          guessed: k === 0 ? findings : [],
          facts,
          alone: beside.length === 0,
        };
        tables.push(await table(asked, run));
      }
    } finally {
      await source.close();
    }
  }
  return tables;
}

interface Asked {
  readonly source: FileSource;
  readonly reader: FormatReader;
  readonly plan: LogPlan;
  readonly name: string;
  readonly facts: FileFacts;
  readonly guessed: readonly Finding[];
  /** The file holds no other table. */
  readonly alone: boolean;
}

async function table({ source, reader, plan, name, facts, guessed, alone }: Asked, run: Run): Promise<InspectedTable> {
  const reading = reader.read([source], plan, run);
  for await (const part of reading.parts()) part.release();
  const tally = reading.tally();
  return {
    file: source.name,
    format: reader.id,
    table: name,
    ...(isRecording(plan) ? noText : howWritten(plan)),
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
    ...(tally.series
      ? { series: tally.series.map((c) => ({ ...c, name: c.tag, states: Object.fromEntries(c.states.map((s) => [s.text, s.count])) })) }
      : {}),
    facts,
    findings: [...guessed, ...tally.findings, ...countsOf(tally)],
  };
}

const noText = { encoding: null, delimiter: null, decimal: null, headerLine: null, unitsLine: null, dataLine: null };

const howWritten = ({ encoding, delimiter, decimal, headerLine, unitsLine, dataLine }: TextPlan) => ({
  encoding,
  delimiter,
  decimal,
  headerLine,
  unitsLine,
  dataLine,
});

function clockText({ clock, columns }: LogPlan): string {
  if (clock.source === "rate") return `every ${clock.stepMs} ms`;
  return `${clock.columns.map((k) => columns[k]!.header || columns[k]!.tag).join(" + ")} (${clock.format})`;
}

function countsOf(tally: LogTally): Finding[] {
  const found: Finding[] = [];
  if (tally.rejectedLines > 0) found.push(finding("import.rejected", "warning", { lines: tally.rejectedLines }));
  if (tally.outOfOrder > 0) found.push(finding("import.out-of-order", "warning", { rows: tally.outOfOrder }));
  return found;
}
