import { statSync } from "node:fs";
import { basename } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import { finding, sentence } from "../sentence.ts";
import type { Container, Tell } from "./container.ts";
import { jsonLikeness, jsonStandsInLines } from "./json-likeness.ts";
import { documentRows, type JsonRow, lineRows, type RowOptions } from "./json-rows.ts";
import { type JsonShape, jsonTables } from "./json-shape.ts";
import { Recent } from "./recent.ts";
import { RowsAndRest } from "./rows-and-rest.ts";
import { tableName } from "./safe-member-name.ts";
import { tabHead } from "./tab-head.ts";
import { type TabLines, TabTable, tabCell } from "./tab-table.ts";

const headBytes = 256 << 10;
const mostColumns = 20_000; // names held in memory, and cells of every line

/**
 * JSON: a record on each line, a list of records, rows under a list of names, or lists beside each other. A column for each name, in the
 * order of first sight; nested names are joined by dots. What is no record stands as a line that is no row, `#<line> <text>`: the reader
 * keeps it out and tells.
 */
export const json: Container = {
  id: "json",
  sniff: jsonLikeness,
  members: async (path) => [...tablesOf(path).keys()].map((name) => ({ name, bytes: null })),
  async extract(path, member, into, run, tell) {
    const half = (from: number): RowOptions => ({ tick: (done, total) => run.tick(from * total + done, 2 * total) });
    const shape = tablesOf(path).get(member);
    const table = new TabTable(into);
    try {
      write({ path, shape, names: namesOf(path, shape, half(0)), into: table, options: half(1), tell });
      table.close();
    } finally {
      table.abandon();
    }
  },
  async head(path, member, bytes) {
    const shape = tablesOf(path).get(member);
    const options = { bytes: headBytes };
    return tabHead(bytes, (into) => write({ path, shape, names: namesOf(path, shape, options), into, options, tell: () => {} }));
  },
};

const known = new Recent<Map<string, JsonShape | undefined>>(8);

/** Undefined stands for a record on each line. */
function tablesOf(path: string): Map<string, JsonShape | undefined> {
  const { size, mtimeMs, ino } = statSync(path);
  const key = JSON.stringify([path, size, mtimeMs, ino]);
  const found = known.get(key) ?? lookedFor(path);
  known.set(key, found);
  return found;
}

function lookedFor(path: string): Map<string, JsonShape | undefined> {
  const own = basename(path).replace(/\.(?:jsonl?|ndjson|txt|log)$/i, "");
  if (jsonStandsInLines(path)) return new Map([[tableName(own, new Set()), undefined]]);
  const taken = new Set<string>();
  return new Map(jsonTables(path).map(({ name, shape }) => [tableName(name === "" ? own : name, taken), shape]));
}

const rowsOf = (path: string, shape: JsonShape | undefined, options: RowOptions): Generator<JsonRow> =>
  shape === undefined ? lineRows(path, options) : documentRows(path, shape, options);

function namesOf(path: string, shape: JsonShape | undefined, options: RowOptions): Map<string, number> {
  const names = new Map<string, number>();
  for (const row of rowsOf(path, shape, options)) {
    if (row.kind !== "row") continue;
    for (const name of row.cells.keys()) if (!names.has(name)) names.set(name, names.size);
    if (names.size > mostColumns) {
      const data = { file: basename(path), most: mostColumns };
      throw problem("import.too-many-columns", sentence("import.too-many-columns", data), data);
    }
  }
  return names;
}

interface Writing {
  readonly path: string;
  readonly shape: JsonShape | undefined;
  /** Place of each column. */
  readonly names: ReadonlyMap<string, number>;
  readonly into: TabLines;
  readonly options: RowOptions;
  readonly tell: Tell;
}

function write({ path, shape, names, into, options, tell }: Writing): void {
  const lines = new RowsAndRest(into, [...names.keys()].map(tabCell));
  const cells = new Array<string>(names.size);
  for (const row of rowsOf(path, shape, options)) {
    if (row.kind === "cut") tell(finding("import.json-cut", "warning", { file: basename(path), records: row.records }));
    else if (row.kind === "bad") lines.rest(row.at, row.text);
    else {
      cells.fill("");
      for (const [name, text] of row.cells) {
        const place = names.get(name);
        // Under a head, a name may come into sight that the first look did not reach.
        if (place !== undefined) cells[place] = tabCell(text);
      }
      lines.row(cells);
    }
  }
  lines.end();
}
