import type { LogPlan } from "#shared/domain/importing.ts";

/** One table of one log as a person has agreed to import it. */
export interface ImportWish {
  readonly files: readonly string[];
  /** What the table was taken for with no hint. */
  readonly guess: LogPlan;
  readonly plan: LogPlan;
  readonly asset: { id: string } | { name: string };
  /** What it is called on the way. */
  readonly name: string;
  /** Rows it is thought to hold. */
  readonly rows: number;
  /** Where it was agreed on: which of the logs, which of its tables. */
  readonly group: number;
  readonly table: number;
}
