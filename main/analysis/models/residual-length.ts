import { symmetricEigen } from "../signal/symmetric-eigen.ts";

/**
 * Inverse of the residuals' second moments; no direction is believed to vary less than `least`.
 * @param residuals [tags][rows] no NaN, at least one row. @returns [tags × tags]
 */
export function residualPrecision(residuals: readonly Float64Array[], least: number): Float64Array {
  const size = residuals.length;
  const rows = residuals[0]!.length;
  const moments = new Float64Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++) {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += residuals[a]![i]! * residuals[b]![i]!;
      moments[a * size + b] = moments[b * size + a] = sum / rows;
    }
  const { values, vectors } = symmetricEigen(moments, size);
  const precision = new Float64Array(size * size);
  for (let c = 0; c < size; c++)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++)
        precision[a * size + b]! += (vectors[c * size + a]! * vectors[c * size + b]!) / (Math.max(0, values[c]!) + least);
  return precision;
}

/** [rows] r' P r: how long a row's residual is by that precision, squared; NaN where the residual is. @param residuals [tags][rows] */
export function residualLengths(residuals: readonly Float64Array[], precision: Float64Array): Float64Array {
  const size = residuals.length;
  const rows = residuals[0]?.length ?? 0;
  const lengths = new Float64Array(rows);
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++) {
      const weight = precision[a * size + b]! * (a === b ? 1 : 2);
      const left = residuals[a]!;
      const right = residuals[b]!;
      for (let i = 0; i < rows; i++) lengths[i]! += weight * left[i]! * right[i]!;
    }
  return lengths.map((length) => Math.max(0, length));
}
