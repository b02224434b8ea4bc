import type { TextPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ByteSource } from "./reader.ts";
import { sentence } from "./sentence.ts";
import { splitLine } from "./text/split-line.ts";
import { textSample } from "./text/text-sample.ts";

/** Throws `import.plan-differs` unless the other file's header has the first one's names. Files without a header are taken at their word. */
export async function sameHeader(first: ByteSource, other: ByteSource, plan: TextPlan): Promise<void> {
  if (plan.headerLine === null) return;
  const [a, b] = await Promise.all([headerOf(first, plan), headerOf(other, plan)]);
  if (a === b) return;
  const data = { file: other.name, first: first.name };
  throw problem("import.plan-differs", sentence("import.plan-differs", data), data);
}

async function headerOf(source: ByteSource, plan: TextPlan): Promise<string> {
  const { head } = await textSample(source, plan.encoding);
  return splitLine(head[plan.headerLine! - 1] ?? "", plan.delimiter).join("\u0000");
}
