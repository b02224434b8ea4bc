import { z } from "zod";

/** The thing maintained (ISO 55000). */
export const Asset = z.object({ id: z.string(), name: z.string(), createdAt: z.number() });
export type Asset = z.infer<typeof Asset>;

/** A named point of an asset's logs, as imported, or computed from such points. */
export const Tag = z.object({
  assetId: z.string(),
  name: z.string(),
  unit: z.string(),
  /** Good samples over all imports. */
  valid: z.number(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  mean: z.number().nullable(),
  /** Time of the first and of the last sample, ms UTC. */
  from: z.number(),
  to: z.number(),
  /** How it is computed from other tags; missing where it was measured. */
  formula: z.string().optional(),
});
export type Tag = z.infer<typeof Tag>;
