import { z } from "zod";

/** How the samples are smoothed before a model sees them. */
export const FeatureWish = z.object({
  /** Span in rows up to and with each row; 1 leaves the samples as they are. */
  rows: z.number().int().min(1).max(120),
  /** `mean`: all rows of the span alike; `ewma`: the newest most. */
  weights: z.enum(["mean", "ewma"]),
});
export type FeatureWish = z.infer<typeof FeatureWish>;

// A few lost samples are no interruption; the mean of ten rows reaches over as many.
export const usualFeatures: FeatureWish = { rows: 10, weights: "mean" };
