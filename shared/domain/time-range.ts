import { z } from "zod";

/** An interval of time, ms since 1970-01-01 UTC; `from` belongs to it, `to` does not. */
export const TimeRange = z.object({ from: z.number(), to: z.number() });
export type TimeRange = z.infer<typeof TimeRange>;
