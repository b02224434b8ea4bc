import type { RecordedTable, Recording } from "./recording.ts";
import { uniqueNames } from "./unique-names.ts";

/** The tables in the order of the file under names of their own. */
export function tablesByName({ tables }: Recording): ReadonlyMap<string, RecordedTable> {
  if (tables.length === 1) return new Map([[tables[0]!.name, tables[0]!]]);
  const { names } = uniqueNames(
    tables.map(({ name }) => name),
    (k) => `table_${k + 1}`,
  );
  return new Map(names.map((name, k) => [name, tables[k]!]));
}
