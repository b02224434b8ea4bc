import { z } from "zod";
import { isRecording, type LogPlan } from "./importing.ts";

/** What two files of one kind have in common: how they are written and what their columns are called. */
export const LogShape = z.object({
  /** `delimited-text`, or the format of a recording. */
  format: z.string(),
  /** The delimiter of text; the table of a recording. */
  part: z.string(),
  /** The names as the files have them, in their order; "" where a column has none. */
  columns: z.array(z.string()),
});
export type LogShape = z.infer<typeof LogShape>;

/** The shape of a file that was understood as a plan says. */
export const shapeOf = (plan: LogPlan): LogShape => ({
  ...(isRecording(plan) ? { format: plan.format, part: plan.table } : { format: "delimited-text", part: plan.delimiter }),
  columns: plan.columns.map(({ header }) => header),
});

/** Whether two files can be read by one plan. */
export const sameShape = (a: LogShape, b: LogShape): boolean =>
  a.format === b.format &&
  a.part === b.part &&
  a.columns.length === b.columns.length &&
  a.columns.every((name, k) => name === b.columns[k]);
