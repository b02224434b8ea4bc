import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { Cancelled, problem } from "#shared/domain/problem.ts";
import { quietRun, type Run } from "#shared/domain/run.ts";
import { sentence } from "../sentence.ts";
import type { Container } from "./container.ts";
import { duckdbAlone, sqlName, sqlText } from "./duckdb-alone.ts";
import { parquetColumns } from "./parquet-columns.ts";

const mark = "PAR1";
const headRows = 500;
const looks = 100; // ms between two looks at whether a person has asked to stop

/** A Parquet file: one table, written as text by DuckDB, which sees this file and no other. */
export const parquet: Container = {
  id: "parquet",
  sniff: (head) => (Buffer.from(head.subarray(0, 4)).toString("latin1") === mark ? 1 : 0),
  members: async (path) => [{ name: basename(path).replace(/\.(?:parquet|parq|pq)$/i, "") || "table", bytes: null }],
  extract: (path, _member, into, run) => withParquet(path, (parquet) => copy(parquet, "", into, run)),
  async head(path, _member, bytes) {
    const folder = mkdtempSync(join(tmpdir(), "onepercent-parquet-"));
    try {
      const into = join(folder, "head");
      await withParquet(path, (parquet) => copy(parquet, `LIMIT ${headRows}`, into, quietRun()));
      return readFileSync(into).subarray(0, bytes);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface OpenParquet {
  readonly connection: DuckDBConnection;
  /** The file as a table expression. */
  readonly from: string;
}

async function copy({ connection, from }: OpenParquet, limit: string, into: string, run: Run): Promise<void> {
  const described = await connection.runAndReadAll(`SELECT * FROM ${from} LIMIT 0`);
  const columns = parquetColumns(described.columnNames(), described.columnTypes());
  const select = `SELECT ${columns.map(({ name, sql }) => `${sql} AS ${sqlName(name)}`).join(", ")} FROM ${from} ${limit}`;
  let stopped: unknown;
  const watch = setInterval(() => {
    try {
      run.tick(Math.max(0, Math.round(connection.progress.percentage)), 100);
    } catch (error) {
      stopped = error;
      connection.interrupt();
    }
  }, looks);
  try {
    await connection.run(
      `COPY (${select}) TO ${sqlText(into)} (FORMAT csv, DELIMITER '\t', HEADER true, NULLSTR '', QUOTE '"', ESCAPE '"')`,
    );
  } catch (error) {
    throw stopped ?? error;
  } finally {
    clearInterval(watch);
  }
}

async function withParquet<T>(path: string, use: (parquet: OpenParquet) => Promise<T>): Promise<T> {
  const duckdb = await duckdbAlone();
  try {
    // A name may hold what DuckDB takes for a pattern, and a folder what it takes for a column.
    const literal = path.replace(/[[*?]/g, (sign) => `[${sign}]`);
    return await use({ connection: duckdb.connection, from: `read_parquet(${sqlText(literal)}, hive_partitioning = false)` });
  } catch (cause) {
    if (cause instanceof Cancelled) throw cause;
    const data = { file: basename(path), reason: firstLine(cause).replaceAll(path, basename(path)) };
    throw problem("import.parquet-unreadable", sentence("import.parquet-unreadable", data), data, { cause });
  } finally {
    duckdb.close();
  }
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]!.slice(0, 200);
