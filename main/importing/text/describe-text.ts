import type { Finding } from "#shared/domain/finding.ts";
import type { ColumnPlan, TextPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import { decimalByte, numberCell } from "../number-cell.ts";
import type { ByteSource, LogDescription } from "../reader.ts";
import { finding, sentence } from "../sentence.ts";
import { findSentinels } from "./find-sentinels.ts";
import { guessClock } from "./guess-clock.ts";
import { guessColumns } from "./guess-columns.ts";
import { guessHeader, type HeaderLines } from "./guess-header.ts";
import { guessLayout, type Layout, spread } from "./guess-layout.ts";
import { commonMissingWords } from "./missing-words.ts";
import { splitLine } from "./split-line.ts";
import { textLikeness } from "./text-likeness.ts";
import { type TextSample, textSample } from "./text-sample.ts";

const sampledRows = 1500;

/** The plan a text log would be read by, guessed from its beginning and from places further on. Throws `import.file-empty`, `import.not-text` and `import.no-table`. */
export async function describeText(source: ByteSource): Promise<LogDescription<TextPlan>> {
  if (source.size === 0) throw told("import.file-empty", source);
  const head = new Uint8Array(Math.min(source.size, 64 << 10));
  await source.read(0, head);
  if (textLikeness(head) === 0) throw told("import.not-text", source);
  return describeSample(source, await textSample(source));
}

const told = (code: "import.file-empty" | "import.not-text" | "import.no-table", source: ByteSource) =>
  problem(code, sentence(code, { file: source.name }), { file: source.name });

function describeSample(source: ByteSource, sample: TextSample): LogDescription<TextPlan> {
  const layout = guessLayout(sample.head, sample.later);
  if (!layout) throw told("import.no-table", source);
  return describeLayout(sample, layout, guessHeader(sample.head, layout));
}

function describeLayout(sample: TextSample, layout: Layout, lines: HeaderLines): LogDescription<TextPlan> {
  const rows = rowsOf(sample, layout);
  const guessed = guessColumns(cellsAt(sample, lines.header, layout), cellsAt(sample, lines.units, layout), rows, layout);
  const findings: Finding[] = [];
  if (guessed.repeatedNames > 0) findings.push(finding("import.names-repeated", "note", { count: guessed.repeatedNames }));
  const { columns } = guessed;
  const clock = guessClock({ columns, rows, preamble: sample.head.slice(0, layout.dataIndex), decimal: layout.decimal });
  findings.push(...clock.findings);
  const planned = columns.map(
    (c, k): ColumnPlan => (clock.clock.source === "columns" && clock.clock.columns.includes(k) ? { ...c, kind: "time" } : c),
  );
  const second = secondTable(planned, clock.otherClocks, rows);
  if (second.length > 0) {
    const names = second.map((k) => planned[k]!.tag).join(", ");
    findings.push(finding("import.second-table", "warning", { columns: names }));
    for (const k of second) planned[k] = { ...planned[k]!, kind: "skip" };
  }
  const sentinels = sentinelsOf(planned, rows, layout.decimal);
  for (const { column, value, count } of sentinels.apart)
    findings.push(finding("import.sentinel", "warning", { column: planned[column]!.tag, value, count }));
  for (const { column, value } of sentinels.alone)
    findings.push(finding("import.only-sentinel", "warning", { column: planned[column]!.tag, value }));
  findings.push(...mixedDecimals(planned, rows, layout.decimal));
  const zoned = clock.clock.source === "columns" && !namesItsOffset(clock.clock, rows);
  if (zoned) findings.push(finding("import.zone-assumed", "note", {}));
  const plan: TextPlan = {
    encoding: sample.encoding,
    delimiter: layout.delimiter,
    decimal: layout.decimal,
    headerLine: lines.header === undefined ? null : lines.header + 1,
    unitsLine: lines.units === undefined ? null : lines.units + 1,
    dataLine: layout.dataIndex + 1,
    columns: planned,
    clock: clock.clock,
    zone: "UTC",
    missing: [...commonMissingWords, ...new Set(sentinels.apart.map((s) => String(s.value)))],
    duplicates: "first",
  };
  return { plan, findings };
}

/**
 * An agreed plan, as it stands; where a person has changed delimiter, decimal sign or the lines of names and data so that the plan's columns
 * are no longer what the header says, columns and clock are guessed anew under those settings.
 */
export async function replan(source: ByteSource, plan: TextPlan): Promise<LogDescription<TextPlan>> {
  const sample = await textSample(source, plan.encoding);
  const rowsWidth = Math.max(
    ...sample.head.slice(plan.dataLine - 1, plan.dataLine + 20).map((line) => splitLine(line, plan.delimiter).length),
    1,
  );
  const layout: Layout = { delimiter: plan.delimiter, decimal: plan.decimal, width: rowsWidth, dataIndex: plan.dataLine - 1 };
  const rows = rowsOf(sample, layout);
  const lines: HeaderLines = { header: indexOf(plan.headerLine), units: indexOf(plan.unitsLine) };
  const now = guessColumns(cellsAt(sample, lines.header, layout), cellsAt(sample, lines.units, layout), rows, layout);
  const same = now.columns.length === plan.columns.length && now.columns.every((c, k) => c.header === plan.columns[k]!.header);
  if (same) return { plan, findings: mixedDecimals(plan.columns, rows, plan.decimal) };
  const { plan: guessed, findings } = describeLayout(sample, layout, lines);
  return { plan: { ...guessed, zone: plan.zone, duplicates: plan.duplicates }, findings };
}

const indexOf = (line: number | null): number | undefined => (line === null ? undefined : line - 1);

const cellsAt = (sample: TextSample, index: number | undefined, layout: Layout): string[] | undefined =>
  index === undefined || sample.head[index] === undefined ? undefined : splitLine(sample.head[index], layout.delimiter);

/** Rows of the sample, those that look like data. */
function rowsOf(sample: TextSample, layout: Layout): string[][] {
  const lines = [...spread(sample.head.slice(layout.dataIndex), sampledRows), ...spread(sample.later, sampledRows)];
  const rows = lines.map((line) => splitLine(line, layout.delimiter));
  return rows.filter((row) => row.length >= 0.5 * layout.width && row.some((cell) => cell !== ""));
}

/** Columns from the clock of a second table on, where an empty column stands between the two. */
function secondTable(columns: readonly ColumnPlan[], otherClocks: readonly number[], rows: readonly (readonly string[])[]): number[] {
  const other = otherClocks.find((k) => k > 1 && columns[k - 1]!.kind === "skip" && columns[k - 1]!.header === "");
  if (other === undefined) return [];
  const differs = rows.some((row) => row[other] !== row[0]);
  return differs ? columns.flatMap((_, k) => (k >= other ? [k] : [])) : [];
}

function sentinelsOf(columns: readonly ColumnPlan[], rows: readonly (readonly string[])[], decimal: "." | ",") {
  const sign = decimalByte(decimal);
  return findSentinels(
    columns.map((c, k) =>
      c.kind !== "number"
        ? []
        : rows.flatMap((row) => {
            const bytes = Buffer.from(row[k] ?? "");
            const value = numberCell(bytes, 0, bytes.length, sign);
            return Number.isNaN(value) ? [] : [value];
          }),
    ),
  );
}

/** Columns in which a good part of the cells has the other decimal sign. */
function mixedDecimals(columns: readonly ColumnPlan[], rows: readonly (readonly string[])[], decimal: "." | ","): Finding[] {
  const mine = decimal === "." ? /^[+-]?\d+\.\d+$/ : /^[+-]?\d+,\d+$/;
  const other = decimal === "." ? /^[+-]?(?:0|\d+),(?!\d{3}$)\d+$/ : /^[+-]?(?:0|\d+)\.(?!\d{3}$)\d+$/;
  return columns.flatMap((c, k) => {
    if (c.kind !== "number") return [];
    const cells = rows.map((row) => row[k] ?? "");
    const mixed = cells.some((t) => mine.test(t)) && cells.some((t) => other.test(t));
    return mixed ? [finding("import.decimal-mixed", "warning", { column: c.tag, other: decimal === "." ? "," : "." })] : [];
  });
}

/** Whether the times say themselves how far from UTC they are. */
function namesItsOffset(clock: { columns: readonly number[]; format: string }, rows: readonly (readonly string[])[]): boolean {
  if (clock.format.startsWith("epoch") || clock.format.endsWith("Z")) return true;
  return clock.format === "iso" && rows.some((row) => /\d(?:Z|[+-]\d{2}:?\d{2})(?:\/|$)/.test(row[clock.columns[0]!] ?? ""));
}
