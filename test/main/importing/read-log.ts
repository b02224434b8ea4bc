import type { Column } from "#shared/domain/frame.ts";
import type { TextPlan } from "#shared/domain/importing.ts";
import { quietRun } from "#shared/domain/run.ts";
import type { LogTally, RejectedLine } from "../../../main/importing/reader.ts";
import { delimitedReader } from "../../../main/importing/text/delimited-reader.ts";
import { memorySource } from "./memory-source.ts";

export interface WholeLog {
  readonly plan: TextPlan;
  readonly time: number[];
  /** Values by tag. */
  readonly values: Readonly<Record<string, number[]>>;
  readonly rejected: readonly RejectedLine[];
  readonly tally: LogTally;
  readonly codes: readonly string[];
}

/** A log read to its end, by the plan guessed for it with some settings changed. */
export async function readLog(content: string | Uint8Array, change: Partial<TextPlan> = {}): Promise<WholeLog> {
  const source = memorySource(content);
  const { plan: guessed, findings } = await delimitedReader.describe(source);
  const plan = { ...guessed, ...change };
  const reading = delimitedReader.read([source], plan, quietRun());
  const time: number[] = [];
  const values: Record<string, number[]> = {};
  const rejected: RejectedLine[] = [];
  for await (const part of reading.parts()) {
    time.push(...part.frame.time);
    for (const { tag, values: of } of part.frame.columns as Column[]) {
      values[tag] ??= [];
      values[tag].push(...of);
    }
    rejected.push(...part.rejected);
    part.release();
  }
  const tally = reading.tally();
  return { plan, time, values, rejected, tally, codes: [...findings, ...tally.findings].map((f) => f.code) };
}

/** ISO text of a time, UTC. */
export const iso = (ms: number | undefined): string => new Date(ms ?? Number.NaN).toISOString();
