import type { Frame } from "#shared/domain/frame.ts";
import { boostedTrees } from "../models/boosted-trees.ts";
import { type AnyFamily, efficiencyFamilies } from "../models/registry.ts";

/** A family with the settings to be tried on it. */
export interface Candidate {
  readonly family: AnyFamily;
  readonly params: unknown;
  /** Whether inputs that tell nothing are taken out before it is tried; trees leave them unused by themselves. */
  readonly choosesInputs: boolean;
  /**
   * Settings that one fit can tell apart, and what each expects; the simplest first. Left out where there is only the one.
   * `settle` gives the parameters of the final fit.
   */
  readonly stages?: {
    readonly count: number;
    /** [stages][rows] */
    expected(state: unknown, frame: Frame): Float64Array[];
    settle(stage: number): unknown;
  };
}

// Each half again as many: between two of them the error hardly moves.
const roundStages = [25, 50, 75, 100, 150, 200, 300, 400, 600, 800];

/** Every family of the registry, the simplest first; boosted trees with the number of rounds left open. */
export function candidates(): Candidate[] {
  return efficiencyFamilies.map((family): Candidate => {
    if (family.id !== boostedTrees.id) return { family, params: family.params.parse({}), choosesInputs: true };
    const params = boostedTrees.params.parse({ rounds: roundStages.at(-1)! });
    return {
      family,
      params,
      choosesInputs: false,
      stages: {
        count: roundStages.length,
        expected: (state, frame) => boostedTrees.expectedAfter(state as never, frame, roundStages),
        settle: (stage) => ({ ...params, rounds: roundStages[stage]! }),
      },
    };
  });
}
