import { z } from "zod";
import { Fingerprint } from "./fingerprint.ts";
import { VerdictKind } from "./health.ts";

/** What was learned from one verdict: the shape of the episode and what it was. It outlives the episode, its limit and its model. */
export const Lesson = z.object({
  id: z.string(),
  assetId: z.string(),
  /** Where the episode was when it was judged; the model may be gone. */
  modelId: z.string(),
  episodeId: z.string(),
  from: z.number(),
  to: z.number(),
  peakAt: z.number(),
  verdict: VerdictKind,
  cause: z.string(),
  action: z.string(),
  note: z.string(),
  /** When it was judged, ms UTC. */
  at: z.number(),
  fingerprint: Fingerprint,
});
export type Lesson = z.infer<typeof Lesson>;
