import { cholesky, choleskySolve } from "./linear-cholesky.ts";

/** Penalties tried, as shares of the number of rows (terms have deviation 1): from almost none to very strong. */
const penalties = [1e-6, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1];
// Neighbouring rows are alike, so folds are whole stretches; five leave a fifth unseen.
const folds = 5;

export interface RidgeFit {
  /** Mean of the target. */
  readonly start: number;
  /** [terms] mean of a term; what one of it adds. */
  readonly centre: Float64Array;
  readonly slope: Float64Array;
  /** [terms × terms] Cholesky factor of X'X + penalty, terms centred, in their own scale. */
  readonly lower: Float64Array;
  /** Standard deviation of the residuals, effective degrees of freedom taken off. */
  readonly noise: number;
}

/** Sums of squares and products of some rows: all that ridge regression needs to know of them. */
interface Sums {
  count: number;
  readonly x: Float64Array;
  readonly xx: Float64Array;
  readonly xy: Float64Array;
  y: number;
  yy: number;
}

/**
 * Ridge regression of the target on standardised terms (Hoerl & Kennard, Technometrics 12 (1970) 55). The penalty is the one that
 * errs least on five stretches of rows left out in turn.
 * @param matrix [rows × terms] row by row, without NaN.
 */
export function ridge(matrix: Float64Array, terms: number, target: Float64Array): RidgeFit {
  const n = target.length;
  // Products of large numbers lose their digits: everything is taken from the means of the first row on.
  const scale = standardise(matrix, terms, n);
  const middle = target.reduce((a, b) => a + b, 0) / n;
  const parts = Array.from({ length: folds }, (_, k) =>
    sumsOf(matrix, terms, target, middle, Math.floor((k * n) / folds), Math.floor(((k + 1) * n) / folds)),
  );
  const all = parts.reduce((a, b) => combine(a, b, 1));
  let best = penalties[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const penalty of penalties) {
    let squares = 0;
    for (const part of parts) {
      const fit = solve(combine(all, part, -1), terms, penalty);
      squares += fit ? errorOn(part, terms, fit) : Number.POSITIVE_INFINITY;
    }
    if (squares < least) [best, least] = [penalty, squares];
  }
  const fit = solve(all, terms, best) ?? solve(all, terms, penalties.at(-1)!)!;
  const squares = Math.max(0, errorOn(all, terms, fit));
  const noise = Math.sqrt(squares / Math.max(1, n - 1 - freedom(all, terms, fit)));
  // From standardised terms back to the terms themselves.
  const slope = fit.slope.map((b, k) => b / scale.deviation[k]!);
  const lower = new Float64Array(terms * terms);
  for (let i = 0; i < terms; i++) for (let j = 0; j <= i; j++) lower[i * terms + j] = fit.lower[i * terms + j]! * scale.deviation[i]!;
  const centre = scale.mean.map((m, k) => m + fit.centre[k]! * scale.deviation[k]!);
  return { start: middle + fit.start, centre, slope, lower, noise };
}

/** Brings the columns to mean 0 and deviation 1, in place. */
function standardise(matrix: Float64Array, terms: number, n: number): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(terms);
  const deviation = new Float64Array(terms);
  for (let i = 0; i < n; i++) for (let k = 0; k < terms; k++) mean[k] = mean[k]! + matrix[i * terms + k]! / n;
  for (let i = 0; i < n; i++) for (let k = 0; k < terms; k++) deviation[k] = deviation[k]! + (matrix[i * terms + k]! - mean[k]!) ** 2 / n;
  for (let k = 0; k < terms; k++) deviation[k] = Math.sqrt(deviation[k]!) || 1;
  for (let i = 0; i < n; i++) for (let k = 0; k < terms; k++) matrix[i * terms + k] = (matrix[i * terms + k]! - mean[k]!) / deviation[k]!;
  return { mean, deviation };
}

function sumsOf(matrix: Float64Array, terms: number, target: Float64Array, middle: number, from: number, to: number): Sums {
  const sums: Sums = {
    count: to - from,
    x: new Float64Array(terms),
    xx: new Float64Array(terms * terms),
    xy: new Float64Array(terms),
    y: 0,
    yy: 0,
  };
  const { x, xx, xy } = sums;
  for (let i = from; i < to; i++) {
    const y = target[i]! - middle;
    const row = i * terms;
    sums.y += y;
    sums.yy += y * y;
    for (let a = 0; a < terms; a++) {
      const value = matrix[row + a]!;
      x[a] = x[a]! + value;
      xy[a] = xy[a]! + value * y;
      for (let b = 0; b <= a; b++) xx[a * terms + b] = xx[a * terms + b]! + value * matrix[row + b]!;
    }
  }
  return sums;
}

const combine = (a: Sums, b: Sums, sign: 1 | -1): Sums => ({
  count: a.count + sign * b.count,
  x: a.x.map((v, k) => v + sign * b.x[k]!),
  xx: a.xx.map((v, k) => v + sign * b.xx[k]!),
  xy: a.xy.map((v, k) => v + sign * b.xy[k]!),
  y: a.y + sign * b.y,
  yy: a.yy + sign * b.yy,
});

interface Solution {
  readonly start: number;
  readonly centre: Float64Array;
  readonly slope: Float64Array;
  readonly lower: Float64Array;
}

function solve(sums: Sums, terms: number, penalty: number): Solution | undefined {
  const { count: n, x, xx, xy, y } = sums;
  const matrix = new Float64Array(terms * terms);
  const right = new Float64Array(terms);
  for (let a = 0; a < terms; a++) {
    for (let b = 0; b <= a; b++) matrix[a * terms + b] = xx[a * terms + b]! - (x[a]! * x[b]!) / n;
    matrix[a * terms + a] = matrix[a * terms + a]! + penalty * n;
    right[a] = xy[a]! - (x[a]! * y) / n;
  }
  const lower = cholesky(matrix, terms);
  return lower && { start: y / n, centre: x.map((v) => v / n), slope: choleskySolve(lower, terms, right), lower };
}

/** Sum of squared errors of a solution on rows it may not have seen, from their sums alone. */
function errorOn(sums: Sums, terms: number, { start, centre, slope }: Solution): number {
  // y − (start − centre·slope) − x·slope
  let constant = start;
  for (let k = 0; k < terms; k++) constant -= centre[k]! * slope[k]!;
  let squares = sums.yy - 2 * constant * sums.y + constant * constant * sums.count;
  for (let a = 0; a < terms; a++) {
    squares += 2 * slope[a]! * (constant * sums.x[a]! - sums.xy[a]!);
    squares += slope[a]! * slope[a]! * sums.xx[a * terms + a]!;
    for (let b = 0; b < a; b++) squares += 2 * slope[a]! * slope[b]! * sums.xx[a * terms + b]!;
  }
  return squares;
}

/** Effective degrees of freedom: the trace of what maps measured to expected. */
function freedom(sums: Sums, terms: number, { lower }: Solution): number {
  let trace = 0;
  const unit = new Float64Array(terms);
  for (let k = 0; k < terms; k++) {
    unit.fill(0);
    unit[k] = 1;
    const column = choleskySolve(lower, terms, unit);
    for (let a = 0; a < terms; a++) {
      const xx = a >= k ? sums.xx[a * terms + k]! : sums.xx[k * terms + a]!;
      trace += column[a]! * (xx - (sums.x[a]! * sums.x[k]!) / sums.count);
    }
  }
  return trace;
}
