import { version as duckdbVersion } from "@duckdb/node-api";
import Database from "better-sqlite3";

/** Versions of the two engines that keep a project. */
export function engineVersions(): { duckdb: string; sqlite: string } {
  const db = new Database(":memory:");
  const { v } = db.prepare("SELECT sqlite_version() AS v").get() as { v: string };
  db.close();
  return { duckdb: duckdbVersion(), sqlite: v };
}
