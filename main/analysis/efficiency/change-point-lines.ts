import { z } from "zod";
import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { expectationSufficiency } from "../models/expectation-sufficiency.ts";
import type { ModelFamily } from "../models/family.ts";
import { integersOf, numberOf, numbersOf, textsOf } from "../models/saved.ts";
import { sharesOf } from "../models/shares-of.ts";
import { inputColumns, trainingRows } from "../models/target.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { type ChangePointShape, fitChangePoints } from "./baseline/change-points.ts";
import { leastSquares } from "./baseline/least-squares.ts";

export const ChangePointParams = z.object({
  /** How the expectation follows the input that bends it; every other input is a straight line. */
  form: z.enum(["straight-line", "three-parameter", "four-parameter", "five-parameter"]).default("four-parameter"),
});
export type ChangePointParams = z.infer<typeof ChangePointParams>;

/** A sum of straight lines of inputs, of what an input is below a change point, and above one. */
export interface ChangePointState {
  readonly tags: readonly string[];
  /** [inputs] where a straight line of the input is 0. */
  readonly mean: Float64Array;
  readonly start: number;
  /** [terms] input of the term; −1 below `at`, 1 above it, 0 a straight line. */
  readonly input: Int32Array;
  readonly side: Int32Array;
  readonly at: Float64Array;
  /** [terms] target's unit per unit of the input. */
  readonly slope: Float64Array;
  /** [(1 + terms)²] inverse of the sums of products of the columns, the constant first: the leverage of a row. */
  readonly inverse: Float64Array;
  /** Standard deviation of the residuals of training, degrees of freedom taken off, target's unit. */
  readonly noise: number;
}

const fewestRows = 30;
// A change point is found to within a step of its grid on so many rows spread evenly; slopes are then found on all.
const mostSearched = 1000;
const shapes: Record<ChangePointParams["form"], readonly ChangePointShape[]> = {
  "straight-line": [],
  "three-parameter": ["heating", "cooling"],
  "four-parameter": ["four-parameter"],
  "five-parameter": ["heating-cooling"],
};

/**
 * The change-point lines of measurement and verification (ASHRAE Guideline 14, annex D) for any KPI: three to five parameters in the
 * input that bends the KPI most, straight lines in the others. Can be checked with a ruler; knows no interplay of two inputs.
 */
export const changePointLines: ModelFamily<ChangePointParams, ChangePointState> = {
  id: "change-points",
  kind: "efficiency",
  params: ChangePointParams,

  sufficiency: (train) => expectationSufficiency(train, fewestRows),

  fit(train, { form }, run) {
    const { tags, inputs: all, target: whole } = trainingRows(train);
    const rows = completeRows(all);
    const inputs = all.map((x) => Float64Array.from(rows, (row) => x[row]!));
    const target = Float64Array.from(rows, (row) => whole[row]!);
    run.tick(0, 1);
    const mean = Float64Array.from(inputs, (x) => x.reduce((a, b) => a + b, 0) / x.length);
    const terms = termsOf(form, inputs, target, mean, run);
    const columns = [new Float64Array(target.length).fill(1), ...terms.map((term) => column(term, inputs, mean))];
    const fit = leastSquares(columns, target);
    if (!fit) throw new Error("The lines that were chosen say the same.");
    const p = columns.length;
    const inverse = new Float64Array(p * p);
    for (let k = 0; k < p; k++) {
      const unit = new Float64Array(p);
      unit[k] = 1;
      inverse.set(fit.solve(unit), k * p);
    }
    run.tick(1, 1);
    return {
      tags,
      mean,
      start: fit.coefficients[0]!,
      input: Int32Array.from(terms, (t) => t.input),
      side: Int32Array.from(terms, (t) => t.side),
      at: Float64Array.from(terms, (t) => t.at),
      slope: fit.coefficients.slice(1),
      inverse,
      noise: Math.sqrt(fit.squares / Math.max(1, target.length - p)),
    };
  },

  score(state, frame) {
    const inputs = inputColumns(frame, state.tags);
    const rows = frame.time.length;
    const expected = new Float64Array(rows).fill(state.start);
    const columns = [new Float64Array(rows).fill(1), ...termsIn(state).map((term) => column(term, inputs, state.mean))];
    const p = columns.length;
    const sigma = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      let leverage = 0;
      for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) leverage += columns[a]![i]! * state.inverse[a * p + b]! * columns[b]![i]!;
      for (let k = 1; k < p; k++) expected[i] = expected[i]! + state.slope[k - 1]! * columns[k]![i]!;
      // An input that no line knows must be there all the same: its absence says that the row is not whole.
      if (inputs.some((x) => Number.isNaN(x[i]!))) expected[i] = Number.NaN;
      sigma[i] = Number.isNaN(expected[i]!) ? Number.NaN : state.noise * Math.sqrt(1 + Math.max(0, leverage));
    }
    return { kind: "efficiency", expected, sigma };
  },

  explain(state, frame, row) {
    const inputs = inputColumns(frame, state.tags).map((x) => x.subarray(row, row + 1));
    const moved = movedByLines(state, inputs).map((of) => of[0]!);
    const usual = movedByLines(
      state,
      Array.from(state.mean, (m) => Float64Array.of(m)),
    ).map((of) => of[0]!);
    return sharesOf(
      state.tags,
      moved.map((m, j) => m - usual[j]!),
    );
  },

  serialize({ tags, mean, start, input, side, at, slope, inverse, noise }) {
    return { tags, mean, start, input, side, at, slope, inverse, noise };
  },

  deserialize(saved) {
    const state: ChangePointState = {
      tags: textsOf(saved, "tags"),
      mean: numbersOf(saved, "mean"),
      start: numberOf(saved, "start"),
      input: integersOf(saved, "input"),
      side: integersOf(saved, "side"),
      at: numbersOf(saved, "at"),
      slope: numbersOf(saved, "slope"),
      inverse: numbersOf(saved, "inverse"),
      noise: numberOf(saved, "noise"),
    };
    const terms = state.slope.length;
    const inputs = state.tags.length;
    if (
      state.mean.length !== inputs ||
      [state.input, state.side, state.at].some((of) => of.length !== terms) ||
      state.inverse.length !== (1 + terms) ** 2 ||
      state.input.some((j) => j < 0 || j >= inputs)
    )
      throw problem("model.unreadable", "The saved lines do not hold together: the file was written by another version, or is damaged.");
    return state;
  },
};

