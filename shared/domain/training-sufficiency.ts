import { z } from "zod";
import { Finding } from "./finding.ts";

/** Whether a reference can train models, and what is missing. */
export const TrainingSufficiency = z.object({
  /** Rows in the reference. */
  rows: z.number(),
  /** Of those, rows a model can learn from: the machine runs, has settled, and every tag has a value. */
  usable: z.number(),
  /** Time the rows stand for, without gaps, ms. */
  coveredMs: z.number(),
  /** Tags that are not left out. */
  tags: z.number(),
  findings: z.array(Finding),
});
export type TrainingSufficiency = z.infer<typeof TrainingSufficiency>;
