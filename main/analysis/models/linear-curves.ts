import { problem } from "#shared/domain/problem.ts";
import type { SavedState } from "./family.ts";
import { type Basis, basisOf, fillTerms, termInputs } from "./linear-basis.ts";
import { forwardSolve } from "./linear-cholesky.ts";
import { ridge } from "./linear-ridge.ts";
import { integersOf, numberOf, numbersOf } from "./saved.ts";
import { slices } from "./slices.ts";

/** A sum of smooth curves of inputs and of products of two of them. */
export interface Curves {
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

/** @param inputs [inputs][rows] without NaN. @param shape straight lines only, or curves and products as well. */
export function fitCurves(inputs: readonly Float64Array[], target: Float64Array, shape: "straight" | "curved"): Curves {
  const curved = basisOf(inputs);
  const basis: Basis = shape === "curved" ? curved : { ...curved, knots: curved.knots.map(() => new Float64Array(0)), products: false };
  const terms = termInputs(basis).length;
  const matrix = new Float64Array(target.length * terms);
  for (let i = 0; i < target.length; i++) fillTerms(basis, inputs, i, matrix.subarray(i * terms, (i + 1) * terms));
  return { basis, ...ridge(matrix, terms, target) };
}

/** @param inputs [inputs][rows]. @returns [rows] NaN where an input is. */
export function expectedByCurves(curves: Curves, inputs: readonly Float64Array[], rows: number): Float64Array {
  const { basis, centre, slope, start } = curves;
  const expected = new Float64Array(rows);
  const term = new Float64Array(slope.length);
  for (let i = 0; i < rows; i++) {
    fillTerms(basis, inputs, i, term);
    let sum = start;
    for (let k = 0; k < term.length; k++) sum += (term[k]! - centre[k]!) * slope[k]!;
    expected[i] = sum;
  }
  return expected;
}

/** Standard error of a row's expectation: far from the rows of training the curve itself is uncertain, not only the row around it. */
export function sigmaByCurves(curves: Curves, inputs: readonly Float64Array[], rows: number): Float64Array {
  const { basis, centre, lower, noise } = curves;
  const sigma = new Float64Array(rows);
  const term = new Float64Array(centre.length);
  for (let i = 0; i < rows; i++) {
    fillTerms(basis, inputs, i, term);
    for (let k = 0; k < term.length; k++) term[k] = term[k]! - centre[k]!;
    let leverage = 0;
    for (const reach of forwardSolve(lower, term.length, term)) leverage += reach * reach;
    sigma[i] = noise * Math.sqrt(1 + leverage);
  }
  return sigma;
}

/** How far each input moved the expectation of a row away from the mean; a product is shared by its two. @returns [inputs] target's unit. */
export function movedByCurves(curves: Curves, inputs: readonly Float64Array[], row: number): number[] {
  const { basis, centre, slope } = curves;
  const term = new Float64Array(slope.length);
  fillTerms(basis, inputs, row, term);
  const moved = inputs.map(() => 0);
  for (const [k, of] of termInputs(basis).entries())
    for (const j of of) moved[j] = moved[j]! + ((term[k]! - centre[k]!) * slope[k]!) / of.length;
  return moved;
}

export function saveCurves({ basis, start, centre, slope, lower, noise }: Curves): SavedState {
  return {
    curveStart: start,
    centre,
    slope,
    lower,
    curveNoise: noise,
    mean: basis.mean,
    deviation: basis.deviation,
    low: basis.low,
    high: basis.high,
    knotCounts: Int32Array.from(basis.knots, (k) => k.length),
    knots: Float64Array.from(basis.knots.flatMap((k) => [...k])),
    products: basis.products ? 1 : 0,
  };
}

/** Throws `model.unreadable`. @param inputs how many inputs the curves must have. */
export function loadCurves(saved: SavedState, inputs: number): Curves {
  const basis: Basis = {
    mean: numbersOf(saved, "mean"),
    deviation: numbersOf(saved, "deviation"),
    low: numbersOf(saved, "low"),
    high: numbersOf(saved, "high"),
    knots: slices(numbersOf(saved, "knots"), integersOf(saved, "knotCounts")),
    products: numberOf(saved, "products") === 1,
  };
  const curves: Curves = {
    basis,
    start: numberOf(saved, "curveStart"),
    centre: numbersOf(saved, "centre"),
    slope: numbersOf(saved, "slope"),
    lower: numbersOf(saved, "lower"),
    noise: numberOf(saved, "curveNoise"),
  };
  const terms = termInputs(basis).length;
  const lengths = [basis.knots, basis.mean, basis.deviation, basis.low, basis.high].map((of) => of.length);
  if (
    lengths.some((length) => length !== inputs) ||
    curves.slope.length !== terms ||
    curves.lower.length !== terms * terms ||
    curves.centre.length !== terms
  )
    throw problem("model.unreadable", "The saved curves do not hold together: the file was written by another version, or is damaged.");
  return curves;
}
