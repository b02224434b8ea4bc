import { z } from "zod";
import { HealthModel } from "../domain/health.ts";
import { ModelFileInfo, TagMatch } from "../domain/model-file.ts";
import { call } from "./define.ts";

/** The asset's tag for a tag of the model, by the model's name; "" for none. */
const Chosen = z.record(z.string(), z.string()).default({});

/** The life of a health model after its training. */
export const models = {
  /** Imports of the asset that each of its models has not scored yet, by model. */
  unscored: call(z.object({ assetId: z.string() }), z.array(z.object({ modelId: z.string(), imports: z.array(z.string()) }))),
  /** Takes a model out of use: it is kept with all it found, but neither scored nor shown on the board. */
  retire: call(z.object({ modelId: z.string() }), HealthModel),
  /** Brings a retired model back into use. */
  restore: call(z.object({ modelId: z.string() }), HealthModel),
  /** Whether imports to come are scored by the model by itself; what has not been scored yet is, where it is switched on. */
  scoreNew: call(z.object({ modelId: z.string(), on: z.boolean() }), HealthModel),
  /** Starts the scorings that are due of models that score by themselves; the window does so by itself. */
  scoreDue: call(z.object({ assetId: z.string() }), z.object({ jobIds: z.array(z.string()) })),
  /** Writes a model to one file: card, state, units, fingerprint. */
  export: call(z.object({ modelId: z.string(), path: z.string() }), z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
  /** What a model file holds. Throws `model-file.unreadable`, `model-file.newer`. */
  read: call(z.object({ path: z.string() }), ModelFileInfo),
  /** How the tags of a model file are found on an asset. */
  match: call(z.object({ path: z.string(), assetId: z.string(), chosen: Chosen }), z.array(TagMatch)),
  /** Brings a model into the project and scores the asset with it; the job's result is `{ modelId, episodes }`. Throws `model-file.tags`, `model-file.units`. */
  import: call(z.object({ path: z.string(), assetId: z.string(), chosen: Chosen }), z.object({ jobId: z.string() })),
};
