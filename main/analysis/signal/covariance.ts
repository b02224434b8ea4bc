const blockRows = 512; // 50 columns of 512 rows are 200 KB: they stay in the processor's second cache

/**
 * Means and covariances of columns over the given rows, in two passes, rows in blocks.
 * @param columns [columns][rows] without NaN in the rows given. @param rows at least two of them.
 * @returns mean [columns]; covariance [columns × columns], row by row, divided by rows − 1.
 */
export function covariance(columns: readonly Float64Array[], rows: Int32Array): { mean: Float64Array; covariance: Float64Array } {
  const p = columns.length;
  const n = rows.length;
  const mean = Float64Array.from(columns, (column) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += column[rows[i]!]!;
    return sum / n;
  });
  // Two columns at a time are multiplied with two: rows of the block are padded to an even number of columns.
  const padded = p + (p % 2);
  const products = new Float64Array(padded * padded);
  const block = new Float64Array(padded * blockRows);
  for (let start = 0; start < n; start += blockRows) {
    const size = Math.min(blockRows, n - start);
    for (let j = 0; j < p; j++) {
      const column = columns[j]!;
      const centre = mean[j]!;
      const at = j * blockRows;
      for (let i = 0; i < size; i++) block[at + i] = column[rows[start + i]!]! - centre;
    }
    for (let a = 0; a < padded; a += 2) for (let b = a; b < padded; b += 2) addProducts(products, padded, block, a, b, size);
  }
  const result = new Float64Array(p * p);
  for (let a = 0; a < p; a++) for (let b = a; b < p; b++) result[a * p + b] = result[b * p + a] = products[a * padded + b]! / (n - 1);
  return { mean, covariance: result };
}

function addProducts(products: Float64Array, padded: number, block: Float64Array, a: number, b: number, size: number): void {
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  const a0 = a * blockRows;
  const a1 = a0 + blockRows;
  const b0 = b * blockRows;
  const b1 = b0 + blockRows;
  for (let i = 0; i < size; i++) {
    const x0 = block[a0 + i]!;
    const x1 = block[a1 + i]!;
    const y0 = block[b0 + i]!;
    const y1 = block[b1 + i]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s10 += x1 * y0;
    s11 += x1 * y1;
  }
  const at = a * padded + b;
  products[at] = products[at]! + s00;
  products[at + 1] = products[at + 1]! + s01;
  products[at + padded] = products[at + padded]! + s10;
  products[at + padded + 1] = products[at + padded + 1]! + s11;
}
