/** The rows in which no column is NaN or infinite, ascending. @param columns [columns][rows]. */
export function completeRows(columns: readonly Float64Array[]): Int32Array {
  const rows = columns[0]?.length ?? 0;
  const incomplete = new Uint8Array(rows);
  for (const column of columns) if (hasHole(column)) for (let i = 0; i < rows; i++) if (column[i]! - column[i]! !== 0) incomplete[i] = 1;
  let count = 0;
  for (let i = 0; i < rows; i++) count += 1 - incomplete[i]!;
  const complete = new Int32Array(count);
  for (let i = 0, k = 0; i < rows; i++) if (incomplete[i] === 0) complete[k++] = i;
  return complete;
}

/** x − x is 0 for a number and NaN for NaN and infinities, which no model can use either. Four sums, so that none waits for the one before. */
function hasHole(column: Float64Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < column.length; i += 4) {
    a += column[i]! - column[i]!;
    b += column[i + 1]! - column[i + 1]!;
    c += column[i + 2]! - column[i + 2]!;
    d += column[i + 3]! - column[i + 3]!;
  }
  for (; i < column.length; i++) a += column[i]! - column[i]!;
  return a + b + c + d !== 0;
}