/** What the lines of each input add to the expectation. @param inputs [inputs][rows]. @returns [inputs][rows] target's unit. */
export function movedByLines(state: ChangePointState, inputs: readonly Float64Array[]): Float64Array[] {
  const rows = inputs[0]?.length ?? 0;
  const moved = inputs.map(() => new Float64Array(rows));
  for (const [k, term] of termsIn(state).entries()) {
    const values = column(term, inputs, state.mean);
    const sum = moved[term.input]!;
    for (let i = 0; i < rows; i++) sum[i] = sum[i]! + state.slope[k]! * values[i]!;
  }
  return moved;
}

interface Line {
  readonly input: number;
  readonly side: number;
  readonly at: number;
}

const termsIn = ({ input, side, at }: ChangePointState): Line[] => Array.from(input, (j, k) => ({ input: j, side: side[k]!, at: at[k]! }));

function column({ input, side, at }: Line, inputs: readonly Float64Array[], mean: Float64Array): Float64Array {
  const middle = mean[input]!;
  // x − x is NaN for a NaN: a missing value is not one at the change point.
  return inputs[input]!.map((x) => (side === 0 ? x - middle : side * (x - at) > 0 ? side * (x - at) : x - x));
}

/** The lines that leave the least squared error: a straight one of every input that says something of its own, the best one bent. */
function termsOf(
  form: ChangePointParams["form"],
  inputs: readonly Float64Array[],
  target: Float64Array,
  mean: Float64Array,
  run: Run,
): Line[] {
  const step = Math.max(1, target.length / mostSearched);
  const rows = Int32Array.from({ length: Math.floor(target.length / step) }, (_, k) => Math.floor(k * step));
  const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row]!);
  const ones = new Float64Array(target.length).fill(1);
  const straight: Line[] = [];
  for (const input of inputs.keys()) {
    const line = { input, side: 0, at: mean[input]! };
    if (leastSquares([ones, ...[...straight, line].map((l) => column(l, inputs, mean))], target)) straight.push(line);
  }
  let best = straight;
  let least = Number.POSITIVE_INFINITY;
  const few = inputs.map(pick);
  const energy = pick(target);
  for (const [done, { input }] of straight.entries()) {
    run.tick(done, straight.length);
    const others = straight.filter((l) => l.input !== input);
    for (const shape of shapes[form]) {
      const found = fitChangePoints(shape, {
        tag: String(input),
        x: few[input]!,
        others: [pick(ones), ...others.map((l) => column(l, few, mean))],
        energy,
        positive: false,
      });
      if (!found) continue;
      const bent = found.terms.flatMap((term) =>
        term.kind === "below" || term.kind === "above" ? [{ input, side: term.kind === "below" ? -1 : 1, at: term.at }] : [],
      );
      const fit = leastSquares([ones, ...[...others, ...bent].map((l) => column(l, inputs, mean))], target);
      if (fit && fit.squares < least) [best, least] = [[...others, ...bent], fit.squares];
    }
  }
  return best;
}
