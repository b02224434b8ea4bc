import type { LogPlan } from "#shared/domain/importing.ts";

/** What a person has decided about one table of the files; what is left out stands as it was guessed. */
export interface TableDraft {
  /** The guess with their corrections. */
  readonly plan?: LogPlan | undefined;
  /** Whether the table is to be imported. */
  readonly checked?: boolean | undefined;
  /** Id of the asset chosen, null for a new one. */
  readonly assetId?: string | null | undefined;
  readonly assetName?: string | undefined;
  /** Whose settings stand in `plan`: the name of a profile, or of files agreed on before. */
  readonly from?: string | undefined;
}

/** What a person has decided about the files so far. It outlives the wizard, so that no way back loses it. */
export interface ImportDraft {
  /** Which table is shown. */
  readonly table: number;
  readonly tables: Readonly<Record<number, TableDraft>>;
}

export const emptyDraft: ImportDraft = { table: 0, tables: {} };

export const withTable = (draft: ImportDraft, at: number, change: TableDraft): ImportDraft => ({
  ...draft,
  tables: { ...draft.tables, [at]: { ...draft.tables[at], ...change } },
});
