import { availableParallelism } from "node:os";
import { type Duckdb, type DuckdbOptions, openDuckdb } from "./open-duckdb.ts";

// Leaves the window a core; 512 MB holds the row groups of any read, the answers themselves live outside DuckDB.
let options: DuckdbOptions = { threads: Math.max(1, availableParallelism() - 1), memoryMB: 512 };
let opened: Promise<Duckdb> | undefined;

/** The DuckDB this thread reads with, opened at the first question. */
export function duckdbOfThread(): Promise<Duckdb> {
  opened ??= openDuckdb(options);
  return opened;
}

/** Closes this thread's DuckDB; the next question opens one by the options given, if any. */
export async function closeDuckdb(next?: DuckdbOptions): Promise<void> {
  const closing = opened;
  opened = undefined;
  if (next) options = next;
  if (closing) (await closing).close();
}
