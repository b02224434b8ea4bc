import { z } from "zod";
import { problem } from "#shared/domain/problem.ts";
import { type DenseNet, expectedByDenseNet, fitDenseNet, loadDenseNet, saveDenseNet } from "../models/dense-net.ts";
import { expectationSufficiency } from "../models/expectation-sufficiency.ts";
import type { ModelFamily } from "../models/family.ts";
import { textsOf } from "../models/saved.ts";
import { sharesOf } from "../models/shares-of.ts";
import { inputColumns, trainingRows } from "../models/target.ts";

export const SmallNetParams = z.object({
  /** Units of the first hidden layer; the second has half as many. */
  hidden: z.number().int().min(2).max(256).default(24),
  /** Steps of a fit at most: bounds its time whatever the number of rows. */
  steps: z.number().int().min(50).max(100_000).default(1000),
});
export type SmallNetParams = z.infer<typeof SmallNetParams>;

export interface SmallNetState {
  readonly tags: readonly string[];
  readonly net: DenseNet;
}

const fewestRows = 50;

/** Expected value by a neural net of two hidden layers. Learns by the tensor library; answers without it. */
export const smallNet: ModelFamily<SmallNetParams, SmallNetState> = {
  id: "dense-net",
  kind: "efficiency",
  params: SmallNetParams,

  // Forwards, and twice as much backwards, for the 512 rows of a step at most.
  work: ({ tags }, { hidden, steps }) => 3 * 512 * steps * (tags * hidden + (hidden * hidden) / 2),

  sufficiency: (train) => expectationSufficiency(train, fewestRows),

  fit(train, params, run) {
    if (!run.tensors) throw problem("model.no-tensors", "The tensor library by which this kind of model learns was not loaded.");
    const { tags, inputs, target } = trainingRows(train);
    return { tags, net: fitDenseNet(run.tensors, inputs, target, params, run) };
  },

  score({ tags, net }, frame) {
    const expected = expectedByDenseNet(net, inputColumns(frame, tags));
    return { kind: "efficiency", expected, sigma: expected.map((e) => (Number.isNaN(e) ? Number.NaN : net.sigma)) };
  },

  /** By how much the row's expectation changes when an input is at its mean instead (occlusion; Zeiler & Fergus, ECCV 2014). */
  explain({ tags, net }, frame, row) {
    const at = inputColumns(frame, tags).map((x) => x[row]!);
    const rows = [at, ...tags.map((_, j) => at.map((x, k) => (k === j ? net.mean[k]! : x)))];
    const [whole, ...without] = expectedByDenseNet(
      net,
      tags.map((_, j) => Float64Array.from(rows, (r) => r[j]!)),
    );
    return sharesOf(
      tags,
      without.map((e) => whole! - e),
    );
  },

  serialize: ({ tags, net }) => ({ tags, ...saveDenseNet(net) }),

  deserialize(saved) {
    const tags = textsOf(saved, "tags");
    const net = loadDenseNet(saved);
    if ([net.mean.length, net.scale.length, net.layers[0]?.inputs].some((of) => of !== tags.length))
      throw problem("model.unreadable", "The saved net does not hold together: the file was written by another version, or is damaged.");
    return { tags, net };
  },
};
