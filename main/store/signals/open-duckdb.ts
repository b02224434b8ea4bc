import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export interface DuckdbOptions {
  /** Threads DuckDB may use beside the caller's own. */
  readonly threads: number;
  /** What it may hold in memory before it spills to `tempFolder`, MB. */
  readonly memoryMB: number;
  /** A folder inside the project; undefined where nothing can spill. */
  readonly tempFolder?: string | undefined;
}

export interface Duckdb {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  close(): void;
}

/** An in-memory DuckDB of one's own that never looks beyond the files it is given: no extension is fetched or loaded. */
export async function openDuckdb({ threads, memoryMB, tempFolder }: DuckdbOptions): Promise<Duckdb> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    memory_limit: `${memoryMB}MB`,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    allow_unsigned_extensions: "false",
    preserve_insertion_order: "true",
    ...(tempFolder === undefined ? {} : { temp_directory: tempFolder }),
  });
  const connection = await instance.connect();
  return {
    instance,
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
