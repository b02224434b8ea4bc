import type { ImportPreview } from "#shared/domain/importing.ts";
import type { LogGroup } from "#shared/domain/log-group.ts";

/** What the import of a table is called on the way: the log, and the table where it holds several. */
export const wishName = (group: LogGroup, tables: ImportPreview["tables"], table: number): string =>
  tables.length > 1 ? `${group.name} · ${tables[table]?.name || table + 1}` : group.name;
