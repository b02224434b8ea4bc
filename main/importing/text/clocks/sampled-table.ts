import type { Finding } from "#shared/domain/finding.ts";
import type { ClockPlan, ColumnPlan } from "#shared/domain/importing.ts";

/** What is known of a table when its clock is looked for. */
export interface SampledTable {
  readonly columns: readonly ColumnPlan[];
  /** Cells of rows from the beginning and from further on, in the order of the file. */
  readonly rows: readonly (readonly string[])[];
  /** Lines above the data. */
  readonly preamble: readonly string[];
  readonly decimal: "." | ",";
}

export interface GuessedClock {
  readonly clock: ClockPlan;
  readonly findings: readonly Finding[];
  /** Columns of other clocks in the same file, as in tables side by side. */
  readonly otherClocks: readonly number[];
}

/** A clock of these columns about which there is nothing to say. */
export const plainClock = (columns: readonly number[], format: string): GuessedClock => ({
  clock: { source: "columns", columns: [...columns], format },
  findings: [],
  otherClocks: [],
});

/** The texts of a column, empty cells left out. */
export const textsOf = ({ rows }: Pick<SampledTable, "rows">, column: number): string[] =>
  rows.map((row) => row[column] ?? "").filter((t) => t !== "");

export const columnsOfKind = ({ columns }: SampledTable, kind: ColumnPlan["kind"]): number[] =>
  columns.flatMap((c, k) => (c.kind === kind ? [k] : []));
