import { z } from "zod";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { random } from "../signal/random.ts";
import type { ModelFamily } from "./family.ts";
import { type IsolationTrees, isolationDepths } from "./isolation-depths.ts";
import { averagePath, growTrees } from "./isolation-trees.ts";
import { joined } from "./joined.ts";
import { integersOf, numberOf, numbersOf, textsOf } from "./saved.ts";
import { trainingSufficiency } from "./training-sufficiency.ts";

const IsolationForestParams = z.object({
  trees: z.int().min(10).max(1000).default(100),
  /** Reference rows each tree is grown on. */
  sample: z.int().min(16).max(4096).default(256),
});
type IsolationForestParams = z.infer<typeof IsolationForestParams>;

export interface IsolationForestState extends IsolationTrees {
  readonly tags: readonly string[];
  /** Rows each tree was grown on; fewer than asked for where the reference has fewer. */
  readonly sample: number;
}

/**
 * How few random cuts set a row apart from the others (Liu, Ting & Zhou, IEEE ICDM 2008, 413–422):
 * score = 2^(−mean path / average path), near 1 for the lonely, below 0.5 for the common.
 */
export const isolationForest: ModelFamily<IsolationForestParams, IsolationForestState> = {
  id: "isolation-forest",
  kind: "anomaly",
  params: IsolationForestParams,
  alternatives: [{ sample: 64 }, { sample: 1024 }],

  sufficiency: (train) => trainingSufficiency(train),

  fit(train: readonly Frame[], params: IsolationForestParams, run: Run): IsolationForestState {
    const { tags, columns } = joined(train);
    const { sample, trees } = growTrees(columns, params, random(run.seed), run);
    return { tags, sample, ...trees };
  },

  score(state, frame) {
    const columns = state.tags.map((tag) => columnOf(frame, tag).values);
    const score = isolationDepths(state, columns);
    const scale = -Math.LN2 / (averagePath(state.sample) * state.roots.length);
    for (let i = 0; i < score.length; i++) score[i] = Math.exp(score[i]! * scale);
    return { kind: "anomaly", score, statistics: {} };
  },

  /**
   * Every cut on a row's way down is credited to its tag with the path it saved: the average path of the rows before the
   * cut, less one and the average path of the rows after it. The credits of a tree sum to the average path less the row's
   * own; what a tag saved over all trees, where it saved anything, is its share.
   */
  explain(state, frame, row) {
    const values = state.tags.map((tag) => columnOf(frame, tag).values[row]!);
    const saved = new Float64Array(values.length);
    for (const root of state.roots) {
      let node = root;
      while (state.feature[node]! >= 0) {
        const tag = state.feature[node]!;
        const next = values[tag]! < state.threshold[node]! ? node + 1 : state.right[node]!;
        saved[tag] = saved[tag]! + averagePath(state.size[node]!) - 1 - averagePath(state.size[next]!);
        node = next;
      }
    }
    const gains = saved.map((s) => Math.max(s, 0));
    const sum = gains.reduce((a, b) => a + b, 0);
    return state.tags.map((tag, i) => ({ tag, share: sum > 0 ? gains[i]! / sum : 1 / values.length })).sort((a, b) => b.share - a.share);
  },

  facts: (state) => ({ trees: state.roots.length, sample: state.sample }),

  serialize: (state) => ({ ...state }),

  deserialize: (saved) => ({
    tags: textsOf(saved, "tags"),
    sample: numberOf(saved, "sample"),
    roots: integersOf(saved, "roots"),
    feature: integersOf(saved, "feature"),
    threshold: numbersOf(saved, "threshold"),
    right: integersOf(saved, "right"),
    size: integersOf(saved, "size"),
    path: numbersOf(saved, "path"),
  }),
};
