import { z } from "zod";

/**
 * A tag of an asset that is computed from others by a formula whenever it is read; no samples of it are kept. It reads like any tag. Where
 * the formula lacks a sample there is none.
 */
export const DerivedTag = z.object({
  assetId: z.string(),
  /** Unlike every other tag of the asset, imported or derived. */
  name: z.string().min(1).max(120),
  /** A text of the formula language; besides tags of the logs it may read other derived ones. */
  formula: z.string().min(1),
  /** The unit its values are in, converted to from that of the formula; "" where neither says one. */
  unit: z.string(),
  /** What a person wrote beside it. */
  note: z.string().default(""),
  createdAt: z.number(),
  changedAt: z.number(),
});
export type DerivedTag = z.infer<typeof DerivedTag>;

/** What reads a derived tag, by name. */
export const DerivedUse = z.object({
  models: z.array(z.string()),
  kpis: z.array(z.string()),
  /** Locked baselines and trials: as long as one stands the tag cannot change. */
  measures: z.array(z.string()),
  derived: z.array(z.string()),
});
export type DerivedUse = z.infer<typeof DerivedUse>;
