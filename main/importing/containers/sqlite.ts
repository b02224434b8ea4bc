import type Database from "better-sqlite3";
import { quietRun, type Run } from "#shared/domain/run.ts";
import type { Container, Member } from "./container.ts";
import { ignitionHistory, ignitionName } from "./sqlite-ignition.ts";
import { withSqlite } from "./sqlite-open.ts";
import { sqliteText } from "./sqlite-text.ts";
import { tabHead } from "./tab-head.ts";
import { type TabLines, TabTable, tabCell } from "./tab-table.ts";

const mark = "SQLite format 3\0";
const ticked = 2048; // rows between two looks at whether a person has asked to stop

/** A data base file of SQLite: a member for each table and view that has rows, and one for the tags an Ignition historian keeps in pieces. */
export const sqlite: Container = {
  id: "sqlite",
  sniff: (head) => (Buffer.from(head.subarray(0, 16)).toString("latin1") === mark ? 1 : 0),
  members: async (path) => withSqlite(path, membersOf),
  async extract(path, member, into, run) {
    const table = new TabTable(into);
    try {
      withSqlite(path, (db) => write(db, member, table, run));
      table.close();
    } finally {
      table.abandon();
    }
  },
  head: async (path, member, bytes) => withSqlite(path, (db) => tabHead(bytes, (lines) => write(db, member, lines, quietRun()))),
};

function membersOf(db: Database.Database): Member[] {
  const history = ignitionHistory(db);
  const names = tablesOf(db).filter((name) => !history?.pieces.includes(name));
  return [...(history ? [ignitionName] : []), ...names].map((name) => ({ name, bytes: null }));
}

/** Tables and views with rows, in the order they were made. */
function tablesOf(db: Database.Database): string[] {
  const listed = db.prepare("SELECT name, type, coalesce(sql, '') FROM sqlite_master WHERE type IN ('table', 'view')").raw().all() as [
    unknown,
    unknown,
    unknown,
  ][];
  return listed
    .map(([name, type, sql]) => ({ name: String(name), view: type === "view", sql: String(sql) }))
    .filter(({ name, view, sql }) => !/^sqlite_/i.test(name) && !(view && /\brecursive\b/i.test(sql)) && hasRows(db, name))
    .map(({ name }) => name);
}

// A damaged table, or one of an extension that is not there, is no member; the others are.
function hasRows(db: Database.Database, name: string): boolean {
  try {
    return db.prepare(`SELECT 1 FROM ${quoted(name)} LIMIT 1`).get() !== undefined;
  } catch {
    return false;
  }
}

function write(db: Database.Database, member: string, into: TabLines, run: Run): void {
  const history = member === ignitionName ? ignitionHistory(db) : undefined;
  const { select, total } = history ? history.rows : rowsOf(db, member);
  select.raw(true).safeIntegers(true);
  into.line(select.columns().map((c) => tabCell(c.name)));
  let done = 0;
  for (const row of select.iterate() as IterableIterator<unknown[]>) {
    into.line(row.map((value) => tabCell(sqliteText(value))));
    if (++done % ticked === 0) run.tick(Math.min(done, total), Math.max(done, total));
  }
}

/** In the order the rows were written, where the table keeps one. */
function rowsOf(db: Database.Database, name: string): { select: Database.Statement; total: number } {
  const from = `FROM ${quoted(name)}`;
  const type = db.prepare("SELECT type FROM sqlite_master WHERE name = ?").pluck().get(name);
  try {
    if (type === "table") {
      const total = Number(db.prepare(`SELECT max(rowid) ${from}`).pluck().get() ?? 0);
      return { select: db.prepare(`SELECT * ${from} ORDER BY rowid`), total };
    }
  } catch {
    // A table without row ids is kept in the order of its key.
  }
  return { select: db.prepare(`SELECT * ${from}`), total: 0 };
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
