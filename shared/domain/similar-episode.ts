import { z } from "zod";
import { VerdictKind } from "./health.ts";

/** An episode that resembles another. */
export const SimilarEpisode = z.object({
  /** Null where the model that found it is gone and only its lesson is left. */
  episodeId: z.string().nullable(),
  modelId: z.string().nullable(),
  familyId: z.string().nullable(),
  from: z.number(),
  to: z.number(),
  verdict: VerdictKind.nullable(),
  cause: z.string(),
  /** −1 … 1, see `likeness`. */
  similarity: z.number(),
  /** Similar enough to count as the same shape. */
  alike: z.boolean(),
});
export type SimilarEpisode = z.infer<typeof SimilarEpisode>;
