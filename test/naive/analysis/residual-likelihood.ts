/**
 * Logarithm of the residual likelihood of a series by its whole covariance matrix, up to a constant: the definition, no filter.
 * @param at [n] number of each grain. @param columns [columns][n].
 */
export function residualLikelihood(
  { correlation, fresh }: { correlation: number; fresh: number },
  at: readonly number[],
  columns: readonly (readonly number[])[],
  values: readonly number[],
): { log: number; variance: number } {
  const n = at.length;
  const p = columns.length;
  const covariance = at.map((a, i) => at.map((b, j) => (1 - fresh) * correlation ** Math.abs(a - b) + (i === j ? fresh : 0)));
  const inverse = inverted(covariance);
  const product = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, x, i) => sum + x * b.reduce((inner, y, j) => inner + inverse.matrix[i]![j]! * y, 0), 0);
  const gram = inverted(columns.map((a) => columns.map((b) => product(a, b))));
  const right = columns.map((c) => product(c, values));
  const explained = right.reduce((sum, x, a) => sum + x * right.reduce((inner, y, b) => inner + gram.matrix[a]![b]! * y, 0), 0);
  const squares = product(values, values) - explained;
  return {
    log: -0.5 * (inverse.logDeterminant + gram.logDeterminant + (n - p) * Math.log(squares)),
    variance: squares / (n - p),
  };
}

/** Gauss and Jordan. */
function inverted(matrix: readonly (readonly number[])[]): { matrix: number[][]; logDeterminant: number } {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) {
    const pivot = rows[i]![i]!;
    logDeterminant += Math.log(Math.abs(pivot));
    rows[i] = rows[i]!.map((v) => v / pivot);
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const factor = rows[k]![i]!;
      rows[k] = rows[k]!.map((v, j) => v - factor * rows[i]![j]!);
    }
  }
  return { matrix: rows.map((row) => row.slice(n)), logDeterminant };
}
