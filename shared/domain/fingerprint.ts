import { z } from "zod";

/**
 * What an episode looks like, whatever the model that found it: which tags were off, which way, and by how much, given the others and the
 * reference. Two episodes of one cause point the same way.
 */
export const Fingerprint = z.object({
  /** The tags it was compared over. */
  tags: z.array(z.string()),
  /** Those that were off, the most first; empty where the tags were unusual only all together. */
  off: z.array(
    z.object({
      tag: z.string(),
      unit: z.string(),
      /** Measured − expected, in robust standard deviations of the reference; never 0. */
      deviation: z.number(),
      /** The same in the tag's unit, with the mean that was measured. */
      residual: z.number(),
      measured: z.number(),
      /** Tags that tell most of what it should be, at most two. */
      by: z.array(z.string()).default([]),
    }),
  ),
  /** Length of the deviations: how strong it was, in robust standard deviations. */
  strength: z.number(),
  /** Tags that were where the reference never was, though the others explain it: the conditions were new. */
  unseen: z.array(z.object({ tag: z.string(), unit: z.string(), measured: z.number(), from: z.number(), to: z.number() })),
  /** From this likeness on two episodes count as alike; found by drills on the reference. */
  alikeFrom: z.number(),
});
export type Fingerprint = z.infer<typeof Fingerprint>;
