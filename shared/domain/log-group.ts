import { z } from "zod";

/** Files that are one log: one file, or the parts of a series in the order of their times. */
export const LogGroup = z.object({
  /** What to call it: the file's name, or what the names of a series have in common. */
  name: z.string(),
  /** Paths; one may go through files that hold logs, as in `june.zip/p1.csv`. */
  files: z.array(z.string()).min(1),
  bytes: z.number(),
  /** Id of the format's reader. */
  format: z.string(),
});
export type LogGroup = z.infer<typeof LogGroup>;
