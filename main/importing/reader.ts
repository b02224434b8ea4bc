import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { ColumnSummary, LogPlan } from "#shared/domain/importing.ts";
import type { Run } from "#shared/domain/run.ts";

/** Bytes by position, so that a reader never meets a file system. */
export interface ByteSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Fills `into` from `offset` on; returns how many bytes there were, 0 at the end. */
  read(offset: number, into: Uint8Array): Promise<number>;
  /** The file of the same name with another extension (without dot, any case) in its folder, for formats that come in pairs; undefined where there is none. */
  beside?(extension: string): Promise<ByteSource | undefined>;
}

/** A line that became no row, and why. */
export interface RejectedLine {
  /** Which of the files, counted from 0. */
  readonly source: number;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: "time-unreadable" | "more-cells" | "no-number" | "cut-off" | "header-again" | "no-tag" | "too-many-tags";
  readonly text: string;
}

/** Some rows in the order of the file, and the lines between them that were rejected. */
export interface LogPart {
  /** At most 65,536 rows; its times ascend only where the file's do. */
  readonly frame: Frame;
  readonly rejected: readonly RejectedLine[];
  /** Gives the frame's memory back for the next rows; whoever calls it has copied what he needs. */
  release(): void;
}

/** What was met while reading. */
export interface LogTally {
  readonly lines: number;
  readonly preambleLines: number;
  readonly emptyLines: number;
  readonly rows: number;
  readonly rejectedLines: number;
  /** Rows that stand before an earlier time of the file. */
  readonly outOfOrder: number;
  /** Time of the first and of the last row as they stand in the file, ms UTC; null without rows. */
  readonly firstTime: number | null;
  readonly lastTime: number | null;
  /** One for each column of the plan, in its order. */
  readonly columns: readonly ColumnSummary[];
  /** The tags of the frames where they are not the plan's columns: long tables, values with times of their own. */
  readonly series?: readonly ColumnSummary[];
  readonly findings: readonly Finding[];
}

/** One pass over the files of a series. */
export interface LogReading {
  /** Parts in file order; reads as it is asked, so that memory does not depend on the size of the files. */
  parts(): AsyncGenerator<LogPart>;
  /** Complete once the parts have ended. */
  tally(): LogTally;
}

/** What a file says of itself beside its samples, for `inspect`: sampling rate, station, variables and their shapes. */
export type FileFacts = Readonly<Record<string, unknown>>;

export interface LogDescription<Plan> {
  readonly plan: Plan;
  /** Rows of the table the plan is for, where the file says so. */
  readonly rows?: number;
  readonly facts?: FileFacts;
  /** What a person should know before agreeing to the plan. */
  readonly findings: readonly Finding[];
  /** Plans of further tables of the same file, beside the one the plan is for. */
  readonly beside: readonly Plan[];
  /** Rows of each table beside, where the file says so. */
  readonly besideRows?: readonly number[];
}

/** A log format. Finding a format, describing a file and reading it is all there is to one; see `registry.ts`. */
export interface FormatReader<Plan extends LogPlan = LogPlan> {
  readonly id: string;
  /** 0 = not mine … 1 = certain, from the first 64 KiB and the name alone. Never throws. */
  sniff(head: Uint8Array, name: string): number;
  /** What is in the log: the plan that `read` will follow once a person has agreed to it. */
  describe(source: ByteSource): Promise<LogDescription<Plan>>;
  /** A bad cell is NaN and counted with its text; a row without a time is a rejected line; only an unreadable file throws. */
  read(sources: readonly ByteSource[], plan: Plan, run: Run): LogReading;
}
