import { z } from "zod";

/** What the shell tells the engine at birth: its only argument, as JSON. */
export const EngineStart = z.object({
  /** Folder for settings and the list of recent projects. */
  userData: z.string(),
  /** Of the product. */
  version: z.string(),
  electron: z.string().nullable(),
  /** Folder of the project that was open when an earlier engine died. */
  project: z.string().nullable(),
});
export type EngineStart = z.infer<typeof EngineStart>;
