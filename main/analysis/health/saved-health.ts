import { z } from "zod";
import { problem } from "#shared/domain/problem.ts";
import type { Preparation } from "../features/preparation.ts";
import type { SavedState } from "../models/family.ts";
import { type AnyFamily, familyById } from "../models/registry.ts";
import { textOf } from "../models/saved.ts";

const SavedPreparation = z.object({
  tags: z.array(z.string()),
  intervalMs: z.number(),
  gapMs: z.number(),
  smoothing: z.number(),
  operating: z.array(z.object({ tag: z.string(), unit: z.string(), offBelow: z.number() })),
  settlingMs: z.number(),
  leftOut: z.array(z.object({ tag: z.string(), code: z.string() })),
});

/** A fitted health model in one piece: what is done to the samples, the family, and what it learned. */
export interface FittedHealth {
  readonly preparation: Preparation;
  readonly family: AnyFamily;
  readonly state: unknown;
}

const prefix = "state.";

/** As plain values by name; the store adds version and checksum. */
export function serializeHealth({ preparation, family, state }: FittedHealth): SavedState {
  const named = Object.entries(family.serialize(state)).map(([name, value]) => [prefix + name, value] as const);
  return { ...Object.fromEntries(named), family: family.id, preparation: JSON.stringify(preparation) };
}

/** Throws `model.unreadable` or `model.family-unknown`. */
export function deserializeHealth(saved: SavedState): FittedHealth {
  const family = familyById(textOf(saved, "family"));
  const names = Object.keys(saved).filter((name) => name.startsWith(prefix));
  const state = family.deserialize(Object.fromEntries(names.map((name) => [name.slice(prefix.length), saved[name]!])));
  return { preparation: preparationOf(textOf(saved, "preparation")), family, state };
}

function preparationOf(text: string): Preparation {
  try {
    return SavedPreparation.parse(JSON.parse(text));
  } catch (cause) {
    throw problem(
      "model.unreadable",
      "The saved model has no usable “preparation”: it was written by another version, or is damaged.",
      { name: "preparation" },
      { cause },
    );
  }
}
