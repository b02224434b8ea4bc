/**
 * Whether neighbours are more alike than strangers, that is, whether the rows stand in the order of time. A shuffled table has
 * serial correlations near zero in every column; a plant does not.
 * @param columns [columns][rows] NaN pairs are left out.
 */
export function isInOrder(columns: readonly Float64Array[]): boolean {
  return columns.some((column) => {
    const { correlation, pairs } = serialCorrelation(column);
    // Four standard errors of a correlation that is zero: chance does that to no column in ten thousand.
    return correlation > 4 / Math.sqrt(pairs);
  });
}

/** Correlation of each value with the one behind it; 0 for a constant column. */
export function serialCorrelation(values: ArrayLike<number>): { correlation: number; pairs: number } {
  let pairs = 0;
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  const origin = Array.from(values).find((v) => Number.isFinite(v)) ?? 0;
  for (let i = 1; i < values.length; i++) {
    const x = values[i - 1]! - origin;
    const y = values[i]! - origin;
    if (!Number.isFinite(x + y)) continue;
    pairs++;
    a += x;
    b += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  const spread = Math.sqrt((aa - (a * a) / pairs) * (bb - (b * b) / pairs));
  return { correlation: spread > 0 ? (ab - (a * b) / pairs) / spread : 0, pairs };
}
