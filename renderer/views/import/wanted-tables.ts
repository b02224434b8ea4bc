import type { ImportPreview, LogPlan } from "#shared/domain/importing.ts";
import type { ImportDraft } from "./import-draft.ts";

type Table = ImportPreview["tables"][number];

/** A table's settings as they stand: what was corrected, else what was guessed. */
export const planOfTable = (draft: ImportDraft, tables: readonly Table[], at: number): LogPlan | undefined =>
  draft.tables[at]?.plan ?? tables[at]?.plan;

/** Whether a table is to be imported: as decided; until then where it holds numbers and more than nothing. */
export function isWanted(draft: ImportDraft, tables: readonly Table[], at: number): boolean {
  const table = tables[at];
  const decided = draft.tables[at]?.checked;
  if (!table || decided !== undefined || tables.length === 1) return decided ?? true;
  return table.rows !== 0 && table.plan.columns.some(({ kind }) => kind === "number");
}

/** The tables to import, by their place in the file. */
export const wantedTables = (draft: ImportDraft, tables: readonly Table[]): number[] =>
  tables.flatMap((_, at) => (isWanted(draft, tables, at) ? [at] : []));
