/** The rows in which no column is NaN, ascending. @param columns [columns][rows]. */
export function completeRows(columns: readonly Float64Array[]): Int32Array {
  const rows = columns[0]?.length ?? 0;
  const incomplete = new Uint8Array(rows);
  // x − x is 0 for a number and NaN for NaN and infinities, which no model can use either.
  for (const column of columns) for (let i = 0; i < rows; i++) if (column[i]! - column[i]! !== 0) incomplete[i] = 1;
  let count = 0;
  for (let i = 0; i < rows; i++) count += 1 - incomplete[i]!;
  const complete = new Int32Array(count);
  for (let i = 0, k = 0; i < rows; i++) if (incomplete[i] === 0) complete[k++] = i;
  return complete;
}
