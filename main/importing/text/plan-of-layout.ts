import type { Finding } from "#shared/domain/finding.ts";
import type { ClockPlan, ColumnPlan, Layout as TableLayout, TextPlan } from "#shared/domain/importing.ts";
import { timeReader } from "../clock/time-reader.ts";
import { decimalByte, numberCell } from "../number-cell.ts";
import type { LogDescription } from "../reader.ts";
import { finding } from "../sentence.ts";
import { guessClock } from "./clocks/guess-clock.ts";
import type { GuessedClock } from "./clocks/sampled-table.ts";
import { findSentinels } from "./find-sentinels.ts";
import { guessColumns } from "./guess-columns.ts";
import type { HeaderLines } from "./guess-header.ts";
import { type Layout, spread } from "./guess-layout.ts";
import { commonMissingWords } from "./missing-words.ts";
import { shapeOf, type TableShape } from "./samples/table-shape.ts";
import { splitLine } from "./split-line.ts";
import type { TextSample } from "./text-sample.ts";

const sampledRows = 1500;

type Rows = readonly (readonly string[])[];

/** The whole plan of a table whose delimiter, decimal sign and lines are known: columns, clock, values that say "no sample". */
export function planOfLayout(sample: TextSample, layout: Layout, lines: HeaderLines): LogDescription<TextPlan> {
  const all = rowsOf(sample, layout);
  const header = cellsAt(sample, lines.header, layout);
  const units = cellsAt(sample, lines.units, layout);
  const preamble = sample.head.slice(0, layout.dataIndex);
  const { decimal } = layout;
  const guess = (columns: readonly ColumnPlan[], rows: Rows) => guessClock({ columns, rows, preamble, decimal });
  const roughly = guessColumns(header, units, all, layout).columns;
  const first = guess(roughly, all);
  // Lines that have no time are records of another kind, totals and notes: the columns are judged without them.
  const rows = timedRows(all, first.clock, decimal);
  const { columns, repeatedNames } = guessColumns(header, units, rows, layout, roughly.length);
  const plan = (mine: readonly ColumnPlan[], clock: GuessedClock) => tablePlan({ sample, layout, lines, columns: mine, clock, rows });
  const names: Finding[] = repeatedNames > 0 ? [finding("import.names-repeated", "note", { count: repeatedNames })] : [];
  const begins = furtherTables(columns, first.otherClocks, rows);
  if (begins.length === 0) {
    const table = plan(columns, first);
    return { ...table, findings: [...names, ...table.findings], beside: [] };
  }
  const within = (from: number, to: number) => columns.map((c, k) => (k < from || k >= to ? skipped(c) : c));
  const table = plan(within(0, begins[0]!), first);
  const beside = begins.map((from, k) => {
    const mine = within(from, begins[k + 1] ?? columns.length);
    return plan(mine, guess(mine, rows)).plan;
  });
  const told = begins.map((from, k) => {
    const names = columns.slice(from, begins[k + 1]).filter((c) => c.kind !== "skip");
    return finding("import.second-table", "warning", { columns: names.map((c) => c.tag).join(", ") });
  });
  return { plan: table.plan, findings: [...names, ...told, ...table.findings], beside };
}

const skipped = (column: ColumnPlan): ColumnPlan => ({ ...column, kind: "skip" });

interface Table {
  readonly sample: TextSample;
  readonly layout: Layout;
  readonly lines: HeaderLines;
  readonly columns: readonly ColumnPlan[];
  readonly clock: GuessedClock;
  readonly rows: Rows;
}

function tablePlan({ sample, layout, lines, columns, clock, rows }: Table): { plan: TextPlan; findings: Finding[] } {
  const at = clock.clock.source === "columns" ? clock.clock.columns : [];
  const clocked = columns.map((c, k): ColumnPlan => (at.includes(k) ? { ...c, kind: "time" } : c));
  const shape = shapeOf(clocked, rows, clock.clock, layout.decimal);
  const sentinels = sentinelsOf(shape, rows, layout.decimal);
  const planned = shape.values ? [...shape.columns] : withKept(shape.columns, sentinels.kept);
  const findings = [
    ...clock.findings,
    ...sentinels.apart.map(({ column, value, count }) =>
      finding("import.sentinel", "warning", { column: shape.nameOf(column), value, count }),
    ),
    ...sentinels.alone.map(({ column, value }) => finding("import.only-sentinel", "warning", { column: shape.nameOf(column), value })),
    ...mixedDecimals(planned, rows, layout.decimal),
  ];
  const zone = zoneInHeader(at.map((k) => columns[k]!.header));
  if (zone !== undefined) findings.push(finding("import.zone-named", "note", { zone }));
  else if (clock.clock.source === "columns" && !namesItsOffset(clock.clock, rows))
    findings.push(finding("import.zone-assumed", "note", {}));
  findings.push(...shape.findings);
  const plan: TextPlan = {
    encoding: sample.encoding,
    ...(shape.layout ? { layout: keptInSeries(shape, sentinels.kept) } : {}),
    delimiter: layout.delimiter,
    decimal: layout.decimal,
    headerLine: lines.header === undefined ? null : lines.header + 1,
    unitsLine: lines.units === undefined ? null : lines.units + 1,
    dataLine: layout.dataIndex + 1,
    columns: planned,
    clock: clock.clock,
    zone: zone ?? "UTC",
    missing: [...commonMissingWords, ...new Set(sentinels.apart.map((s) => String(s.value)))],
    duplicates: "first",
  };
  return { plan, findings };
}

