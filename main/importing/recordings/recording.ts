import type { Finding } from "#shared/domain/finding.ts";
import type { ByteSource, FileFacts } from "../reader.ts";

export interface Channel {
  /** As the file has it; unique names are given by whoever makes the plan. */
  readonly name: string;
  readonly unit: string;
}

/** Channels of equal length on one clock. */
export interface RecordedTable {
  /** The group, data set or variable, "" where the file holds one table. */
  readonly name: string;
  readonly rows: number;
  readonly clock:
    | { readonly source: "rate" /** ms UTC; null where the file does not say. */; readonly start: number | null; readonly stepMs: number }
    /** A channel that holds the time; format as in `ClockPlan`, start for elapsed ones. */
    | { readonly source: "channel"; readonly channel: number; readonly format: string; readonly start: number | null };
  /** False for a spectrum or a table of orders: its rows have no time, and nobody is asked for one. */
  readonly overTime?: false;
  readonly channels: readonly Channel[];
  /**
   * Rows [from, from + count) of the wanted channels in physical units, one Float64Array of `count` per channel in their order (null where
   * not wanted). NaN where the file holds no sample. Touches only the bytes it needs. The arrays may be used again by the next call.
   */
  read(from: number, count: number, wanted: readonly boolean[]): Promise<(Float64Array | null)[]>;
}

/** A file that names its channels and holds their numbers as they are: its head is read, the samples wait. */
export interface Recording {
  readonly tables: readonly RecordedTable[];
  readonly facts: FileFacts;
  /** What a person should know: damage that was read around, what was left out. */
  readonly findings: readonly Finding[];
  /**
   * The clock its starts were written by, as in a plan: a zone the file names; null where it was a wall clock nobody named, which was read as
   * if it were UTC. Left out where the format counts in UTC or no start is known.
   */
  readonly zone?: string | null;
  /** Where there is no table: what there is instead, in the words of the format. */
  readonly inside?: string;
}

/** Reads the head of the file. Throws a problem with file and place where nothing can be read. */
export type OpenRecording = (source: ByteSource) => Promise<Recording>;
