import type { Finding } from "#shared/domain/finding.ts";
import type { ClockPlan, ColumnPlan, TextPlan } from "#shared/domain/importing.ts";
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
  const first = guess(guessColumns(header, units, all, layout).columns, all);
  // Lines that have no time are records of another kind, totals and notes: the columns are judged without them.
  const rows = timedRows(all, first.clock, decimal);
  const { columns, repeatedNames } = guessColumns(header, units, rows, layout);
  const plan = (mine: readonly ColumnPlan[], clock: GuessedClock, ofRows: Rows) =>
    tablePlan({ sample, layout, lines, columns: mine, clock, rows: ofRows });
  const second = secondTable(columns, first.otherClocks, rows);
  const names: Finding[] = repeatedNames > 0 ? [finding("import.names-repeated", "note", { count: repeatedNames })] : [];
  if (second === undefined) {
    const table = plan(columns, first, rows);
    return { ...table, findings: [...names, ...table.findings], beside: [] };
  }
  const left = columns.map((c, k) => (k >= second ? skipped(c) : c));
  const right = columns.map((c, k) => (k < second ? skipped(c) : c));
  const table = plan(left, first, rows);
  const beside = plan(right, guess(right, rows), rows).plan;
  const told = finding("import.second-table", "warning", {
    columns: columns
      .slice(second)
      .map((c) => c.tag)
      .join(", "),
  });
  return { plan: table.plan, findings: [...names, told, ...table.findings], beside: [beside] };
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
  const planned = columns.map((c, k): ColumnPlan => (at.includes(k) ? { ...c, kind: "time" } : c));
  const sentinels = sentinelsOf(planned, rows, layout.decimal);
  const findings = [
    ...clock.findings,
    ...sentinels.apart.map(({ column, value, count }) =>
      finding("import.sentinel", "warning", { column: planned[column]!.tag, value, count }),
    ),
    ...sentinels.alone.map(({ column, value }) => finding("import.only-sentinel", "warning", { column: planned[column]!.tag, value })),
    ...mixedDecimals(planned, rows, layout.decimal),
  ];
  const zone = zoneInHeader(at.map((k) => columns[k]!.header));
  if (zone !== undefined) findings.push(finding("import.zone-named", "note", { zone }));
  else if (clock.clock.source === "columns" && !namesItsOffset(clock.clock, rows))
    findings.push(finding("import.zone-assumed", "note", {}));
  if (isLongTable(planned, rows)) findings.push(finding("import.long-table", "warning", {}));
  const plan: TextPlan = {
    encoding: sample.encoding,
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

/** The column at which a second table begins: behind an empty column, with a clock of its own that goes differently. */
function secondTable(columns: readonly ColumnPlan[], otherClocks: readonly number[], rows: Rows): number | undefined {
  const begin = otherClocks.find((k) => k > 1 && columns[k - 1]!.kind === "skip" && columns[k - 1]!.header === "");
  return begin !== undefined && rows.some((row) => row[begin] !== row[0]) ? begin : undefined;
}

function sentinelsOf(columns: readonly ColumnPlan[], rows: Rows, decimal: "." | ",") {
  const sign = decimalByte(decimal);
  const numbersOf = (k: number): number[] =>
    rows.flatMap((row) => {
      const bytes = Buffer.from(row[k] ?? "");
      const value = numberCell(bytes, 0, bytes.length, sign);
      return Number.isNaN(value) ? [] : [value];
    });
  return findSentinels(columns.map((c, k) => (c.kind === "number" ? numbersOf(k) : [])));
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

const tagWord = /^(?:var(?:iable)?[ _]?name|tag(?:[ _]?name)?|point(?:[ _]?name)?|signal|channel|parameter|item|变量名|测点)$/i;
const valueWord = /^(?:var[ _]?)?(?:value|val|wert|valeur|valor|reading|数值|值)$/i;

/** One row per tag and time instead of one column per tag. */
function isLongTable(columns: readonly ColumnPlan[], rows: Rows): boolean {
  const tags = columns.findIndex((c) => c.kind === "text" && tagWord.test(c.header));
  return (
    tags >= 0 && columns.some((c) => c.kind === "number" && valueWord.test(c.header)) && new Set(rows.map((row) => row[tags])).size > 1
  );
}
