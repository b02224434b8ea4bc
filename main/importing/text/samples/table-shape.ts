import type { Finding } from "#shared/domain/finding.ts";
import type { ClockPlan, ColumnPlan, Layout } from "#shared/domain/importing.ts";
import { timeReader } from "../../clock/time-reader.ts";
import { finding } from "../../sentence.ts";
import { guessLong, type LongLayout } from "./guess-long.ts";
import { guessPairs } from "./guess-pairs.ts";

type Rows = readonly (readonly string[])[];

export interface TableShape {
  readonly columns: readonly ColumnPlan[];
  /** Undefined for a column per tag. */
  readonly layout: Layout | undefined;
  readonly findings: readonly Finding[];
  /** The values of each tag where they are not a column each. */
  readonly values?: (rows: Rows, numberOf: (text: string | undefined) => number) => number[][];
  /** The tag of the k-th list of values. */
  nameOf(k: number): string;
}

const mostJudged = 500; // tags whose values are looked at one by one

/** How the rows of a table hold their tags, and what that makes of its columns. */
export function shapeOf(columns: readonly ColumnPlan[], rows: Rows, clock: ClockPlan, decimal: "." | ","): TableShape {
  const wide: TableShape = { columns, layout: undefined, findings: [], nameOf: (k) => columns[k]!.tag };
  if (clock.source === "rate") return wide;
  const pairs = guessPairs({ columns, rows, clock, decimal });
  if (pairs) {
    const clocks = new Set(pairs.clocks);
    return {
      ...wide,
      columns: columns.map((c, k) => (clocks.has(k) ? { ...c, kind: "time" } : c)),
      layout: pairs,
      findings: [finding("import.paired-times", "note", { columns: pairs.clocks.filter((k) => k !== null).length })],
    };
  }
  const long = guessLong({ columns, rows, clock: clock.columns, times: timesOf(rows, clock, decimal), decimal });
  return long ? longShape(columns, rows, long) : wide;
}

function timesOf(rows: Rows, clock: Extract<ClockPlan, { source: "columns" }>, decimal: "." | ","): number[] {
  const reader = timeReader(clock.format, decimal, clock.start ?? 0);
  return rows.map((row) => {
    const bytes = Buffer.from(clock.columns.map((k) => row[k] ?? "").join(" "));
    return reader.read(bytes, 0, bytes.length);
  });
}

function longShape(columns: readonly ColumnPlan[], rows: Rows, layout: LongLayout): TableShape {
  const values = new Set(layout.samples.map((s) => s.value));
  const tags = new Set(layout.samples.flatMap((s) => s.tag));
  const names: string[] = [];
  const places = new Map<string, number>();
  const nameIn = (row: readonly string[], tag: readonly number[]): string => tag.flatMap((k) => (row[k] ? [row[k]] : [])).join(".");
  for (const row of rows) {
    for (const { tag } of layout.samples) {
      const name = nameIn(row, tag);
      if (name === "" || places.has(name)) continue;
      places.set(name, names.length);
      names.push(name);
    }
  }
  return {
    columns: columns.map((c, k) =>
      values.has(k) ? { ...c, kind: "number" } : tags.has(k) && c.kind !== "number" ? { ...c, kind: "text" } : c,
    ),
    layout,
    findings: [finding("import.long-layout", "note", { column: [...tags].map((k) => columns[k]!.tag).join(" + "), tags: names.length })],
    values: (of, numberOf) => {
      const found: number[][] = Array.from({ length: Math.min(names.length, mostJudged) }, () => []);
      for (const row of of) {
        for (const { tag, value } of layout.samples) {
          const number = numberOf(row[value]);
          if (!Number.isNaN(number)) found[places.get(nameIn(row, tag)) ?? -1]?.push(number);
        }
      }
      return found;
    },
    nameOf: (k) => names[k]!,
  };
}
