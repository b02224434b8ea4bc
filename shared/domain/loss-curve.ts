import { z } from "zod";

/** How well a network told its rows after each epoch so far: mean squares of standardised errors; 1 is as good as the mean. */
export const LossCurve = z.object({
  /** [epochs] of the rows it learns from. */
  training: z.array(z.number()),
  /** [epochs] of rows kept back, which tell when to stop. */
  validation: z.array(z.number()),
});
export type LossCurve = z.infer<typeof LossCurve>;
