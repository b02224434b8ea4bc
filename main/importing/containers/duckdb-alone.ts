import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export interface DuckdbAlone {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** An in-memory DuckDB of one thread that fetches and loads no extension; beyond its memory it spills into `temp`, where one is given. */
export async function duckdbAlone(temp?: string): Promise<DuckdbAlone> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: "512MB",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    allow_unsigned_extensions: "false",
    preserve_insertion_order: "true",
    ...(temp === undefined ? {} : { temp_directory: temp }),
  });
  const connection = await instance.connect();
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
