import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import type { AuditEntry } from "#shared/domain/audit.ts";

/** What was done to the project, in order; each entry's hash covers the one before, so that a change shows. */
export class AuditChain {
  readonly #db: Database.Database;
  constructor(db: Database.Database) {
    this.#db = db;
  }

  append(action: string, subject: string, detail: Readonly<Record<string, unknown>> = {}): void {
    const before = this.#db.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").get() as
      | Pick<AuditEntry, "seq" | "hash">
      | undefined;
    const entry = { seq: (before?.seq ?? 0) + 1, at: Date.now(), action, subject, detail: JSON.stringify(detail) };
    this.#db
      .prepare("INSERT INTO audit (seq, at, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?)")
      .run(entry.seq, entry.at, entry.action, entry.subject, entry.detail, link(before?.hash ?? "", entry));
  }

  /** The newest first. */
  latest(limit: number): AuditEntry[] {
    return this.#db.prepare("SELECT * FROM audit ORDER BY seq DESC LIMIT ?").all(limit) as AuditEntry[];
  }

  /** Whether every hash follows from its entry and the one before. */
  intact(): boolean {
    let before = "";
    let seq = 0;
    for (const entry of this.#db.prepare("SELECT * FROM audit ORDER BY seq").iterate() as Iterable<AuditEntry>) {
      if (entry.seq !== ++seq || entry.hash !== link(before, entry)) return false;
      before = entry.hash;
    }
    return true;
  }
}

function link(before: string, entry: Omit<AuditEntry, "hash">): string {
  const content = JSON.stringify([before, entry.seq, entry.at, entry.action, entry.subject, entry.detail]);
  return createHash("sha256").update(content).digest("hex");
}
