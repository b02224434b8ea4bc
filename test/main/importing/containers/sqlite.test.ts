import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { ProblemError } from "#shared/domain/problem.ts";
import { sqlite } from "../../../../main/importing/containers/sqlite.ts";
import { tempFolder } from "../temp-folder.ts";
import { takenOut } from "./taken-out.ts";

const folder = tempFolder();
let count = 0;

function database(sql: string): string {
  const path = join(folder, `db-${count++}.sqlite`);
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
  return path;
}

const namesOf = async (path: string) => (await sqlite.members(path)).map(({ name }) => name);

describe("SQLite", () => {
  test("a data base is known by its first bytes, whatever it is called", () => {
    expect(sqlite.sniff(readFileSync(database("CREATE TABLE t(a)")), "log.csv")).toBe(1);
    expect(sqlite.sniff(Buffer.from("SQLite format 2"), "x.sqlite")).toBe(0);
  });

  test("tables and views with rows are members; empty ones and SQLite's own are not", async () => {
    const path = database(
      "CREATE TABLE log(id INTEGER PRIMARY KEY AUTOINCREMENT, v); INSERT INTO log(v) VALUES (1); CREATE TABLE empty(a); CREATE VIEW seen AS SELECT v FROM log",
    );
    expect(await namesOf(path)).toEqual(["log", "seen"]);
  });

  test("a view that would never end is no member", async () => {
    const path = database(
      "CREATE TABLE t(a); INSERT INTO t VALUES (1); CREATE VIEW e AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
    );
    expect(await namesOf(path)).toEqual(["t"]);
  });

  test("integers keep their last digit, doubles their shortest form, nulls are empty and bytes are counted", async () => {
    const path = database(
      "CREATE TABLE t(i, r, s, b); INSERT INTO t VALUES (9223372036854775807, 0.1, 'a\tb\nc', x'010203'), (NULL, 1e-7, '\"q\"', NULL)",
    );
    expect((await takenOut(sqlite, path)).text).toBe('i\tr\ts\tb\n9223372036854775807\t0.1\ta b c\tblob 3 bytes\n\t1e-7\t"""q"""\t\n');
  });

  test("rows stand in the order they were written, not in that of an index", async () => {
    const path = database("CREATE TABLE t(a); CREATE INDEX i ON t(a); INSERT INTO t VALUES (3), (1), (2)");
    expect((await takenOut(sqlite, path)).text).toBe("a\n3\n1\n2\n");
  });

  test("a table that is kept by its own key is read in the order of the key", async () => {
    const path = database("CREATE TABLE t(k TEXT PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO t VALUES ('b', 1), ('a', 2)");
    expect((await takenOut(sqlite, path)).text).toBe("k\tv\na\t2\nb\t1\n");
  });

  test("a data base with a write-ahead log is read with what stands in the log, and nothing is written beside it", async () => {
    const path = database("PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES (1)");
    const db = new DatabaseSync(path);
    db.exec("INSERT INTO t VALUES (2)");
    const own = tempFolder();
    copyFileSync(path, join(own, "x"));
    copyFileSync(`${path}-wal`, join(own, "x-wal"));
    db.close();
    const before = readFileSync(join(own, "x"));
    expect((await takenOut(sqlite, join(own, "x"))).text).toBe("a\n1\n2\n");
    expect(readdirSync(own)).toEqual(["x", "x-wal"]);
    expect(readFileSync(join(own, "x")).equals(before)).toBe(true);
  });

  test("the history of an Ignition gateway is one member of tag, time, value and quality, its months in their order", async () => {
    const columns = "(tagid INT, intvalue INT, floatvalue REAL, stringvalue TEXT, datevalue INT, dataintegrity INT, t_stamp INT)";
    const path = database(
      `CREATE TABLE sqlth_te(id INTEGER PRIMARY KEY, tagpath TEXT); INSERT INTO sqlth_te VALUES (1, 'pump/flow'), (2, 'pump/on');
       CREATE TABLE sqlt_data_1_2018_10${columns}; CREATE TABLE sqlt_data_1_2018_9${columns};
       INSERT INTO sqlt_data_1_2018_9 VALUES (1, NULL, 2.5, NULL, NULL, 192, 1535760000123), (2, 0, NULL, NULL, NULL, 192, 1535760000123);
       INSERT INTO sqlt_data_1_2018_10 VALUES (1, NULL, 3.5, NULL, NULL, 0, 1538352000001), (9, 7, NULL, NULL, NULL, 192, 1538352000001)`,
    );
    expect(await namesOf(path)).toEqual(["sqlt_data", "sqlth_te"]);
    expect((await takenOut(sqlite, path, "sqlt_data")).text.replace(/\n$/, "").split("\n")).toEqual([
      "tag\ttime\tvalue\tquality",
      "pump/flow\t2018-09-01T00:00:00.123Z\t2.5\t192",
      "pump/on\t2018-09-01T00:00:00.123Z\t0\t192",
      "pump/flow\t2018-10-01T00:00:00.001Z\t3.5\t0",
      "9\t2018-10-01T00:00:00.001Z\t7\t192",
    ]);
  });

  test("a file that only begins like a data base is a problem with its name", async () => {
    const path = join(folder, "broken.sqlite");
    writeFileSync(path, `SQLite format 3\0${"x".repeat(5000)}`);
    await expect(sqlite.members(path)).rejects.toThrow(/broken\.sqlite/);
    await expect(sqlite.members(path)).rejects.toBeInstanceOf(ProblemError);
  });
});
