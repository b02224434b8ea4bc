import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import Database from "better-sqlite3";

/** All that a project says and holds but its list of jobs, as one text: two projects with the same text are the same. The project is closed. */
export function fingerprint(folder: string): string {
  const db = new Database(join(folder, "catalog.sqlite"), { readonly: true });
  try {
    const nouns = db.prepare("SELECT kind, id, parent, createdAt, body FROM noun WHERE kind <> 'job' ORDER BY kind, id").raw().all();
    const audit = db.prepare("SELECT * FROM audit ORDER BY seq").raw().all();
    return hash(JSON.stringify([nouns, audit, filesOf(folder)]));
  } finally {
    db.close();
  }
}

/** Every file but the catalog's own, with the hash of its content. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("catalog."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${relative(folder, path)} ${hash(readFileSync(path))}`);
}

/** The fingerprint of a project that may not have been made yet. */
export const fingerprintOrNone = (folder: string): string => (existsSync(join(folder, "catalog.sqlite")) ? fingerprint(folder) : "none");

const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
