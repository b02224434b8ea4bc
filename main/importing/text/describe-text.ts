import type { TextPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ByteSource, LogDescription } from "../reader.ts";
import { sentence } from "../sentence.ts";
import { headerNames } from "./guess-columns.ts";
import { guessHeader, type HeaderLines } from "./guess-header.ts";
import { guessLayout, type Layout } from "./guess-layout.ts";
import { cellsAt, mixedDecimals, planOfLayout, rowsOf } from "./plan-of-layout.ts";
import { splitLine } from "./split-line.ts";
import { textLikeness } from "./text-likeness.ts";
import { textSample } from "./text-sample.ts";

/** The plan a text log would be read by, guessed from its beginning and from places further on. Throws `import.file-empty`, `import.not-text` and `import.no-table`. */
export async function describeText(source: ByteSource): Promise<LogDescription<TextPlan>> {
  if (source.size === 0) throw told("import.file-empty", source);
  const head = new Uint8Array(Math.min(source.size, 64 << 10));
  await source.read(0, head);
  if (textLikeness(head) === 0) throw told("import.not-text", source);
  const sample = await textSample(source);
  const layout = guessLayout(sample.head, sample.later);
  if (!layout) throw told("import.no-table", source);
  return planOfLayout(sample, layout, guessHeader(sample.head, layout));
}

const told = (code: "import.file-empty" | "import.not-text" | "import.no-table", source: ByteSource) =>
  problem(code, sentence(code, { file: source.name }), { file: source.name });

/**
 * An agreed plan, as it stands; where a person has changed delimiter, decimal sign or the lines of names and data so that the plan's columns
 * are no longer what the header says, columns and clock are guessed anew under those settings.
 */
export async function replan(source: ByteSource, plan: TextPlan): Promise<LogDescription<TextPlan>> {
  const sample = await textSample(source, plan.encoding);
  const first = sample.head.slice(plan.dataLine - 1, plan.dataLine + 20).map((line) => splitLine(line, plan.delimiter).length);
  const layout: Layout = { delimiter: plan.delimiter, decimal: plan.decimal, width: Math.max(1, ...first), dataIndex: plan.dataLine - 1 };
  const lines: HeaderLines = { header: indexOf(plan.headerLine), units: indexOf(plan.unitsLine) };
  const names = headerNames(cellsAt(sample, lines.header, layout));
  const same =
    lines.header === undefined ? plan.columns.every((c) => c.header === "") : names.every((name, k) => name === plan.columns[k]?.header);
  if (same) return { plan, findings: mixedDecimals(plan.columns, rowsOf(sample, layout), plan.decimal), beside: [] };
  const guessed = planOfLayout(sample, layout, lines);
  return { ...guessed, plan: { ...guessed.plan, zone: plan.zone, duplicates: plan.duplicates } };
}

const indexOf = (line: number | null): number | undefined => (line === null ? undefined : line - 1);
