const blockRows = 256; // a block of 50 tags is 100 KB: it stays in the processor's second cache

interface Projection {
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  readonly variances: Float64Array;
  readonly directions: Float64Array;
}

/**
 * Hotelling's T2 inside the components and the squared prediction error outside of them, of every row.
 * SPE is |z|² − |P'z|², as the directions are orthonormal, so that no row is projected back.
 * @param columns [tags][rows] in the tags' units; a row with a NaN gives NaN.
 * @returns T2 and SPE [rows], ≥ 0.
 */
export function pcaStatistics(model: Projection, columns: readonly Float64Array[]): { t2: Float64Array; spe: Float64Array } {
  const tags = columns.length;
  const rows = columns[0]?.length ?? 0;
  const t2 = new Float64Array(rows);
  const spe = new Float64Array(rows);
  const z = new Float64Array(tags * blockRows);
  const components = model.variances.length;
  // Components are taken four at a time; the missing ones are directions of zeros.
  const padded = Math.ceil(components / 4) * 4;
  const directions = new Float64Array(padded * tags);
  for (let c = 0; c < components; c++)
    for (let j = 0; j < tags; j++) directions[((c >> 2) * tags + j) * 4 + (c & 3)] = model.directions[c * tags + j]!;
  const inverse = new Float64Array(padded);
  for (let c = 0; c < components; c++) inverse[c] = 1 / model.variances[c]!;

  for (let start = 0; start < rows; start += blockRows) {
    const size = Math.min(blockRows, rows - start);
    for (let j = 0; j < tags; j++) {
      const column = columns[j]!;
      const mean = model.mean[j]!;
      const scale = 1 / model.scale[j]!;
      const at = j * blockRows;
      for (let i = 0; i < size; i++) {
        const x = (column[start + i]! - mean) * scale;
        z[at + i] = x;
        spe[start + i] = spe[start + i]! + x * x;
      }
    }
    for (let group = 0; group < padded; group += 4) {
      const offset = group * tags;
      for (let i = 0; i < size; i++) {
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        for (let j = 0, d = offset, at = i; j < tags; j++, d += 4, at += blockRows) {
          const x = z[at]!;
          s0 += x * directions[d]!;
          s1 += x * directions[d + 1]!;
          s2 += x * directions[d + 2]!;
          s3 += x * directions[d + 3]!;
        }
        const row = start + i;
        t2[row] =
          t2[row]! +
          s0 * s0 * inverse[group]! +
          s1 * s1 * inverse[group + 1]! +
          s2 * s2 * inverse[group + 2]! +
          s3 * s3 * inverse[group + 3]!;
        spe[row] = spe[row]! - (s0 * s0 + s1 * s1 + s2 * s2 + s3 * s3);
      }
    }
    for (let i = start; i < start + size; i++) if (spe[i]! < 0) spe[i] = 0;
  }
  return { t2, spe };
}
