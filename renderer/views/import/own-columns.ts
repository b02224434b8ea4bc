import type { ImportPreview } from "#shared/domain/importing.ts";

/** Whether a column of text belongs to a table: one that was left out of it because another table of the file took it is not its own. */
export function ownColumns(tables: ImportPreview["tables"], at: number): (column: number) => boolean {
  const kindIn = (table: number, column: number) => tables[table]?.plan.columns[column]?.kind ?? "skip";
  return (column) => kindIn(at, column) !== "skip" || tables.every((_, other) => kindIn(other, column) === "skip");
}
