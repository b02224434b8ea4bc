import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { quietRun } from "#shared/domain/run.ts";
import { type InspectedTable, inspect } from "../../../main/importing/inspect.ts";

interface ColumnFacts {
  n_valid: number;
  first: number | null;
  last: number | null;
  mean: number | null;
  min: number | null;
  max: number | null;
}

export interface FileFacts {
  n_rows: number;
  header_line?: number;
  time_first?: string;
  time_last?: string;
  time_monotonic?: boolean;
  check_columns: Record<string, ColumnFacts>;
}

/** What of each file of `messy` differs from `EXPECTED.json`, read with no hint; empty lists where nothing does. Undefined without the data. */
export async function messyFacts(dataDir: string): Promise<Record<string, string[]> | undefined> {
  const folder = join(dataDir, "messy");
  if (!existsSync(join(folder, "EXPECTED.json"))) return undefined;
  const expected = JSON.parse(readFileSync(join(folder, "EXPECTED.json"), "utf8")) as Record<string, FileFacts>;
  const found: Record<string, string[]> = {};
  for (const [file, facts] of Object.entries(expected)) {
    try {
      const [table] = await inspect([join(folder, file)], quietRun());
      found[file] = differences(table!, facts);
    } catch (error) {
      found[file] = [String(error)];
    }
  }
  return found;
}

export function differences(table: InspectedTable, facts: FileFacts): string[] {
  const found: string[] = [];
  const compare = (what: string, is: unknown, should: unknown) => {
    if (is !== should) found.push(`${what} is ${is}, not ${should}`);
  };
  compare("rows", table.rows, facts.n_rows);
  if (facts.header_line !== undefined) compare("header line", table.headerLine, facts.header_line);
  if (facts.time_monotonic !== undefined) compare("monotonic", table.time.monotonic, facts.time_monotonic);
  for (const [name, column] of Object.entries(facts.check_columns)) {
    const is = columnOf(table, name, Object.keys(facts.check_columns).length === 1);
    if (!is) {
      // A column without name and cells at the end of every line is no column.
      if (column.n_valid > 0) found.push(`no column ${name}`);
      continue;
    }
    compare(`${name} valid`, is.first === null ? 0 : is.valid, column.n_valid);
    for (const key of ["first", "last", "mean", "min", "max"] as const)
      if (!near(is[key], column[key])) compare(`${name} ${key}`, is[key], column[key]);
  }
  for (const [which, should] of [
    ["first", facts.time_first],
    ["last", facts.time_last],
  ] as const) {
    if (should !== undefined && !sameTime(table, which, should)) compare(`time ${which}`, table.time[which], should);
  }
  return found;
}

/** By name, by name and unit, by the name of our own making, by place in the file. */
function columnOf(table: InspectedTable, name: string, only: boolean) {
  const [plain = "", place] = name.split("#");
  const { columns } = table;
  return (
    columns.find((c) => c.name === plain.trim()) ??
    columns.find((c) => `${c.name} [${c.unit}]` === plain) ??
    columns[Number(place ?? (plain === "epoch" ? 0 : plain || Number.NaN))] ??
    (only ? columns.find((c) => c.kind === "number") : undefined)
  );
}

const near = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

/** As an instant, as a time of day, or as the number it stands as in the file. */
function sameTime(table: InspectedTable, which: "first" | "last", should: string): boolean {
  const is = table.time[which] ?? "";
  if (/^\d+(\.\d+)?$/.test(should)) return table.columns.some((c) => c.kind === "time" && near(c[which], Number(should)));
  if (/^\d{2}:/.test(should)) return is.slice(11, 19) === should;
  const text = should.replace(" ", "T");
  return is === new Date(/[+Z]/.test(text) ? text : `${text}Z`).toISOString();
}
