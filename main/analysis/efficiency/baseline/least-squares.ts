import { cholesky, choleskySolve } from "../../models/linear-cholesky.ts";

export interface LeastSquares {
  /** [columns] in the unit of y per unit of the column. */
  readonly coefficients: Float64Array;
  /** [rows] fitted, unit of y. */
  readonly fitted: Float64Array;
  /** Sum of squared residuals. */
  readonly squares: number;
  /** Solves (XᵀX)·b = g for another right side. */
  solve(g: Float64Array): Float64Array;
}

// A column of which less than this share is its own (a cosine of 1 to nine digits) says what others say already.
const dependent = 1e-9;

/**
 * Ordinary least squares by normal equations over columns of length one (Björck, Numerical Methods for Least Squares Problems, 2.2).
 * @param columns [columns][rows] without NaN. @param y [rows] without NaN.
 * @returns undefined where a column is zero or a mixture of the others, or there are no more rows than columns.
 */
export function leastSquares(columns: readonly Float64Array[], y: Float64Array): LeastSquares | undefined {
  const p = columns.length;
  const n = y.length;
  if (n <= p || p === 0) return undefined;
  const length = Float64Array.from(columns, (c) => Math.sqrt(dot(c, c)));
  const gram = new Float64Array(p * p);
  for (let a = 0; a < p; a++) for (let b = 0; b <= a; b++) gram[a * p + b] = dot(columns[a]!, columns[b]!) / (length[a]! * length[b]!);
  const lower = cholesky(gram, p);
  if (!lower) return undefined;
  for (let a = 0; a < p; a++) if (!(lower[a * p + a]! ** 2 > dependent)) return undefined;
  const solve = (g: Float64Array): Float64Array =>
    choleskySolve(
      lower,
      p,
      g.map((v, j) => v / length[j]!),
    ).map((v, j) => v / length[j]!);
  const coefficients = solve(Float64Array.from(columns, (c) => dot(c, y)));
  const fitted = new Float64Array(n);
  for (let j = 0; j < p; j++) {
    const column = columns[j]!;
    const b = coefficients[j]!;
    for (let i = 0; i < n; i++) fitted[i] = fitted[i]! + b * column[i]!;
  }
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (y[i]! - fitted[i]!) ** 2;
  return { coefficients, fitted, squares, solve };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
