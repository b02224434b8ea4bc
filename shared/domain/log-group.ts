import { z } from "zod";

/** Files that are one log: one file, or the parts of a series in the order of their times. */
export const LogGroup = z.object({
  /** The log's name, or that of the series with `*` for what differs. */
  name: z.string(),
  /** Paths; one may go through files that hold logs, as in `june.zip/p1.csv`. */
  files: z.array(z.string()).min(1),
  /** Size of all, as far as it is told without unpacking. */
  bytes: z.number(),
  /** Id of the reader, or of the container that makes text of it. */
  format: z.string(),
});
export type LogGroup = z.infer<typeof LogGroup>;
