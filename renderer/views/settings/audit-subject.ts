import { z } from "zod";
import type { AuditEntry } from "#shared/domain/audit.ts";

const Named = z.object({ files: z.array(z.object({ name: z.string() })).min(1) }).or(z.object({ name: z.string() }));

/** What an entry was done to, in words a person knows it by where its detail has them, else its id. */
export function auditSubject(entry: AuditEntry): string {
  try {
    const detail = Named.parse(JSON.parse(entry.detail));
    return "files" in detail ? detail.files.map((file) => file.name).join(", ") : detail.name;
  } catch {
    // Most details name nothing: the subject itself is then the name.
    return entry.subject;
  }
}
