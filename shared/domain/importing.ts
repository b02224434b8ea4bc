import { z } from "zod";
import { Finding } from "./finding.ts";

export const Encoding = z.enum(["utf-8", "utf-16le", "utf-16be", "gb18030", "shift_jis", "windows-1252"]);
export type Encoding = z.infer<typeof Encoding>;

/** What a column of a text log becomes. `text` keeps nothing yet but is counted; `skip` is left out by a person. */
export const ColumnKind = z.enum(["number", "text", "time", "skip"]);
export type ColumnKind = z.infer<typeof ColumnKind>;

export const ColumnPlan = z.object({
  /** The name as the file has it, "" where the cell is empty. */
  header: z.string(),
  /** The tag it becomes; unique within the file. */
  tag: z.string(),
  unit: z.string(),
  kind: ColumnKind,
  /** Numbers among the plan's `missing` that are ordinary values in this column, as texts. */
  keep: z.array(z.string()).optional(),
  /** The words of a switch (TRUE and FALSE, ON and OFF, ja and nein ...) are the numbers 1 and 0 here. */
  switched: z.boolean().optional(),
});
export type ColumnPlan = z.infer<typeof ColumnPlan>;

/** Where the time of a row comes from. */
export const ClockPlan = z.discriminatedUnion("source", [
  z.object({
    source: z.literal("columns"),
    /** Zero-based columns whose cells, joined by one blank, hold the time. */
    columns: z.array(z.number().int()).min(1),
    /**
     * `iso`, `epoch-s`, `epoch-ms`, `epoch-us`, `epoch-ns`, `excel-day`; `elapsed-ms`, `elapsed-s`, `elapsed-min`, `elapsed-h` and
     * `elapsed-d` count from `start`; or a pattern such as `DD.MM.YYYY HH:mm:ss.SSS` or `M/D/YYYY h:mm:ss a`. A pattern without a date
     * is a time of day: it counts from the day of `start`, and a step back of more than twelve hours begins the next day.
     */
    format: z.string(),
    /** Wall clock of the plan's zone as ms since 1970: where `elapsed-*` and times of day begin. */
    start: z.number().optional(),
  }),
  /** The file has no time: row k is at start + k * stepMs. */
  z.object({ source: z.literal("rate"), start: z.number(), stepMs: z.number().positive() }),
]);
export type ClockPlan = z.infer<typeof ClockPlan>;

/** What every plan says, whatever the format. */
const planBase = {
  columns: z.array(ColumnPlan),
  clock: ClockPlan,
  /** The clock the log was written by: `UTC`, an offset such as `+08:00`, or an IANA zone such as `Europe/Berlin`. */
  zone: z.string(),
  /** Cell texts that mean "no sample", compared without case; numbers are compared by value (`-9999` is `-9999.0`). */
  missing: z.array(z.string()),
  /** Which of several rows at one time is kept. */
  duplicates: z.enum(["first", "last", "mean"]),
};

/** Where one sample of a row stands, zero-based columns. */
export const SampleColumns = z.object({
  /** Columns whose texts, joined by a dot, name the tag. */
  tag: z.array(z.number().int()).min(1),
  value: z.number().int(),
  unit: z.number().int().nullable(),
  quality: z.number().int().nullable(),
});
export type SampleColumns = z.infer<typeof SampleColumns>;

/** How the rows of a text log say which tag a value belongs to. */
export const Layout = z.discriminatedUnion("shape", [
  /** A column per tag. */
  z.object({ shape: z.literal("wide") }),
  /** A row names the tags of its values: one sample per row, or several as in `date;tag;value;tag;value`. */
  z.object({
    shape: z.literal("long"),
    samples: z.array(SampleColumns).min(1),
    /** Qualities under which a value is a sample, compared without case; under any other it is no sample and counted under its quality. */
    good: z.array(z.string()),
    /** What a person has corrected of tags, by the name the file gives (`header`); tags not named here keep their own. */
    series: z.array(ColumnPlan),
  }),
  /** Each value column has the column of its own time beside it: `clocks[k]` is the time column of column k, null where it has none. */
  z.object({ shape: z.literal("pairs"), clocks: z.array(z.number().int().nullable()) }),
]);
export type Layout = z.infer<typeof Layout>;

