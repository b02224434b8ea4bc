import type { ColumnKind, ColumnPlan } from "#shared/domain/importing.ts";
import { type CellShape, cellShape } from "./cell-shape.ts";
import type { Layout } from "./guess-layout.ts";
import { commonMissingWords } from "./missing-words.ts";
import { isSwitch } from "./switch-words.ts";
import { nameAndUnit, unitInCells, writesSlashes } from "./unit-text.ts";

export interface GuessedColumns {
  readonly columns: ColumnPlan[];
  /** How many names were another column's too. */
  readonly repeatedNames: number;
}

const missingWords = new Set(commonMissingWords);

/** What each column is, from its header and the cells of the sample; at least so many columns as `least`. */
export function guessColumns(
  header: readonly string[] | undefined,
  units: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  layout: Layout,
  least = 0,
): GuessedColumns {
  const named = headerNames(header);
  const count = Math.max(least, named.length, lastFilled(rows, layout.width));
  const slashes = writesSlashes(named);
  const columns: ColumnPlan[] = [];
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  let repeatedNames = 0;
  for (let k = 0; k < count; k++) {
    const text = named[k] ?? "";
    const read = nameAndUnit(text, slashes);
    const { kind, unit: inCells, switched } = kindOf(rows, k, layout.decimal, text);
    const unit = inCells || bare(units?.[k] ?? "") || read.unit;
    const wanted = read.name === "" ? `column_${k + 1}` : read.name;
    let tag = wanted;
    // Two names that differ in their unit alone keep it.
    if (taken.has(tag) && read.unit !== "" && !taken.has(text)) tag = text;
    for (let n = numbers.get(wanted) ?? 2; taken.has(tag); n++) {
      tag = `${wanted}_${n}`;
      numbers.set(wanted, n + 1);
    }
    if (tag !== wanted && text !== "" && kind !== "skip") repeatedNames++;
    taken.add(tag);
    columns.push({ header: text, tag, unit, kind, ...(switched ? { switched } : {}) });
  }
  return { columns, repeatedNames };
}

/** The names of a header line, without empty ones at its end. */
export function headerNames(cells: readonly string[] | undefined): string[] {
  const named = (cells ?? []).map((text, k) => tidyHeader(text, k));
  while (named.at(-1) === "") named.pop();
  return named;
}

/** A comment mark before the names and another program's delimiters behind them are not part of a name. */
function tidyHeader(text: string, column: number): string {
  const plain = column === 0 ? text.replace(/^#+\s*/, "") : text;
  return plain
    .replace(/[,;]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

const bare = (unit: string): string => unit.replace(/^[[(]\s*(.*?)\s*[\])]$/, "$1").trim();

const isJunk = (cell: string): boolean => /^[,;"\s]*$/.test(cell);

function lastFilled(rows: readonly (readonly string[])[], width: number): number {
  let last = 0;
  for (const row of rows) for (let k = Math.min(row.length, width) - 1; k >= last; k--) if (!isJunk(row[k]!)) last = k + 1;
  return last;
}

/** What a column holds; `unit` where every cell carries its own. */
function kindOf(
  rows: readonly (readonly string[])[],
  k: number,
  decimal: "." | ",",
  header: string,
): { kind: ColumnKind; unit: string; switched?: boolean } {
  const seen: Record<CellShape, number> = { empty: 0, number: 0, time: 0, word: 0 };
  const words: string[] = [];
  let states = 0;
  for (const row of rows) {
    const cell = row[k] ?? "";
    const shape = isJunk(cell) ? "empty" : cellShape(cell, decimal);
    seen[shape]++;
    if (shape !== "word") continue;
    if (missingWords.has(cell.toLowerCase())) states++;
    else words.push(cell);
  }
  const is = (kind: ColumnKind, unit = "") => ({ kind, unit });
  if (seen.number === 0 && seen.time === 0 && words.length === 0) return is(header === "" && states === 0 ? "skip" : "number");
  if (seen.time > seen.number && seen.time > words.length) return is("time");
  if (seen.number >= words.length) return is("number");
  if (seen.number + seen.time === 0 && new Set(words.map((w) => w.toLowerCase())).size === 2 && isSwitch(words))
    return { kind: "number", unit: "", switched: true };
  const unit = unitInCells(words);
  return unit === undefined ? is("text") : is("number", unit);
}
