import { z } from "zod";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { covariance } from "../signal/covariance.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { symmetricEigen } from "../signal/symmetric-eigen.ts";
import type { Contribution, ModelFamily } from "./family.ts";
import { joined } from "./joined.ts";
import { pcaStatistics } from "./pca-statistics.ts";
import { numberOf, numbersOf, textsOf } from "./saved.ts";
import { trainingSufficiency } from "./training-sufficiency.ts";

const PcaParams = z.object({
  /** Share of the reference's variance that the components must hold. */
  variance: z.number().min(0.5).max(0.99).multipleOf(0.01).default(0.85),
});
type PcaParams = z.infer<typeof PcaParams>;

export interface PcaState {
  readonly tags: readonly string[];
  /** [tags] mean and standard deviation of the reference, in the tag's unit. */
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** [tags] variance along each direction, in standard deviations squared, the largest first. */
  readonly variances: Float64Array;
  /** [tags × tags] directions of unit length, one per row. */
  readonly directions: Float64Array;
  /** How many of the directions T2 looks along; SPE looks along the others. */
  readonly components: number;
  /** Share of all variance that the components hold. */
  readonly explained: number;
  /** Ninety-nine of a hundred reference rows lie below; they put T2 and SPE on one scale. */
  readonly t2Scale: number;
  readonly speScale: number;
}

// Where a direction moves less than a hundredth of a tag's own spread, instruments and rounding are seen, not the machine.
const leastVariance = 1e-4;
const scaleShare = 0.99;
const scaleRows = 20_000; // ±0.1 % of the rows at the 99 % quantile
const leastScale = 1e-9;

/**
 * Principal components of the standardised tags. T2 tells how unusual a known kind of movement is; SPE how far a row lies
 * off everything known, each direction weighed by its own variance (Hawkins, Applied Statistics 23 (1974) 340–354), so
 * that a small departure of a tag that the others tell well is not drowned by tags they tell badly. The score joins them
 * (Yue & Qin, Ind. Eng. Chem. Res. 40 (2001) 4403–4414): index = T2 / its scale + SPE / its scale, score = index / (1 + index).
 */
export const pca: ModelFamily<PcaParams, PcaState> = {
  id: "pca",
  kind: "anomaly",
  params: PcaParams,
  alternatives: [{ variance: 0.7 }, { variance: 0.95 }],

  sufficiency: (train) => trainingSufficiency(train),

  fit(train: readonly Frame[], params: PcaParams, run: Run): PcaState {
    const { tags, columns } = joined(train);
    const rows = completeRows(columns);
    run.tick(0, 3, "covariance");
    const { mean, covariance: cov } = covariance(columns, rows);
    run.tick(1, 3, "components");
    const size = tags.length;
    const scale = Float64Array.from(tags, (_, i) => Math.sqrt(cov[i * size + i]!) || 1);
    const correlation = cov.map((c, at) => c / (scale[Math.floor(at / size)]! * scale[at % size]!));
    const { values, vectors } = symmetricEigen(correlation, size);
    const total = values.reduce((sum, v) => sum + v, 0);
    const components = componentCount(values, params.variance * total);
    const unscaled = {
      tags,
      mean,
      scale,
      variances: values.map((v) => Math.max(v, leastVariance)),
      directions: vectors,
      components,
      explained: values.slice(0, components).reduce((sum, v) => sum + v, 0) / total,
    };
    run.tick(2, 3, "scales");
    const { t2, spe } = pcaStatistics(unscaled, thinned(columns, rows, scaleRows));
    run.tick(3, 3);
    return {
      ...unscaled,
      t2Scale: Math.max(sortedQuantile(sorted(t2), scaleShare), leastScale),
      speScale: Math.max(sortedQuantile(sorted(spe), scaleShare), leastScale),
    };
  },

  score(state, frame) {
    const { t2, spe } = pcaStatistics(
      state,
      state.tags.map((tag) => columnOf(frame, tag).values),
    );
    const score = new Float64Array(t2.length);
    for (let i = 0; i < score.length; i++) {
      const index = t2[i]! / state.t2Scale + spe[i]! / state.speScale;
      score[i] = index === Number.POSITIVE_INFINITY ? 1 : index / (1 + index);
    }
    return { kind: "anomaly", score, statistics: { T2: t2, SPE: spe } };
  },

  /**
   * Reconstruction-based contributions to the index (Alcala & Qin, Automatica 45 (2009) 1593–1600): how much of it goes
   * away when a tag takes the value that the other tags ask for. That value is what was expected of it. With one tag off,
   * that tag has the largest share, whatever the others are.
   */
  explain(state, frame, row) {
    const size = state.tags.length;
    const z = Float64Array.from(state.tags, (tag, i) => (columnOf(frame, tag).values[row]! - state.mean[i]!) / state.scale[i]!);
    // The index is z' M z; needed are M z and the diagonal of M.
    const mz = new Float64Array(size);
    const diagonal = new Float64Array(size);
    for (let c = 0; c < size; c++) {
      const direction = state.directions.subarray(c * size, (c + 1) * size);
      const weight = 1 / (state.variances[c]! * (c < state.components ? state.t2Scale : state.speScale));
      let along = 0;
      for (let i = 0; i < size; i++) along += direction[i]! * z[i]!;
      for (let i = 0; i < size; i++) {
        mz[i] = mz[i]! + weight * along * direction[i]!;
        diagonal[i] = diagonal[i]! + weight * direction[i]! ** 2;
      }
    }
    const gains = mz.map((x, i) => x ** 2 / diagonal[i]!);
    const sum = gains.reduce((a, b) => a + b, 0);
    return state.tags
      .map(
        (tag, i): Contribution => ({
          tag,
          share: sum > 0 ? gains[i]! / sum : 1 / size,
          residual: (mz[i]! / diagonal[i]!) * state.scale[i]!,
        }),
      )
      .sort((a, b) => b.share - a.share);
  },

  facts: ({ components, explained, t2Scale, speScale }) => ({ components, explained, t2Scale, speScale }),

  serialize: (state) => ({ ...state }),

  deserialize: (saved) => ({
    tags: textsOf(saved, "tags"),
    mean: numbersOf(saved, "mean"),
    scale: numbersOf(saved, "scale"),
    variances: numbersOf(saved, "variances"),
    directions: numbersOf(saved, "directions"),
    components: numberOf(saved, "components"),
    explained: numberOf(saved, "explained"),
    t2Scale: numberOf(saved, "t2Scale"),
    speScale: numberOf(saved, "speScale"),
  }),
};

/** The fewest components that hold the variance asked for; one direction is left to SPE where there is more than one. */
function componentCount(values: Float64Array, asked: number): number {
  let held = 0;
  let count = 0;
  while (count < Math.max(1, values.length - 1) && held < asked) held += values[count++]!;
  return count;
}

/** At most so many of the rows, evenly spread. */
function thinned(columns: readonly Float64Array[], rows: Int32Array, most: number): Float64Array[] {
  const step = Math.max(1, Math.ceil(rows.length / most));
  const few = rows.filter((_, i) => i % step === 0);
  return columns.map((column) => Float64Array.from(few, (row) => column[row]!));
}
