import { z } from "zod";

/** One link of the project's audit chain: its hash covers its content and the hash before it. */
export const AuditEntry = z.object({
  seq: z.number().int(),
  at: z.number(),
  /** `import.committed`, `model.trained`, `verdict.given` … */
  action: z.string(),
  /** What it was done to: an id, a file name. */
  subject: z.string(),
  /** JSON of what a later reader needs. */
  detail: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
