import { z } from "zod";
import type { Finding } from "#shared/domain/finding.ts";
import { problem } from "#shared/domain/problem.ts";
import { completeRows } from "../signal/complete-rows.ts";
import type { Contribution, ModelFamily, SavedState } from "./family.ts";
import { type Basis, basisOf, fillTerms, termInputs } from "./linear-basis.ts";
import { forwardSolve } from "./linear-cholesky.ts";
import { ridge } from "./linear-ridge.ts";
import { integersOf, numberOf, numbersOf, textsOf } from "./saved.ts";
import { slices } from "./slices.ts";
import { inputColumns, trainingRows } from "./target.ts";

export const LinearParams = z.object({
  /** Straight lines only, or curves and products of two inputs as well. */
  shape: z.enum(["straight", "curved"]).default("curved"),
});
export type LinearParams = z.infer<typeof LinearParams>;

export interface LinearState {
  readonly tags: readonly string[];
  readonly basis: Basis;
  /** Expected value where every term has its mean. */
  readonly start: number;
  /** [terms] mean of a term in training, and what one of it adds. */
  readonly centre: Float64Array;
  readonly slope: Float64Array;
  /** [terms × terms] lower triangle of the penalised sums of squares: the leverage of a row. */
  readonly lower: Float64Array;
  /** Standard deviation of the residuals of training, degrees of freedom taken off, target's unit. */
  readonly noise: number;
}

const fewestRows = 30;

/** Expected value as a sum of smooth curves of the inputs and of products of two of them, kept small by a ridge penalty. Goes on straight beyond the inputs of training. */
export const linear: ModelFamily<LinearParams, LinearState> = {
  id: "linear",
  kind: "efficiency",
  params: LinearParams,

  sufficiency(train) {
    const { tags, inputs } = trainingRows(train);
    const findings: Finding[] = [];
    if (tags.length === 0)
      findings.push({ code: "model.no-inputs", severity: "blocking", message: "There is no input to expect the target from.", data: {} });
    const rows = tags.length === 0 ? 0 : completeRows(inputs).length;
    if (tags.length > 0 && rows < fewestRows)
      findings.push({
        code: "model.row-count",
        severity: "blocking",
        message: `Training has ${rows} complete rows; it takes ${fewestRows} or more.`,
        data: { rows, fewest: fewestRows, most: Number.MAX_SAFE_INTEGER },
      });
    return findings;
  },

  fit(train, params, run) {
    const all = trainingRows(train);
    const rows = completeRows(all.inputs);
    const inputs = all.inputs.map((x) => Float64Array.from(rows, (row) => x[row]!));
    const target = Float64Array.from(rows, (row) => all.target[row]!);
    const curved = basisOf(inputs);
    const basis: Basis =
      params.shape === "curved" ? curved : { ...curved, knots: curved.knots.map(() => new Float64Array(0)), products: false };
    run.tick(0, 1);
    const terms = termInputs(basis).length;
    const matrix = new Float64Array(rows.length * terms);
    for (let i = 0; i < rows.length; i++) fillTerms(basis, inputs, i, matrix.subarray(i * terms, (i + 1) * terms));
    const { start, centre, slope, lower, noise } = ridge(matrix, terms, target);
    run.tick(1, 1);
    return { tags: all.tags, basis, start, centre, slope, lower, noise };
  },

  score(state, frame) {
    const inputs = inputColumns(frame, state.tags);
    const n = frame.time.length;
    const terms = state.slope.length;
    const expected = new Float64Array(n);
    const sigma = new Float64Array(n);
    const term = new Float64Array(terms);
    for (let i = 0; i < n; i++) {
      fillTerms(state.basis, inputs, i, term);
      let sum = state.start;
      for (let k = 0; k < terms; k++) {
        term[k] = term[k]! - state.centre[k]!;
        sum += term[k]! * state.slope[k]!;
      }
      expected[i] = sum;
      // Far from the rows of training the curve itself is uncertain, not only the row around it.
      const reach = forwardSolve(state.lower, terms, term);
      let leverage = 0;
      for (let k = 0; k < terms; k++) leverage += reach[k]! * reach[k]!;
      sigma[i] = state.noise * Math.sqrt(1 + leverage);
    }
    return { kind: "efficiency", expected, sigma };
  },

  explain(state, frame, row): Contribution[] {
    const inputs = inputColumns(frame, state.tags);
    const term = new Float64Array(state.slope.length);
    fillTerms(state.basis, inputs, row, term);
    const moved = state.tags.map(() => 0);
    for (const [k, of] of termInputs(state.basis).entries())
      for (const j of of) moved[j] = moved[j]! + ((term[k]! - state.centre[k]!) * state.slope[k]!) / of.length;
    const sum = moved.reduce((a, b) => a + Math.abs(b), 0);
    return state.tags
      .map((tag, j) => ({ tag, share: sum > 0 ? Math.abs(moved[j]!) / sum : 1 / state.tags.length }))
      .sort((a, b) => b.share - a.share);
  },

  serialize(state): SavedState {
    const { basis } = state;
    return {
      tags: state.tags,
      start: state.start,
      centre: state.centre,
      slope: state.slope,
      lower: state.lower,
      noise: state.noise,
      mean: basis.mean,
      deviation: basis.deviation,
      low: basis.low,
      high: basis.high,
      knotCounts: Int32Array.from(basis.knots, (k) => k.length),
      knots: Float64Array.from(basis.knots.flatMap((k) => [...k])),
      products: basis.products ? 1 : 0,
    };
  },

  deserialize(saved) {
    const tags = textsOf(saved, "tags");
    const knots = slices(numbersOf(saved, "knots"), integersOf(saved, "knotCounts"));
    const basis: Basis = {
      mean: numbersOf(saved, "mean"),
      deviation: numbersOf(saved, "deviation"),
      low: numbersOf(saved, "low"),
      high: numbersOf(saved, "high"),
      knots,
      products: numberOf(saved, "products") === 1,
    };
    const state: LinearState = {
      tags,
      basis,
      start: numberOf(saved, "start"),
      centre: numbersOf(saved, "centre"),
      slope: numbersOf(saved, "slope"),
      lower: numbersOf(saved, "lower"),
      noise: numberOf(saved, "noise"),
    };
    const terms = termInputs(basis).length;
    if (
      knots.length !== tags.length ||
      state.slope.length !== terms ||
      state.lower.length !== terms * terms ||
      state.centre.length !== terms
    )
      throw problem("model.unreadable", "The saved curves do not hold together: the file was written by another version, or is damaged.");
    return state;
  },
};
