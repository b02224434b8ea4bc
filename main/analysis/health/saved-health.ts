import { z } from "zod";
import { problem } from "#shared/domain/problem.ts";
import { RegimePlan, SeenCondition } from "#shared/domain/regime.ts";
import type { Preparation } from "../features/preparation.ts";
import type { SavedState } from "../models/family.ts";
import { type AnyFamily, familyById } from "../models/registry.ts";
import { textOf } from "../models/saved.ts";
import { regimeFamily } from "./regime-family.ts";

const SavedPreparation = z.object({
  tags: z.array(z.string()),
  intervalMs: z.number(),
  gapMs: z.number(),
  smoothing: z.number(),
  ewmaSpan: z.number().optional(),
  operating: z.array(z.object({ tag: z.string(), unit: z.string(), offBelow: z.number() })),
  settlingMs: z.number(),
  leftOut: z.array(z.object({ tag: z.string(), code: z.string() })),
  regimes: RegimePlan.optional(),
  seen: z.array(SeenCondition).optional(),
});

const RegimeFamilies = z.enum(["limits", "models"]);

/** A fitted health model in one piece: what is done to the samples, the family, and what it learned. */
export interface FittedHealth {
  readonly preparation: Preparation;
  readonly family: AnyFamily;
  /** Of that family; a `RegimeState` where scores follow the regimes. */
  readonly state: unknown;
  /** Whether limits, or models and limits, follow the regimes of the preparation; then the family is that of the regimes. Missing: one model for all. */
  readonly regimes?: z.infer<typeof RegimeFamilies>;
}

const prefix = "state.";

/** As plain values by name; the store adds version and checksum. */
export function serializeHealth({ preparation, family, state, regimes }: FittedHealth): SavedState {
  const named = Object.entries(family.serialize(state)).map(([name, value]) => [prefix + name, value] as const);
  return { ...Object.fromEntries(named), family: family.id, preparation: JSON.stringify(preparation), ...(regimes ? { regimes } : {}) };
}

/** Throws `model.unreadable` or `model.family-unknown`. */
export function deserializeHealth(saved: SavedState): FittedHealth {
  const preparation = preparationOf(textOf(saved, "preparation"));
  const regimes = saved.regimes === undefined ? undefined : RegimeFamilies.parse(saved.regimes);
  const inside = familyById(textOf(saved, "family"));
  const family = regimes && preparation.regimes ? regimeFamily(inside, preparation.regimes, regimes === "models") : inside;
  const names = Object.keys(saved).filter((name) => name.startsWith(prefix));
  const state = family.deserialize(Object.fromEntries(names.map((name) => [name.slice(prefix.length), saved[name]!])));
  return { preparation, family, state, ...(regimes ? { regimes } : {}) };
}

function preparationOf(text: string): Preparation {
  try {
    const { regimes, seen, ewmaSpan, ...rest } = SavedPreparation.parse(JSON.parse(text));
    return { ...rest, ...(regimes ? { regimes } : {}), ...(seen ? { seen } : {}), ...(ewmaSpan ? { ewmaSpan } : {}) };
  } catch (cause) {
    throw problem(
      "model.unreadable",
      "The saved model has no usable “preparation”: it was written by another version, or is damaged.",
      { name: "preparation" },
      { cause },
    );
  }
}
