import { z } from "zod";
import type { Frame } from "#shared/domain/frame.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { interval } from "../signal/interval.ts";
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
import { isEarlier, stepRows, withEarlier } from "./forecaster-window.ts";
import { numberOf } from "./saved.ts";
import { trainingSufficiency } from "./training-sufficiency.ts";

const ForecasterParams = z.object({
  /** Steps of ten rows that it looks back. */
  window: z.number().int().min(3).max(24).default(6),
  /** Passes over the reference at most; training ends sooner where rows kept back are told no better. */
  epochs: z.number().int().min(10).max(1000).default(200),
});
type ForecasterParams = z.infer<typeof ForecasterParams>;

export interface ForecasterState extends ExpectationNet {
  /** Usual distance between two rows, ms; windows do not reach over ten of them. */
  readonly intervalMs: number;
}

const width = 3; // steps that one place of the convolution sees: a value, its slope and how that bends
const filters = (tags: number) => Math.max(8, Math.min(32, tags));
const hiddenUnits = (tags: number) => Math.max(16, Math.min(64, 2 * tags));

/**
 * A network that expects a row from the steps before it: a convolution over time, unfolded into a product of matrices, then a hidden layer.
 * It tells sudden changes and broken patterns in time; a slow drift it follows. The earlier steps are columns of the widened frame, so
 * that a row's answer rests on that row; a row whose window is not whole has none. Score as in `autoencoder`.
 */
export const forecaster: ModelFamily<ForecasterParams, ForecasterState> = {
  id: "forecaster",
  kind: "anomaly",
  params: ForecasterParams,

  sufficiency(train, { window }) {
    const intervalMs = usualInterval(train);
    return trainingSufficiency(train.map((frame) => wholeWindows(withEarlier(frame, window, intervalMs))));
  },

  fit(train, { window, epochs }, run) {
    const intervalMs = usualInterval(train);
    const places = window - width + 1;
    // The earliest place first, each with its steps in order of time.
    const steps = Array.from({ length: places * width }, (_, k) => window - Math.floor(k / width) - (k % width));
    const shapes = (tags: number) => [
      { inputs: width * tags, outputs: filters(tags), places, bent: true },
      { inputs: places * filters(tags), outputs: hiddenUnits(tags), places: 1, bent: true },
      { inputs: hiddenUnits(tags), outputs: tags, places: 1, bent: false },
    ];
    const widened = train.map((frame) => withEarlier(frame, window, intervalMs));
    return { ...fitExpectationNet(widened, { steps, shapes, epochs, swapped: 0 }, run), intervalMs };
  },

  lookBack: {
    rows: (net) => stepRows * stepsOf(net),
    widen: (net, frame) => withEarlier(frame, stepsOf(net), net.intervalMs),
  },

  work: ({ rows, tags }, { window, epochs }) =>
    6 * rows * epochs * ((window - width + 1) * filters(tags) * (width * tags + hiddenUnits(tags)) + hiddenUnits(tags) * tags),

  score(net, frame) {
    const { score, lengths } = judgeByNet(net, frame);
    return { kind: "anomaly", score, statistics: { residual: lengths } };
  },

  /**
   * How much of the index goes away when a tag's residual does: reconstruction-based contributions of the residual itself (Alcala & Qin,
   * Automatica 45 (2009) 1593–1600), as the expectation does not rest on the row.
   */
  explain(net, frame, row) {
    const size = net.tags.length;
    const one = oneWidened(net, frame, row);
    const itself = inputsOf({ ...net, steps: Int32Array.of(0) }, one);
    const residual = differences(itself, throughLayers(net.layers, inputsOf(net, one))).map((values) => values[0]!);
    const weighed = residual.map((_, a) => residual.reduce((sum, r, b) => sum + net.precision[a * size + b]! * r, 0));
    const gains = weighed.map((w, j) => w ** 2 / net.precision[j * size + j]!);
    const sum = gains.reduce((total, gain) => total + gain, 0);
    return net.tags
      .map((tag, j): Contribution => ({ tag, share: sum > 0 ? gains[j]! / sum : 1 / size, residual: residual[j]! * net.scale[j]! }))
      .sort((a, b) => b.share - a.share);
  },

  facts: (net) => ({ window: stepsOf(net), ...factsOfNet(net) }),
  serialize: ({ intervalMs, ...net }) => ({ ...saveNet(net), intervalMs }),
  deserialize: (saved) => ({ ...loadNet(saved), intervalMs: numberOf(saved, "intervalMs") }),
};

const stepsOf = ({ steps }: ExpectationNet): number => steps.reduce((most, step) => Math.max(most, step), 0);

const rowsOf = (frame: Frame, from: number, to: number): Frame => ({
  time: frame.time.subarray(from, to),
  columns: frame.columns.map((c) => ({ ...c, values: c.values.subarray(from, to) })),
});

/** That row with its earlier steps; a frame that is widened already has them. */
function oneWidened(net: ForecasterState, frame: Frame, row: number): Frame {
  if (frame.columns.some(({ tag }) => isEarlier(tag))) return rowsOf(frame, row, row + 1);
  const from = Math.max(0, row - stepRows * stepsOf(net));
  return rowsOf(withEarlier(rowsOf(frame, from, row + 1), stepsOf(net), net.intervalMs), row - from, row - from + 1);
}

function usualInterval(train: readonly Frame[]): number {
  const known = train.map(({ time }) => interval(time)).filter((ms) => !Number.isNaN(ms));
  return known.length > 0 ? Math.min(...known) : Number.POSITIVE_INFINITY;
}

/** The tags alone, NaN in the rows whose window is not whole. */
function wholeWindows(frame: Frame): Frame {
  const whole = new Uint8Array(frame.time.length);
  for (const row of completeRows(frame.columns.map((c) => c.values))) whole[row] = 1;
  const own = frame.columns.filter(({ tag }) => !isEarlier(tag));
  return { ...frame, columns: own.map((c) => ({ ...c, values: c.values.map((x, i) => (whole[i] === 1 ? x : Number.NaN)) })) };
}
