import type Database from "better-sqlite3";
import { migrations, schemaVersion } from "./schema.ts";

/** Brings a catalog, or an empty file, to today's layout: whole, or not at all. */
export function migrate(db: Database.Database): void {
  const from = db.pragma("user_version", { simple: true }) as number;
  if (from === schemaVersion) return;
  db.transaction(() => {
    for (const step of migrations.slice(from)) db.exec(step);
    db.pragma(`user_version = ${schemaVersion}`);
  }).immediate();
}
