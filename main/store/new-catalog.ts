import { randomUUID } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { AuditChain } from "./audit-chain.ts";
import { migrate } from "./migrate.ts";
import { applicationId } from "./schema.ts";
import { flushFolder } from "./write-whole.ts";

/** What the catalog of a new project is called until it is complete, so that one cut short is never taken for a project. */
export const unfinishedCatalog = "catalog.unfinished";

/** Makes the catalog of a new project under its final name: whole, or not at all. */
export function newCatalog(folder: string, fileName: string, projectName: string): void {
  const unfinished = join(folder, unfinishedCatalog);
  for (const left of [unfinished, `${unfinished}-journal`]) rmSync(left, { force: true });
  const db = new Database(unfinished);
  try {
    db.pragma("synchronous = FULL");
    db.pragma(`application_id = ${applicationId}`);
    migrate(db);
    db.prepare("INSERT INTO project (id, name, createdAt) VALUES (?, ?, ?)").run(randomUUID(), projectName, Date.now());
    new AuditChain(db).append("project.created", projectName);
  } finally {
    db.close();
  }
  renameSync(unfinished, join(folder, fileName));
  flushFolder(folder);
}
