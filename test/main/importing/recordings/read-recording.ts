import type { RecordingPlan } from "#shared/domain/importing.ts";
import { quietRun } from "#shared/domain/run.ts";
import type { ByteSource, FormatReader, LogDescription, LogTally, RejectedLine } from "../../../../main/importing/reader.ts";

export interface WholeRecording {
  readonly time: number[];
  /** Values by tag. */
  readonly values: Readonly<Record<string, number[]>>;
  readonly rejected: readonly RejectedLine[];
  readonly tally: LogTally;
}

/** A table of recordings read to its end; memory is given back at once, as the importer does. */
export async function readRecording(
  reader: FormatReader<RecordingPlan>,
  sources: readonly ByteSource[],
  plan: RecordingPlan,
): Promise<WholeRecording> {
  const reading = reader.read(sources, plan, quietRun());
  const time: number[] = [];
  const values: Record<string, number[]> = Object.fromEntries(plan.columns.filter((c) => c.kind === "number").map((c) => [c.tag, []]));
  const rejected: RejectedLine[] = [];
  for await (const part of reading.parts()) {
    for (const at of part.frame.time) time.push(at);
    for (const { tag, values: of } of part.frame.columns) for (const v of of) values[tag]!.push(v);
    rejected.push(...part.rejected);
    part.release();
  }
  return { time, values, rejected, tally: reading.tally() };
}

/** A file described and its first table read by the plan described. */
export async function openAndRead(
  reader: FormatReader<RecordingPlan>,
  source: ByteSource,
): Promise<WholeRecording & { described: LogDescription<RecordingPlan>; codes: string[] }> {
  const described = await reader.describe(source);
  const whole = await readRecording(reader, [source], described.plan);
  return { ...whole, described, codes: [...described.findings, ...whole.tally.findings].map((f) => f.code) };
}
