import { pcaSquares, squareRows } from "./pca-squares.ts";

interface Directions {
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  readonly variances: Float64Array;
  readonly directions: Float64Array;
  readonly components: number;
}

/**
 * Squared length of every standardised row along the components (T2) and along all other directions (SPE), each direction
 * measured in its own standard deviations.
 * @param columns [tags][rows] in the tags' units; a row with a NaN gives NaN.
 * @returns T2 and SPE [rows], ≥ 0.
 */
export function pcaStatistics(model: Directions, columns: readonly Float64Array[]): { t2: Float64Array; spe: Float64Array } {
  const tags = columns.length;
  const rows = columns[0]?.length ?? 0;
  const t2 = new Float64Array(rows);
  const spe = new Float64Array(rows);
  const whitened = model.directions.map((x, at) => x / Math.sqrt(model.variances[Math.floor(at / tags)]!));
  const squares = pcaSquares(tags, [whitened.subarray(0, model.components * tags), whitened.subarray(model.components * tags)]);
  const blocks = columns.map((_, j) => squares.block(j));
  for (let start = 0; start < rows; start += squareRows) {
    const size = Math.min(squareRows, rows - start);
    for (let j = 0; j < tags; j++) {
      const column = columns[j]!;
      const block = blocks[j]!;
      const mean = model.mean[j]!;
      const scale = model.scale[j]!;
      for (let i = 0; i < size; i++) block[i] = (column[start + i]! - mean) / scale;
    }
    t2.set(squares.square(0).subarray(0, size), start);
    spe.set(squares.square(1).subarray(0, size), start);
  }
  return { t2, spe };
}
