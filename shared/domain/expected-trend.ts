import { z } from "zod";

/** What the other tags asked of some tags, along a stretch of time. */
export const ExpectedTrend = z.object({
  /** [rows] ms UTC, ascending; a row of NaN values breaks the curve. */
  time: z.instanceof(Float64Array),
  tags: z.array(
    z.object({
      tag: z.string(),
      unit: z.string(),
      /** [rows] in the tag's unit, NaN where the machine stood or values are missing. */
      expected: z.instanceof(Float64Array),
      /** Half the width of the band in which reference rows lie, in the tag's unit. */
      band: z.number(),
    }),
  ),
});
export type ExpectedTrend = z.infer<typeof ExpectedTrend>;
