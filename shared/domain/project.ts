import { z } from "zod";

/** The project that is open: a folder with a catalog and signals. */
export const Project = z.object({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  createdAt: z.number(),
  /** Version of the folder's layout; a newer one is not opened. */
  version: z.number().int(),
});
export type Project = z.infer<typeof Project>;

/** A project opened before, the latest first. */
export const RecentProject = z.object({ name: z.string(), folder: z.string(), openedAt: z.number(), exists: z.boolean() });
export type RecentProject = z.infer<typeof RecentProject>;
