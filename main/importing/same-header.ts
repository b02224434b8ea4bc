import { isRecording, type LogPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ByteSource } from "./reader.ts";
import { readerOfPlan } from "./registry.ts";
import { sentence } from "./sentence.ts";
import { splitLine } from "./text/split-line.ts";
import { textSample } from "./text/text-sample.ts";

/**
 * Throws `import.plan-differs` unless the other file has the columns the plan was made for. Text without a line of names is taken at its word.
 */
export async function sameHeader(first: ByteSource, other: ByteSource, plan: LogPlan): Promise<void> {
  if (!isRecording(plan) && plan.headerLine === null) return;
  const names = (source: ByteSource) => (isRecording(plan) ? channelNames(source, plan.table, plan) : lineOfNames(source, plan));
  const [a, b] = await Promise.all([names(first), names(other)]);
  if (a === b) return;
  const data = { file: other.name, first: first.name };
  throw problem("import.plan-differs", sentence("import.plan-differs", data), data);
}

async function lineOfNames(source: ByteSource, plan: Exclude<LogPlan, { format: string }>): Promise<string> {
  const { head } = await textSample(source, plan.encoding);
  return splitLine(head[plan.headerLine! - 1] ?? "", plan.delimiter).join("\u0000");
}

async function channelNames(source: ByteSource, table: string, plan: LogPlan): Promise<string> {
  const { plan: first, beside } = await readerOfPlan(plan).describe(source);
  const mine = [first, ...beside].find((each) => isRecording(each) && each.table === table);
  return (mine?.columns ?? []).map(({ header }) => header).join("\u0000");
}
