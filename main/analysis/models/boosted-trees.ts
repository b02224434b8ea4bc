import { z } from "zod";
import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import { problem } from "#shared/domain/problem.ts";
import { boost } from "./boosted-trees-boost.ts";
import { explainForest } from "./boosted-trees-explain.ts";
import type { Forest } from "./boosted-trees-forest.ts";
import { predictAfter, predictForest } from "./boosted-trees-predict.ts";
import type { Contribution, ModelFamily, SavedState } from "./family.ts";
import { integersOf, numberOf, numbersOf, textsOf } from "./saved.ts";
import { slices } from "./slices.ts";
import { inputColumns, trainingRows } from "./target.ts";

export const BoostedTreesParams = z.object({
  rounds: z.number().int().min(1).max(5000).default(600),
  learningRate: z.number().min(0.001).max(1).default(0.06),
  leaves: z.number().int().min(2).max(256).default(31),
  leafRows: z.number().int().min(1).max(10_000).default(10),
  shrinkage: z.number().min(0).max(1000).default(1),
  rowShare: z.number().min(0.1).max(1).default(0.7),
});
export type BoostedTreesParams = z.infer<typeof BoostedTreesParams>;

export interface BoostedTreesState {
  readonly tags: readonly string[];
  readonly forest: Forest;
  /** Root mean square residual of training, target's unit: too small for rows not seen, whose error only held-out rows tell. */
  readonly noise: number;
}

const fewestRows = 50;
// Residual and count share a double (see `growTree`): with more rows too few bits are left for the residual.
const mostRows = 2 ** 22;

/**
 * Expected value as a sum of many small regression trees. Needs no shape and no scale of its inputs, takes missing values as they
 * are; beyond the inputs of training it answers as at their edge.
 */
export const boostedTrees: ModelFamily<BoostedTreesParams, BoostedTreesState> & {
  /** As `score`, as it stood after so many rounds (ascending): one fit tells how many are best. */
  expectedAfter(state: BoostedTreesState, frame: Frame, rounds: readonly number[]): Float64Array[];
} = {
  id: "boosted-trees",
  kind: "efficiency",
  params: BoostedTreesParams,

  sufficiency(train) {
    const { tags, target } = trainingRows(train);
    const findings: Finding[] = [];
    if (tags.length === 0)
      findings.push({ code: "model.no-inputs", severity: "blocking", message: "There is no input to expect the target from.", data: {} });
    if (target.length < fewestRows || target.length > mostRows)
      findings.push({
        code: "model.row-count",
        severity: "blocking",
        message: `Training has ${target.length} usable rows; it takes ${fewestRows} to ${mostRows}.`,
        data: { rows: target.length, fewest: fewestRows, most: mostRows },
      });
    return findings;
  },

  fit(train, params, run) {
    const { tags, inputs, target } = trainingRows(train);
    const { forest, residual } = boost(inputs, target, params, run);
    return { tags, forest, noise: Math.sqrt(residual.reduce((sum, r) => sum + r * r, 0) / residual.length) };
  },

  score(state, frame) {
    const expected = predictForest(state.forest, inputColumns(frame, state.tags), frame.time.length);
    return { kind: "efficiency", expected, sigma: expected.map((e) => (Number.isNaN(e) ? Number.NaN : state.noise)) };
  },

  expectedAfter(state, frame, rounds) {
    return predictAfter(state.forest, inputColumns(frame, state.tags), frame.time.length, rounds);
  },

  explain(state, frame, row): Contribution[] {
    return explainForest(state.forest, inputColumns(frame, state.tags), row)
      .map((share, j) => ({ tag: state.tags[j]!, share }))
      .sort((a, b) => b.share - a.share);
  },

  serialize({ tags, forest, noise }): SavedState {
    const limits = forest.limits;
    return {
      tags,
      noise,
      start: forest.start,
      limitCounts: Int32Array.from(limits, (l) => l.length),
      limits: Float64Array.from(limits.flatMap((l) => [...l])),
      roots: forest.roots,
      feature: forest.feature,
      bin: forest.bin,
      missingLeft: forest.missingLeft,
      left: forest.left,
      value: forest.value,
      gain: forest.gain,
    };
  },

  deserialize(saved) {
    const tags = textsOf(saved, "tags");
    const limits = slices(numbersOf(saved, "limits"), integersOf(saved, "limitCounts"));
    const forest: Forest = {
      start: numberOf(saved, "start"),
      limits,
      roots: integersOf(saved, "roots"),
      feature: integersOf(saved, "feature"),
      bin: integersOf(saved, "bin"),
      missingLeft: integersOf(saved, "missingLeft"),
      left: integersOf(saved, "left"),
      value: numbersOf(saved, "value"),
      gain: numbersOf(saved, "gain"),
    };
    if (limits.length !== tags.length || !isSound(forest))
      throw problem("model.unreadable", "The saved trees do not hold together: the file was written by another version, or is damaged.");
    return { tags, forest, noise: numberOf(saved, "noise") };
  },
};

/** Whether every node leads on to nodes of its own tree and asks for an input there is. */
function isSound(forest: Forest): boolean {
  const { roots, feature, left } = forest;
  const nodes = feature.length;
  if (roots[0] !== 0 || roots.at(-1) !== nodes) return false;
  for (const array of [forest.bin, forest.missingLeft, left, forest.value, forest.gain]) if (array.length !== nodes) return false;
  for (let tree = 0; tree + 1 < roots.length; tree++)
    for (let node = roots[tree]!; node < roots[tree + 1]!; node++) {
      if (feature[node]! < 0) continue;
      if (feature[node]! >= forest.limits.length || left[node]! <= node || left[node]! + 1 >= roots[tree + 1]!) return false;
    }
  return true;
}
