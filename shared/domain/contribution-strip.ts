import { z } from "zod";

/** What each tag had to do with the score, along a stretch of time: of every cell the row with its highest score is explained. */
export const ContributionStrip = z.object({
  from: z.number(),
  to: z.number(),
  /** [cells] ms UTC: the row that is explained; NaN where the cell has no score. Cells are equal parts of the stretch. */
  time: z.instanceof(Float64Array),
  /** [cells] its score, 0 … 1. */
  score: z.instanceof(Float64Array),
  /** Those with the largest share in what is abnormal, the largest first. */
  tags: z.array(
    z.object({
      tag: z.string(),
      unit: z.string(),
      /** [cells] 0 … 1. */
      share: z.instanceof(Float64Array),
      /** [cells] measured − expected in the tag's unit; NaN where the family has no expectation. */
      residual: z.instanceof(Float64Array),
    }),
  ),
});
export type ContributionStrip = z.infer<typeof ContributionStrip>;
