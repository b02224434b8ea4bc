import Database from "better-sqlite3";
import { problem } from "#shared/domain/problem.ts";
import { diskProblem } from "./disk-problem.ts";
import { notWritable } from "./not-writable.ts";

/** A program that was closed a moment ago may still be writing its last row. */
const patienceMs = 1500;

/**
 * Opens the catalog and holds it: no other process can open it until this one closes it or dies. What a killed process had half
 * committed is rolled back. Throws `project.locked`, `project.not-writable`, `project.damaged`.
 */
export function holdCatalog(file: string, folder: string): Database.Database {
  const db = new Database(file, { timeout: patienceMs });
  try {
    db.pragma("locking_mode = EXCLUSIVE");
    db.pragma("synchronous = FULL");
    db.exec("BEGIN EXCLUSIVE; COMMIT");
    return db;
  } catch (cause) {
    db.close();
    const code = (cause as { code?: string }).code ?? "";
    if (code.startsWith("SQLITE_BUSY")) {
      throw problem(
        "project.locked",
        `The project in ${folder} is open in another window or command; close it there first.`,
        { folder },
        { cause },
      );
    }
    if (diskProblem(cause, folder) !== cause) throw notWritable(folder, cause);
    throw problem("project.damaged", `The catalog of ${folder} cannot be read; nothing was changed.`, { folder }, { cause });
  }
}
