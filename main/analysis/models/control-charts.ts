import { z } from "zod";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { covariance } from "../signal/covariance.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import type { Contribution, ModelFamily } from "./family.ts";
import { joined } from "./joined.ts";
import { numberOf, numbersOf, textsOf } from "./saved.ts";
import { trainingSufficiency } from "./training-sufficiency.ts";

const ControlChartsParams = z.object({});
type ControlChartsParams = z.infer<typeof ControlChartsParams>;

export interface ControlChartsState {
  readonly tags: readonly string[];
  /** [tags] mean and standard deviation of the reference, in the tag's unit. */
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** Ninety-nine of a hundred reference rows have their largest squared deviation below. */
  readonly deviationScale: number;
}

const scaleShare = 0.99;
const leastScale = 1e-9;

/**
 * A control chart per tag: how many standard deviations a tag is from its own mean, the worst tag counting (Shewhart, Economic Control of Quality
 * of Manufactured Product, 1931). On rows that are trailing means these are moving-average charts (Montgomery, Introduction to Statistical Quality Control,
 * 6th ed., 9.3). A chart that remembers all its past, as EWMA and CUSUM do, is not offered: a row's score rests on that row alone.
 * The index is the largest squared deviation over its 99 % quantile, score = index / (1 + index).
 */
export const controlCharts: ModelFamily<ControlChartsParams, ControlChartsState> = {
  id: "control-charts",
  kind: "anomaly",
  params: ControlChartsParams,

  sufficiency: (train) => trainingSufficiency(train),

  fit(train: readonly Frame[], _params: ControlChartsParams, run: Run): ControlChartsState {
    const { tags, columns } = joined(train);
    const rows = completeRows(columns);
    run.tick(0, 2, "scales");
    const { mean, covariance: cov } = covariance(columns, rows);
    const scale = Float64Array.from(tags, (_, j) => Math.sqrt(cov[j * tags.length + j]!) || 1);
    run.tick(1, 2, "scales");
    const squares = largestSquares(
      columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
      mean,
      scale,
    );
    run.tick(2, 2, "scales");
    return { tags, mean, scale, deviationScale: Math.max(sortedQuantile(sorted(squares), scaleShare), leastScale) };
  },

  score(state, frame) {
    const columns = state.tags.map((tag) => columnOf(frame, tag).values);
    const squares = largestSquares(columns, state.mean, state.scale);
    return {
      kind: "anomaly",
      score: squares.map((square) => (square === Number.POSITIVE_INFINITY ? 1 : square / (state.deviationScale + square))),
      statistics: { deviation: squares.map(Math.sqrt) },
    };
  },

  /** Squared deviations of the tags, as shares of all; a tag's mean is what was expected of it. */
  explain(state, frame, row) {
    const off = state.tags.map((tag, j) => columnOf(frame, tag).values[row]! - state.mean[j]!);
    const squares = off.map((residual, j) => (residual / state.scale[j]!) ** 2);
    const sum = squares.reduce((a, b) => a + b, 0);
    return state.tags
      .map((tag, j): Contribution => ({ tag, share: sum > 0 ? squares[j]! / sum : 1 / squares.length, residual: off[j]! }))
      .sort((a, b) => b.share - a.share);
  },

  facts: ({ deviationScale }) => ({ deviationScale: Math.sqrt(deviationScale) }),

  serialize: (state) => ({ ...state }),

  deserialize: (saved) => ({
    tags: textsOf(saved, "tags"),
    mean: numbersOf(saved, "mean"),
    scale: numbersOf(saved, "scale"),
    deviationScale: numberOf(saved, "deviationScale"),
  }),
};

/** [rows] the largest squared deviation of the tags, in squared standard deviations; NaN where any tag is. */
function largestSquares(columns: readonly Float64Array[], mean: Float64Array, scale: Float64Array): Float64Array {
  const largest = new Float64Array(columns[0]?.length ?? 0);
  for (const [j, column] of columns.entries()) {
    const centre = mean[j]!;
    const deviation = scale[j]!;
    for (let i = 0; i < largest.length; i++) largest[i] = Math.max(largest[i]!, ((column[i]! - centre) / deviation) ** 2);
  }
  return largest;
}
