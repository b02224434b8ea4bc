import { z } from "zod";
import { Finding } from "./finding.ts";
import { ColumnSummary } from "./importing.ts";

/** What a plan makes of the first or the last rows of a log. */
export const DryRunPart = z.object({
  rows: z.number(),
  rejectedLines: z.number(),
  /** Rows with a time that another of these rows has. */
  repeatedTimes: z.number(),
  /** Rows that stand before an earlier time. */
  outOfOrder: z.number(),
  /** Time of the first and of the last row as they stand in the file, ms UTC; null where the rows before them would have to be known. */
  first: z.number().nullable(),
  last: z.number().nullable(),
  /** The first lines that became no row; line null where it can be told only by reading the whole file. */
  rejected: z.array(z.object({ line: z.number().nullable(), reason: z.string(), text: z.string() })),
  /** One for each column of the plan. */
  columns: z.array(ColumnSummary),
  /** The tags of a long or paired table. */
  series: z.array(ColumnSummary).optional(),
});
export type DryRunPart = z.infer<typeof DryRunPart>;

/** What an import will take. */
export const ImportEstimate = z.object({
  rows: z.number(),
  ms: z.number(),
  /** Room the samples will take in the project, bytes. */
  diskBytes: z.number(),
  /** The most that is taken while the import runs, bytes. */
  diskPeakBytes: z.number(),
  /** Room left on the disk of the project, bytes; null where it cannot be told. */
  freeBytes: z.number().nullable(),
  memoryBytes: z.number(),
});
export type ImportEstimate = z.infer<typeof ImportEstimate>;

/** A log read by a plan at its beginning and its end, before anything is kept. */
export const DryRun = z.object({
  head: DryRunPart,
  /** Null where the head is the whole log, or the end cannot be read by itself. */
  tail: DryRunPart.nullable(),
  /** The head is the whole log. */
  whole: z.boolean(),
  /** What the rows say against the plan, the gravest first. */
  findings: z.array(Finding),
  estimate: ImportEstimate,
  elapsedMs: z.number(),
});
export type DryRun = z.infer<typeof DryRun>;
