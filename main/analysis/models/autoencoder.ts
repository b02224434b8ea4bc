import { z } from "zod";
import { throughLayers } from "./dense-net-layers.ts";
import {
  differences,
  type ExpectationNet,
  factsOfNet,
  fitExpectationNet,
  inputsOf,
  judgeByNet,
  loadNet,
  saveNet,
} from "./expectation-net.ts";
import type { Contribution, ModelFamily } from "./family.ts";
import { residualLengths } from "./residual-length.ts";
import { trainingSufficiency } from "./training-sufficiency.ts";

const AutoencoderParams = z.object({
  /** Numbers that a row is squeezed into, as a share of its tags. */
  code: z.number().min(0.1).max(1).multipleOf(0.05).default(0.5),
  /** Passes over the reference at most; training ends sooner where rows kept back are told no better. */
  epochs: z.number().int().min(10).max(1000).default(200),
});
type AutoencoderParams = z.infer<typeof AutoencoderParams>;

const swapped = 0.2;
const reconstructions = 3; // the value changes little after that

/** Wide enough to bend, small enough for a few hundred rows. */
const hiddenUnits = (tags: number) => Math.max(16, Math.min(64, 2 * tags));
const codeUnits = (tags: number, share: number) => Math.max(1, Math.min(32, Math.round(share * tags)));

/**
 * A network that squeezes a row into fewer numbers than it has tags and tells the row from them (Kramer, AIChE Journal 37 (1991) 233–243).
 * While it learns, one value in five is another row's, so that it tells a tag from the others and not from itself (Vincent et al., ICML
 * 25 (2008) 1096–1103). The score is the squared length of a row's residual by the residuals' covariance over its 99 % quantile on rows
 * kept back, score = index / (1 + index).
 */
export const autoencoder: ModelFamily<AutoencoderParams, ExpectationNet> = {
  id: "autoencoder",
  kind: "anomaly",
  params: AutoencoderParams,

  sufficiency: (train) => trainingSufficiency(train),

  fit(train, { code, epochs }, run) {
    const layer = (inputs: number, outputs: number, bent = true) => ({ inputs, outputs, places: 1, bent });
    const shapes = (tags: number) => {
      const hidden = hiddenUnits(tags);
      const narrow = codeUnits(tags, code);
      return [layer(tags, hidden), layer(hidden, narrow), layer(narrow, hidden), layer(hidden, tags, false)];
    };
    return fitExpectationNet(train, { steps: [0], shapes, epochs, swapped }, run);
  },

  /** Multiplications of a pass over the rows and back, at most. */
  work: ({ rows, tags }, { code, epochs }) => 6 * rows * epochs * 2 * hiddenUnits(tags) * (tags + codeUnits(tags, code)),

  score(net, frame) {
    const { score, lengths } = judgeByNet(net, frame);
    return { kind: "anomaly", score, statistics: { residual: lengths } };
  },

  /** As reconstruction-based contributions (Alcala & Qin, Automatica 45 (2009) 1593–1600): how much of the index goes away when a tag takes the value that the network tells from the others. */
  explain(net, frame, row) {
    const size = net.tags.length;
    const one = { time: Float64Array.of(0), columns: frame.columns.map((c) => ({ ...c, values: c.values.slice(row, row + 1) })) };
    const z = inputsOf(net, one).map((values) => values[0]!);
    // Column j of the variants is the row with tag j reconstructed; the last one stays the row itself.
    const variants = z.map((x) => new Float64Array(size + 1).fill(x));
    for (let pass = 0; pass < reconstructions; pass++) {
      const expected = throughLayers(net.layers, variants);
      for (let j = 0; j < size; j++) variants[j]![j] = expected[j]![j]!;
    }
    const left = residualLengths(differences(variants, throughLayers(net.layers, variants)), net.precision);
    const gains = z.map((_, j) => Math.max(0, left[size]! - left[j]!));
    const sum = gains.reduce((total, gain) => total + gain, 0);
    return net.tags
      .map(
        (tag, j): Contribution => ({
          tag,
          share: sum > 0 ? gains[j]! / sum : 1 / size,
          residual: (z[j]! - variants[j]![j]!) * net.scale[j]!,
        }),
      )
      .sort((a, b) => b.share - a.share);
  },

  facts: (net) => ({ code: net.layers[1]!.outputs, ...factsOfNet(net) }),
  serialize: saveNet,
  deserialize: loadNet,
};
