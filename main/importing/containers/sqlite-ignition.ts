import type Database from "better-sqlite3";

/** Name of the member that holds the whole history. */
export const ignitionName = "sqlt_data";

export interface IgnitionHistory {
  /** Tables whose rows are in the history. */
  readonly pieces: readonly string[];
  readonly rows: { readonly select: Database.Statement; readonly total: number };
}

/**
 * The tag history of an Ignition gateway: its samples stand in tables `sqlt_data_<driver>_<year>_<month>`, which name a tag by a number that
 * `sqlth_te` explains. Joined, a row says tag, time, value and quality. Undefined where the data base holds no such history.
 * Source: Ignition data base table reference, docs.inductiveautomation.com (ignition-database-table-reference).
 */
export function ignitionHistory(db: Database.Database): IgnitionHistory | undefined {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all().map(String);
  const tags = tables.find((name) => name.toLowerCase() === "sqlth_te");
  if (tags === undefined || !has(db, tags, ["id", "tagpath"])) return undefined;
  const pieces = tables
    .filter((name) => /^sqlt_data_/i.test(name) && has(db, name, ["tagid", "t_stamp"]))
    .sort((a, b) => inOrder(a).localeCompare(inOrder(b), "en"));
  const filled = pieces.filter((name) => db.prepare(`SELECT 1 FROM ${quoted(name)} LIMIT 1`).get() !== undefined);
  if (filled.length === 0) return undefined;
  const selects = filled.map((name) => {
    const columns = columnsOf(db, name);
    const values = ["floatvalue", "intvalue", "stringvalue", "datevalue"].filter((c) => columns.has(c)).map((c) => `d.${c}`);
    const value = values.length === 0 ? "NULL" : values.length === 1 ? values[0] : `coalesce(${values.join(", ")})`;
    const quality = columns.has("dataintegrity") ? "d.dataintegrity" : "NULL";
    return `SELECT coalesce(te.tagpath, d.tagid) AS tag, ${isoTime("d.t_stamp")} AS time, ${value} AS value, ${quality} AS quality
            FROM ${quoted(name)} d LEFT JOIN (SELECT id, min(tagpath) AS tagpath FROM ${quoted(tags)} GROUP BY id) te ON te.id = d.tagid`;
  });
  const total = filled.reduce(
    (sum, name) =>
      sum +
      Number(
        db
          .prepare(`SELECT count(*) FROM ${quoted(name)}`)
          .pluck()
          .get(),
      ),
    0,
  );
  return { pieces: filled, rows: { select: db.prepare(selects.join(" UNION ALL ")), total } };
}

/** Milliseconds since 1970 as ISO 8601 in UTC; what is no number stays as it is. */
const isoTime = (column: string): string =>
  `CASE WHEN typeof(${column}) IN ('integer', 'real') THEN
     strftime('%Y-%m-%dT%H:%M:%S', CAST(floor(${column} / 1000.0) AS INTEGER), 'unixepoch')
     || printf('.%03dZ', CAST(${column} - 1000 * floor(${column} / 1000.0) AS INTEGER))
   ELSE ${column} END`;

// Months come with and without a leading zero: 2018_9 stands before 2018_10.
const inOrder = (name: string): string => name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, "0"));

const has = (db: Database.Database, table: string, wanted: readonly string[]): boolean => {
  const columns = columnsOf(db, table);
  return wanted.every((name) => columns.has(name));
};

const columnsOf = (db: Database.Database, table: string): Set<string> =>
  new Set((db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as unknown[]).map((name) => String(name).toLowerCase()));

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
