import { z } from "zod";
import { HealthModel } from "./health.ts";

/** Version of the layout of a model file; a newer one is not read. */
export const modelFileVersion = 1;
/** Ending of a model file's name. */
export const modelFileEnding = "opmodel";

const NamedTag = z.object({ name: z.string(), unit: z.string() });

/** What a model file holds beside what the model learned. */
export const ModelFileHead = z.object({
  version: z.literal(modelFileVersion),
  /** The card as it was, with tags as the model knows them. */
  card: HealthModel,
  /** Every tag it reads, in the unit it knows. */
  tags: z.array(NamedTag),
  project: z.string(),
  asset: z.string(),
  exportedAt: z.number(),
});
export type ModelFileHead = z.infer<typeof ModelFileHead>;

/** A model file that was looked into. */
export const ModelFileInfo = ModelFileHead.extend({
  path: z.string(),
  bytes: z.number(),
  /** Fingerprint of the whole file. */
  sha256: z.string(),
});
export type ModelFileInfo = z.infer<typeof ModelFileInfo>;

/**
 * How a tag of the model is found on an asset: `same` name and unit, `converted` from another unit of its quantity, `assumed` where one side
 * has no unit, `unit` where the units do not measure the same, `missing` where there is no such tag.
 */
export const TagMatch = z.object({
  as: z.string(),
  asUnit: z.string(),
  /** The asset's tag; null where none is chosen or found. */
  tag: z.string().nullable(),
  unit: z.string().nullable(),
  state: z.enum(["same", "converted", "assumed", "unit", "missing"]),
  scale: z.number(),
  shift: z.number(),
});
export type TagMatch = z.infer<typeof TagMatch>;

/** Whether a match can be used. */
export const isUsable = ({ state }: TagMatch): boolean => state !== "unit" && state !== "missing";
