/** Four inputs share a word of 32 bits, so that one load tells four bins. */
export const inputsPerWord = 4;
export const binsPerInput = 256;

/**
 * Puts the bins of up to four inputs side by side. @param bins [≤ 4][rows]. @returns [rows].
 */
export function packBins(bins: readonly Uint8Array[], rows: number): Int32Array {
  const words = new Int32Array(rows);
  for (const [k, column] of bins.entries()) for (let i = 0; i < rows; i++) words[i] = words[i]! | (column[i]! << (8 * k));
  return words;
}

/**
 * Adds up the rows of a node by bin, four inputs at a time. This loop is nearly all the time of a fit.
 * @param histogram [4 · 256] is overwritten.
 * @param words [all rows] four bins each. @param rows [rows of the node] their numbers.
 * @param packed [rows of the node] what is added: residual and count in one number, see `growTree`.
 */
export function fillHistogram(histogram: Float64Array, words: Int32Array, rows: Int32Array, packed: Float64Array): void {
  histogram.fill(0);
  for (let i = 0; i < rows.length; i++) {
    const word = words[rows[i]!]!;
    const amount = packed[i]!;
    const a = word & 255;
    const b = 256 | ((word >>> 8) & 255);
    const c = 512 | ((word >>> 16) & 255);
    const d = 768 | (word >>> 24);
    histogram[a] = histogram[a]! + amount;
    histogram[b] = histogram[b]! + amount;
    histogram[c] = histogram[c]! + amount;
    histogram[d] = histogram[d]! + amount;
  }
}
