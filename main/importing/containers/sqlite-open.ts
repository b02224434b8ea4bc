import { closeSync, constants, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { Cancelled, ProblemError, problem } from "#shared/domain/problem.ts";
import { sentence } from "../sentence.ts";

/**
 * Hands over the data base, opened so that nothing is written to it or beside it. One that is being written, or was when its program died,
 * has half of its rows in a file beside it: it is read from a copy, in which SQLite may put the two together.
 * Throws `import.database-unreadable` with the file's name.
 */
export function withSqlite<T>(path: string, use: (db: Database.Database) => T): T {
  const copy = needsCopy(path) ? copied(path) : undefined;
  let db: Database.Database | undefined;
  try {
    db = new Database(copy?.file ?? path, { readonly: copy === undefined, fileMustExist: true, timeout: 2000 });
    // Views and expressions in the file's schema may not call what could reach beyond it.
    db.pragma("trusted_schema = OFF");
    db.pragma("cell_size_check = ON");
    return use(db);
  } catch (cause) {
    if (cause instanceof ProblemError || cause instanceof Cancelled || !(cause instanceof Database.SqliteError)) throw cause;
    const data = { file: basename(path), reason: cause.message };
    throw problem("import.database-unreadable", sentence("import.database-unreadable", data), data, { cause });
  } finally {
    db?.close();
    if (copy) rmSync(copy.folder, { recursive: true, force: true });
  }
}

const besides = ["-wal", "-journal"];

function needsCopy(path: string): boolean {
  if (besides.some((end) => existsSync(path + end) && statSync(path + end).size > 0)) return true;
  const head = Buffer.alloc(20);
  const file = openSync(path, "r");
  try {
    readSync(file, head, 0, 20, 0);
  } finally {
    closeSync(file);
  }
  // File format, section 1.3.3: 2 means that readers, too, make a write-ahead log beside the file. https://sqlite.org/fileformat.html
  return head[18] === 2 || head[19] === 2;
}

function copied(path: string): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-database-"));
  const file = join(folder, "copy");
  try {
    copyFileSync(path, file, constants.COPYFILE_FICLONE);
    for (const end of besides) if (existsSync(path + end)) copyFileSync(path + end, file + end, constants.COPYFILE_FICLONE);
    return { folder, file };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
