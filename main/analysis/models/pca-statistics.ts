const blockRows = 256; // a block of 50 tags is 100 KB: it stays in the processor's second cache

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
  const inside = packed(model, 0, model.components);
  const outside = packed(model, model.components, tags);
  const z = new Float64Array(tags * blockRows);
  for (let start = 0; start < rows; start += blockRows) {
    const size = Math.min(blockRows, rows - start);
    for (let j = 0; j < tags; j++) {
      const column = columns[j]!;
      const mean = model.mean[j]!;
      const scale = model.scale[j]!;
      for (let i = 0; i < size; i++) z[j * blockRows + i] = (column[start + i]! - mean) / scale;
    }
    addSquares(t2, start, size, z, tags, inside);
    addSquares(spe, start, size, z, tags, outside);
  }
  return { t2, spe };
}

/** Directions [from, to) in their standard deviations, four side by side; what is missing of the last four is zeros. */
function packed({ variances, directions }: Directions, from: number, to: number): Float64Array {
  const tags = variances.length;
  const pack = new Float64Array(Math.ceil((to - from) / 4) * 4 * tags);
  for (let c = from; c < to; c++)
    for (let j = 0; j < tags; j++)
      pack[(((c - from) >> 2) * tags + j) * 4 + ((c - from) & 3)] = directions[c * tags + j]! / Math.sqrt(variances[c]!);
  return pack;
}

/** Two rows and four directions at a time: eight sums stay in registers. A row's sums do not depend on its neighbour. */
function addSquares(sums: Float64Array, start: number, size: number, z: Float64Array, tags: number, pack: Float64Array): void {
  for (let offset = 0; offset < pack.length; offset += 4 * tags)
    for (let i = 0; i < size; i += 2) {
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let j = 0, d = offset, at = i; j < tags; j++, d += 4, at += blockRows) {
        const a = z[at]!;
        const b = z[at + 1]!;
        const d0 = pack[d]!;
        const d1 = pack[d + 1]!;
        const d2 = pack[d + 2]!;
        const d3 = pack[d + 3]!;
        a0 += a * d0;
        a1 += a * d1;
        a2 += a * d2;
        a3 += a * d3;
        b0 += b * d0;
        b1 += b * d1;
        b2 += b * d2;
        b3 += b * d3;
      }
      const row = start + i;
      sums[row] = sums[row]! + a0 * a0 + a1 * a1 + a2 * a2 + a3 * a3;
      if (i + 1 < size) sums[row + 1] = sums[row + 1]! + b0 * b0 + b1 * b1 + b2 * b2 + b3 * b3;
    }
}
