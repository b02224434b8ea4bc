import type { Frame } from "#shared/domain/frame.ts";
import { type BoostedTreesState, boostedTrees, type Directions, directedTrees } from "../models/boosted-trees.ts";
import type { AnyFamily } from "../models/registry.ts";
import { ChangePointParams, changePointLines } from "./change-point-lines.ts";
import { expectationFamilies } from "./expectation-families.ts";

/** One fit per fold, and the settings it can tell apart. */
export interface Attempt {
  /** What is fitted. */
  readonly params: unknown;
  /** Parameters the final fit would have, the simplest first. */
  readonly settings: readonly unknown[];
  /** [settings][rows] */
  expected(state: unknown, frame: Frame): Float64Array[];
}

/** A family with what is tried of it. */
export interface Candidate {
  readonly family: AnyFamily;
  /** Whether it is tried without the inputs that tell nothing; trees leave them unused by themselves. */
  readonly choosesInputs: boolean;
  /** The next attempt is made only where the last setting of the one before was its best: there more may be better still. */
  readonly attempts: readonly Attempt[];
}

// Each about half again as many: between two of them the error hardly moves.
const roundSteps = [
  [10, 25, 50, 75, 100, 150],
  [150, 200, 300, 400, 600, 800],
];

/**
 * Every family that can expect a KPI, the simplest first; change-point lines with their form left open, boosted trees with their rounds.
 * @param tensors whether the tensor library is there to learn by; a family that needs it is not tried without.
 * @param directions what is known of inputs beforehand; trees keep to it, of the others one has to see whether they do.
 */
export function candidates(tensors: boolean, directions: Directions = {}): Candidate[] {
  const able = expectationFamilies.filter((family) => tensors || family.work === undefined);
  return able.map((family) => {
    if (family.id === boostedTrees.id)
      return { family: directedTrees(directions), choosesInputs: false, attempts: roundSteps.map(treesFor) };
    const all = family.id === changePointLines.id ? forms.map((form) => ({ form })) : [{}];
    return { family, choosesInputs: true, attempts: all.map((params) => asItIs(family, params)) };
  });
}

const forms = ChangePointParams.shape.form.unwrap().options;

function asItIs(family: AnyFamily, given: object): Attempt {
  const params = family.params.parse(given);
  const expected = (state: unknown, frame: Frame): Float64Array[] => {
    const answer = family.score(state, frame);
    if (answer.kind !== "efficiency") throw new Error(`The family ${family.id} has no expectation.`);
    return [answer.expected];
  };
  return { params, settings: [params], expected };
}

function treesFor(rounds: readonly number[]): Attempt {
  const settings = rounds.map((count) => boostedTrees.params.parse({ rounds: count }));
  return {
    params: settings.at(-1)!,
    settings,
    expected: (state, frame) => boostedTrees.expectedAfter(state as BoostedTreesState, frame, rounds),
  };
}