export const cellsAt = (sample: TextSample, index: number | undefined, layout: Layout): string[] | undefined =>
  index === undefined || sample.head[index] === undefined ? undefined : splitLine(sample.head[index], layout.delimiter);

/** Rows of the sample, those that look like data. */
export function rowsOf(sample: TextSample, layout: Layout): string[][] {
  const lines = [...spread(sample.head.slice(layout.dataIndex), sampledRows), ...spread(sample.later, sampledRows)];
  const rows = lines.map((line) => splitLine(line, layout.delimiter));
  return rows.filter((row) => row.length >= 0.5 * layout.width && row.some((cell) => cell !== ""));
}

function timedRows(rows: Rows, clock: ClockPlan, decimal: "." | ","): Rows {
  if (clock.source === "rate") return rows;
  const reader = timeReader(clock.format, decimal, clock.start ?? 0);
  const timed = rows.filter((row) => {
    const bytes = Buffer.from(clock.columns.map((k) => row[k] ?? "").join(" "));
    return !Number.isNaN(reader.read(bytes, 0, bytes.length));
  });
  return timed.length > 0 ? timed : rows;
}

/** The columns at which further tables begin: behind an empty column, with a clock of their own that goes differently. */
function furtherTables(columns: readonly ColumnPlan[], otherClocks: readonly number[], rows: Rows): number[] {
  const begins = [...otherClocks].sort((a, b) => a - b);
  return begins.filter(
    (k) => k > 1 && columns[k - 1]!.kind === "skip" && columns[k - 1]!.header === "" && rows.some((row) => row[k] !== row[0]),
  );
}

function sentinelsOf({ columns, values }: TableShape, rows: Rows, decimal: "." | ",") {
  const sign = decimalByte(decimal);
  const numberOf = (text: string | undefined): number => {
    const bytes = Buffer.from(text ?? "");
    return numberCell(bytes, 0, bytes.length, sign);
  };
  const numbersOf = (k: number): number[] => rows.map((row) => numberOf(row[k])).filter((v) => !Number.isNaN(v));
  return findSentinels(values ? values(rows, numberOf) : columns.map((c, k) => (c.kind === "number" ? numbersOf(k) : [])));
}

/** Numbers that say "no sample" in one column and are ordinary in another stay what they are there. */
function withKept(columns: readonly ColumnPlan[], kept: readonly { column: number; value: number }[]): ColumnPlan[] {
  return columns.map((c, k) => {
    const mine = kept.filter(({ column }) => column === k).map(({ value }) => String(value));
    return mine.length > 0 ? { ...c, keep: mine } : c;
  });
}

function keptInSeries({ layout, nameOf }: TableShape, kept: readonly { column: number; value: number }[]): TableLayout {
  if (layout?.shape !== "long" || kept.length === 0) return layout!;
  const names = [...new Set(kept.map(({ column }) => nameOf(column)))];
  const series = names.map((name): ColumnPlan => {
    const keep = kept.filter(({ column }) => nameOf(column) === name).map(({ value }) => String(value));
    return { header: name, tag: name, unit: "", kind: "number", keep };
  });
  return { ...layout, series };
}

/** Columns in which a good part of the cells has the other decimal sign. */
export function mixedDecimals(columns: readonly ColumnPlan[], rows: Rows, decimal: "." | ","): Finding[] {
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
function namesItsOffset(clock: { columns: readonly number[]; format: string }, rows: Rows): boolean {
  if (clock.format.startsWith("epoch") || clock.format.endsWith("Z")) return true;
  return (
    clock.format === "iso" &&
    rows.some((row) => /\d ?(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT|CES?T|MES?Z)(?:\/|$)/.test(row[clock.columns[0]!] ?? ""))
  );
}

/** The clock that the header of a time column names: `Date Time, GMT-05:00`, `Time (UTC)`. */
function zoneInHeader(headers: readonly string[]): string | undefined {
  for (const header of headers) {
    const match = /\b(?:UTC|GMT)\s*(?:([+-])\s*(\d{1,2})(?::?(\d{2}))?)?/i.exec(header);
    if (match) return match[1] === undefined ? "UTC" : `${match[1]}${match[2]!.padStart(2, "0")}:${match[3] ?? "00"}`;
  }
  return undefined;
}
