import { columnProducts, productRows } from "./column-products.ts";

const shiftRows = 1000;

/**
 * Means and covariances of columns over the given rows, in one pass, rows in blocks. Columns are shifted by the mean of
 * some of their rows first, so that a large offset does not swallow a small variance (Chan, Golub & LeVeque, The American
 * Statistician 37 (1983) 242–247).
 * @param columns [columns][rows] without NaN in the rows given. @param rows at least two of them.
 * @returns mean [columns]; covariance [columns × columns], row by row, divided by rows − 1.
 */
export function covariance(columns: readonly Float64Array[], rows: Int32Array): { mean: Float64Array; covariance: Float64Array } {
  const p = columns.length;
  const n = rows.length;
  const shift = columns.map((column) => roughMean(column, rows));
  const sums = new Float64Array(p);
  const block = columnProducts(p);
  for (let start = 0; start < n; start += productRows) {
    const size = Math.min(productRows, n - start);
    for (let j = 0; j < p; j++) {
      const column = columns[j]!;
      const origin = shift[j]!;
      const values = block.column(j);
      let sum = 0;
      for (let i = 0; i < size; i++) {
        const x = column[rows[start + i]!]! - origin;
        values[i] = x;
        sum += x;
      }
      values.fill(0, size);
      sums[j] = sums[j]! + sum;
    }
    block.add();
  }
  const products = block.products();
  const result = new Float64Array(p * p);
  for (let a = 0; a < p; a++)
    for (let b = a; b < p; b++) result[a * p + b] = result[b * p + a] = (products[a * p + b]! - (sums[a]! * sums[b]!) / n) / (n - 1);
  return { mean: sums.map((sum, j) => shift[j]! + sum / n), covariance: result };
}

function roughMean(column: Float64Array, rows: Int32Array): number {
  const step = Math.ceil(rows.length / shiftRows);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < rows.length; i += step, count++) sum += column[rows[i]!]!;
  return sum / count;
}
