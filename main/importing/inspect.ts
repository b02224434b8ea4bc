import type { Finding } from "#shared/domain/finding.ts";
import { type ColumnSummary, isRecording, type LogPlan, type TextPlan } from "#shared/domain/importing.ts";
import { Cancelled, type Problem, ProblemError, toProblem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { zonedIso } from "./clock/zoned-iso.ts";
import { lookInside } from "./containers/open-log.ts";
import { containers } from "./containers/registry.ts";
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

/** A log inside a file that could not be read, and why; the logs beside it were. */
export interface UnreadLog {
  readonly file: string;
  readonly problem: Problem;
}

/**
 * Reads every row of every table of the files and keeps nothing; goes through archives, workbooks and data bases. Throws what `openFile` and the
 * readers throw for a file of which nothing can be read.
 */
export async function inspect(
  files: readonly string[],
  run: Run,
  tellUnread: (log: UnreadLog) => void = () => {},
): Promise<InspectedTable[]> {
  const tables: InspectedTable[] = [];
  for (const file of files) {
    const before = tables.length;
    const failed: { file: string; error: ProblemError }[] = [];
    for await (const path of logsIn(file, run)) {
      try {
        tables.push(...(await tablesOf(path, run)));
      } catch (error) {
        if (!(error instanceof ProblemError) || error instanceof Cancelled) throw error;
        failed.push({ file: path, error });
      }
    }
    if (tables.length === before && failed.length > 0) throw failed[0]!.error;
    for (const { file: path, error } of failed) tellUnread({ file: path, problem: toProblem(error) });
  }
  return tables;
}

/** The path itself where it is a log, else the logs inside, however deep. */
async function* logsIn(path: string, run: Run): AsyncGenerator<string> {
  const look = await lookInside(path, run);
  if (!look) yield path;
  else for (const member of look.members) yield* logsIn(member.path, run);
}

async function tablesOf(path: string, run: Run): Promise<InspectedTable[]> {
  const source = await openFile(path, run);
  try {
    const reader = await readerOfFile(source);
    const { plan, findings, beside, facts = {} } = await reader.describe(source);
    const plans = [plan, ...beside];
    const names = tableNames(plans);
    const alone = beside.length === 0;
    const tables: InspectedTable[] = [];
    for (const [k, each] of plans.entries()) {
      const guessed = k === 0 ? [...source.damage, ...findings] : [];
      tables.push(await table({ source, reader, plan: each, name: names[k]!, guessed, facts, alone }, run));
    }
    return tables;
  } finally {
    await source.close();
  }
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
    format: formatOf(source, reader),
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
    findings: distinct([...guessed, ...tally.findings, ...countsOf(tally)]),
  };
}

/** Of a file that text is made of, such as a workbook, the file's format; archives only hold what they hold. */
const formatOf = ({ within }: FileSource, reader: FormatReader): string => {
  const last = containers.find(({ id }) => id === within.at(-1));
  return last && !last.archive ? last.id : reader.id;
};

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

/** What is known from the description and met again while reading is told once. */
const distinct = (findings: readonly Finding[]): Finding[] => [...new Map(findings.map((f) => [`${f.code} ${f.message}`, f])).values()];

function countsOf(tally: LogTally): Finding[] {
  const found: Finding[] = [];
  if (tally.rejectedLines > 0) found.push(finding("import.rejected", "warning", { lines: tally.rejectedLines }));
  if (tally.outOfOrder > 0) found.push(finding("import.out-of-order", "warning", { rows: tally.outOfOrder }));
  return found;
}
