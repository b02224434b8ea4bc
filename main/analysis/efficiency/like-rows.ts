/** Rows of the past that were alike, the likest first. */
export interface LikeRows {
  readonly rows: Int32Array;
  /** [rows] weighted distance in standard deviations, ascending. */
  readonly distance: Float64Array;
}

/**
 * Finds rows that were alike. Distance is the root of the weighted sum of squares of (difference / standard deviation): what moves the
 * expectation more counts more, and one standard deviation of all conditions at once is a distance of 1.
 * @param columns [conditions][rows] without NaN. @param weights [conditions] sum 1.
 */
export function likeRows(
  columns: readonly Float64Array[],
  weights: readonly number[],
): (at: readonly number[], mostDistance: number, mostRows: number) => LikeRows {
  const scales = columns.map((x, j) => Math.sqrt(weights[j]!) / (deviation(x) || 1));
  const rows = columns[0]?.length ?? 0;
  return (at, mostDistance, mostRows) => {
    const squares = new Float64Array(rows);
    for (const [j, x] of columns.entries()) {
      const scale = scales[j]!;
      const centre = at[j]!;
      for (let i = 0; i < rows; i++) {
        const d = (x[i]! - centre) * scale;
        squares[i] = squares[i]! + d * d;
      }
    }
    const near: number[] = [];
    const limit = mostDistance * mostDistance;
    for (let i = 0; i < rows; i++) if (squares[i]! <= limit) near.push(i);
    let kept = near;
    if (near.length > mostRows) {
      // Numbers alone are sorted many times faster than rows by a rule.
      const nearest = Float64Array.from(near, (row) => squares[row]!).sort()[mostRows - 1]!;
      kept = near.filter((row) => squares[row]! <= nearest);
    }
    // Ties go to the earlier row: the same question has the same answer.
    kept.sort((a, b) => squares[a]! - squares[b]! || a - b);
    const taken = Int32Array.from(kept.slice(0, mostRows));
    return { rows: taken, distance: Float64Array.from(taken, (row) => Math.sqrt(squares[row]!)) };
  };
}

function deviation(x: Float64Array): number {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  return Math.sqrt(x.reduce((a, b) => a + (b - mean) ** 2, 0) / x.length);
}
