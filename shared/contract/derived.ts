import { z } from "zod";
import { DerivedTag, DerivedUse } from "../domain/derived-tag.ts";
import { Envelope } from "../domain/envelope.ts";
import { Finding } from "../domain/finding.ts";
import { TimeRange } from "../domain/time-range.ts";
import { call } from "./define.ts";

const Definition = z.object({ assetId: z.string(), name: z.string(), formula: z.string(), unit: z.string().default("") });

export const derived = {
  /** The derived tags of an asset, the oldest first. */
  list: call(z.object({ assetId: z.string() }), z.array(DerivedTag)),
  /** What a definition means on the tags of the asset; never throws for a formula that is wrong. */
  check: call(
    Definition,
    z.object({
      /** Of the formula itself; null where it cannot be told. */
      formulaUnit: z.string().nullable(),
      /** Its values would be in; null where it cannot be computed. */
      unit: z.string().nullable(),
      usedTags: z.array(z.string()),
      findings: z.array(Finding),
    }),
  ),
  /** The values it would have, drawn like those of any tag; no series where it cannot be computed. */
  preview: call(Definition.extend({ range: TimeRange, pixels: z.number().int().min(10).max(8000) }), Envelope),
  /**
   * Adds a derived tag, or puts the definition in the place of the one called `replaces`. Throws `derived.name-taken`, `derived.name-wrong`,
   * `derived.locked`, and the finding that blocks the formula. Models keep the definition they were trained with.
   */
  save: call(
    Definition.extend({
      name: z.string().trim().min(1).max(120),
      note: z.string().default(""),
      replaces: z.string().nullable().default(null),
    }),
    DerivedTag,
  ),
  /** What reads it. */
  uses: call(z.object({ assetId: z.string(), name: z.string() }), DerivedUse),
  /** Throws `derived.in-use` where something reads it and `force` is false, `derived.locked` where a locked baseline or another derived tag does. */
  remove: call(z.object({ assetId: z.string(), name: z.string(), force: z.boolean().default(false) }), z.null()),
};
