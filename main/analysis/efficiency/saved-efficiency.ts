import { z } from "zod";
import { KpiDefinition } from "#shared/domain/kpi.ts";
import { problem } from "#shared/domain/problem.ts";
import { TimeRange } from "#shared/domain/time-range.ts";
import type { SavedState } from "../models/family.ts";
import type { AnyFamily } from "../models/registry.ts";
import { numberOf, numbersOf, textOf, textsOf } from "../models/saved.ts";
import { expectationFamily } from "./expectation-families.ts";
import type { LossBlocks } from "./loss-blocks.ts";
import type { SeenRange } from "./seen-range.ts";
import type { StaticLevels } from "./static-factors.ts";

/** A fitted expectation with all that rating needs. */
export interface FittedEfficiency {
  readonly kpi: KpiDefinition;
  readonly baseline: readonly TimeRange[];
  readonly inputs: readonly string[];
  readonly inOrder: boolean;
  readonly family: AnyFamily;
  readonly state: unknown;
  /** Error on unseen steps over the family's own error of training: makes its sigma honest. */
  readonly sigmaScale: number;
  readonly seen: SeenRange;
  readonly statics: StaticLevels;
  /** What unseen days of the baseline were off by. */
  readonly unseen: LossBlocks;
  readonly seed: number;
}

const Json = z.object({ kpi: KpiDefinition, baseline: z.array(TimeRange) });
const own = "model.";

export function saveEfficiency(fitted: FittedEfficiency): SavedState {
  const { kpi, baseline, family, seen, statics, unseen } = fitted;
  const model = Object.entries(family.serialize(fitted.state)).map(([name, value]) => [own + name, value]);
  return {
    definition: JSON.stringify({ kpi, baseline }),
    familyId: family.id,
    inputs: fitted.inputs,
    inOrder: fitted.inOrder ? 1 : 0,
    sigmaScale: fitted.sigmaScale,
    seed: fitted.seed,
    low: seen.low,
    high: seen.high,
    mean: seen.mean,
    lower: seen.lower,
    furthest: seen.furthest,
    staticLow: statics.low,
    staticHigh: statics.high,
    unseenLoss: unseen.loss,
    unseenExpected: unseen.expected,
    ...Object.fromEntries(model),
  };
}

/** Throws `model.unreadable`; never guesses. */
export function loadEfficiency(saved: SavedState): FittedEfficiency {
  const definition = Json.safeParse(parsed(textOf(saved, "definition")));
  if (!definition.success)
    throw problem("model.unreadable", "The saved KPI cannot be read: it was written by another version, or is damaged.");
  const family = expectationFamily(textOf(saved, "familyId"));
  const model = Object.entries(saved).flatMap(([name, value]) => (name.startsWith(own) ? [[name.slice(own.length), value] as const] : []));
  return {
    ...definition.data,
    inputs: textsOf(saved, "inputs"),
    inOrder: numberOf(saved, "inOrder") === 1,
    family,
    state: family.deserialize(Object.fromEntries(model)),
    sigmaScale: numberOf(saved, "sigmaScale"),
    seen: {
      low: numbersOf(saved, "low"),
      high: numbersOf(saved, "high"),
      mean: numbersOf(saved, "mean"),
      lower: numbersOf(saved, "lower"),
      furthest: numberOf(saved, "furthest"),
    },
    // Models of earlier versions know no static factors.
    statics: "staticLow" in saved ? { low: numbersOf(saved, "staticLow"), high: numbersOf(saved, "staticHigh") } : noStatics,
    unseen: { loss: numbersOf(saved, "unseenLoss"), expected: numbersOf(saved, "unseenExpected") },
    seed: numberOf(saved, "seed"),
  };
}

const noStatics: StaticLevels = { low: new Float64Array(0), high: new Float64Array(0) };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