/** Everything needed to read a delimited text log: guessed from the file, agreed to by a person, kept with the import. */
export const TextPlan = z.object({
  encoding: Encoding,
  /** Wide where it is left out. */
  layout: Layout.optional(),
  /** One character: comma, semicolon, tab, pipe or blank. */
  delimiter: z.string().length(1),
  decimal: z.enum([".", ","]),
  /** Lines counted from 1; null where there is none. */
  headerLine: z.number().int().nullable(),
  unitsLine: z.number().int().nullable(),
  /** The first line of data. */
  dataLine: z.number().int().min(1),
  ...planBase,
});
export type TextPlan = z.infer<typeof TextPlan>;

/**
 * Everything needed to read a recording: a file that names its channels and holds their numbers as they are (WAV, TDMS, MAT, COMTRADE ...).
 * A plan is for one table of the file: channels on one clock. A clock of columns reads the column's numbers by its format.
 */
export const RecordingPlan = z.object({
  /** Id of the format's reader. */
  format: z.string(),
  /** The group, data set or variable the table is made of, "" where the file holds one. */
  table: z.string(),
  ...planBase,
});
export type RecordingPlan = z.infer<typeof RecordingPlan>;

export const LogPlan = z.union([RecordingPlan, TextPlan]);
export type LogPlan = z.infer<typeof LogPlan>;

export const isRecording = (plan: LogPlan): plan is RecordingPlan => "format" in plan;

/** One cell of the preview: its text, and whether it was understood as what its column is. */
export const PreviewCell = z.object({ text: z.string(), ok: z.boolean() });

/** What the file was understood to be, over its first lines: shown, corrected, shown again. */
export const ImportPreview = z.object({
  files: z.array(z.object({ path: z.string(), name: z.string(), bytes: z.number() })),
  plan: LogPlan,
  /** Every table of the first file as it was guessed, in the order of the file; one in most logs. Rows: null where only reading would tell. */
  tables: z.array(z.object({ name: z.string(), plan: LogPlan, rows: z.number().nullable() })),
  /** What the file says of itself beside its samples, "" where it says nothing: rate, station, instrument. */
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Lines above the data as they stand in the file (at most 40). */
  preamble: z.array(z.string()),
  /** The first rows of data with their line numbers. */
  rows: z.array(z.object({ line: z.number(), time: z.number().nullable(), cells: z.array(PreviewCell) })),
  /** From the size of the file and of its first lines. */
  estimatedRows: z.number(),
  estimatedMs: z.number(),
  findings: z.array(Finding),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** What became of one column. */
export const ColumnSummary = z.object({
  tag: z.string(),
  unit: z.string(),
  kind: ColumnKind,
  valid: z.number(),
  /** Cells that were empty or said "no sample". */
  missing: z.number(),
  /** Cells that were neither a number nor a known word for "no sample". */
  unreadable: z.number(),
  first: z.number().nullable(),
  last: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  mean: z.number().nullable(),
  /** Texts met instead of numbers, the most frequent first (at most 20). */
  states: z.array(z.object({ text: z.string(), count: z.number() })),
});
export type ColumnSummary = z.infer<typeof ColumnSummary>;

/** What an import did: the repair report. */
export const RepairReport = z.object({
  /** All lines of all files: preambleLines + emptyLines + rowsRead + rejectedLines. */
  lines: z.number(),
  /** Lines above the data: names, units, everything the instrument wrote about itself. */
  preambleLines: z.number(),
  /** Lines without a single character but delimiters and blanks. */
  emptyLines: z.number(),
  rowsRead: z.number(),
  /** Rows stored after duplicates were merged. */
  rowsKept: z.number(),
  rejectedLines: z.number(),
  duplicateTimes: z.number(),
  /** Rows that stood before an earlier time in the file and were sorted in. */
  outOfOrder: z.number(),
  gaps: z.number(),
  /** The longest gap, ms; 0 where there is none. */
  longestGapMs: z.number(),
  /** Median distance between rows, ms. */
  intervalMs: z.number(),
  cellsNotNumbers: z.number(),
  /** Time of the first and the last row; null when no row was kept. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  columns: z.array(ColumnSummary),
  /** The first rejected lines; all of them are in the quarantine file. */
  rejected: z.array(z.object({ line: z.number(), reason: z.string(), text: z.string() })),
  findings: z.array(Finding),
  elapsedMs: z.number(),
});
export type RepairReport = z.infer<typeof RepairReport>;

/** One committed import. */
export const ImportRecord = z.object({
  id: z.string(),
  assetId: z.string(),
  files: z.array(z.object({ path: z.string(), name: z.string(), bytes: z.number(), sha256: z.string() })),
  plan: LogPlan,
  report: RepairReport,
  /** Name of the quarantine file inside the project, null where no line was rejected. */
  quarantine: z.string().nullable(),
  importedAt: z.number(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;
