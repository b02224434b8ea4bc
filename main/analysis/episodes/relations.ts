import type { Frame } from "#shared/domain/frame.ts";
import { covariance } from "../signal/covariance.ts";
import { median } from "../signal/median.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { symmetricEigen } from "../signal/symmetric-eigen.ts";

/** How the tags go together in the reference: what a fingerprint is read against, whatever the model. */
export interface Relations {
  readonly tags: readonly string[];
  readonly units: readonly string[];
  /** [tags] mean and standard deviation, in the tag's unit. */
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** [tags × tags] inverse of the tags' correlation. */
  readonly precision: Float64Array;
  /** [tags] robust standard deviation of a tag about what the others tell of it, in `scale`s. */
  readonly sigma: Float64Array;
  /** Squared distance that one reference row in twenty passes. */
  readonly usual: number;
  /** [tags] least and greatest value, in the tag's unit. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const mostRows = 20_000; // a correlation of so many rows is known to a hundredth
const triedRows = 2000;
const rowsPerTag = 3; // fewer leave a correlation that is mostly chance
const fewestRows = 30;
// Where the tags move together to within a seventh of their own spread, instruments are seen, not the machine.
const leastVariance = 0.02;
const madToSigma = 1 / 0.6745; // Φ⁻¹(0.75)
const usualShare = 0.95;

/**
 * Learns how the tags go together. @param frame prepared as for the score. @param rows of the reference, each complete, ascending.
 * @returns undefined where they are too few.
 */
export function learnRelations(frame: Frame, rows: Int32Array): Relations | undefined {
  const size = frame.columns.length;
  if (size === 0 || rows.length < Math.max(fewestRows, rowsPerTag * size)) return undefined;
  const columns = frame.columns.map((c) => c.values);
  const some = thinned(rows, mostRows);
  const { mean, covariance: cov } = covariance(columns, some);
  const scale = Float64Array.from(mean, (_, j) => Math.sqrt(cov[j * size + j]!) || 1);
  const precision = inverse(
    cov.map((c, at) => c / (scale[Math.floor(at / size)]! * scale[at % size]!)),
    size,
  );
  const tried = thinned(rows, triedRows);
  const z = Array.from(tried, (row) => standardised({ mean, scale }, columns, row));
  const found = {
    tags: frame.columns.map((c) => c.tag),
    units: frame.columns.map((c) => c.unit),
    mean,
    scale,
    precision,
    sigma: mean.map((_, j) => {
      const off = Float64Array.from(z, (row) => product(precision, size, j, row) / precision[j * size + j]!);
      return madToSigma * median(off.map(Math.abs)) || 1 / Math.sqrt(precision[j * size + j]!);
    }),
    low: mean.map((_, j) => rows.reduce((least, row) => Math.min(least, columns[j]![row]!), Number.POSITIVE_INFINITY)),
    high: mean.map((_, j) => rows.reduce((most, row) => Math.max(most, columns[j]![row]!), Number.NEGATIVE_INFINITY)),
  };
  const lengths = Float64Array.from(z, (row) => row.reduce((sum, x, j) => sum + x * product(precision, size, j, row), 0));
  return { ...found, usual: sortedQuantile(sorted(lengths), usualShare) };
}

/** [tags] a row in standard deviations of the reference. */
export const standardised = (
  { mean, scale }: Pick<Relations, "mean" | "scale">,
  columns: readonly Float64Array[],
  row: number,
): Float64Array => Float64Array.from(columns, (column, j) => (column[row]! - mean[j]!) / scale[j]!);

/** Row j of the matrix times the vector. */
function product(matrix: Float64Array, size: number, j: number, vector: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < size; k++) sum += matrix[j * size + k]! * vector[k]!;
  return sum;
}

/** Of a correlation; no direction is believed to vary less than the least variance. */
function inverse(correlation: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(correlation, size);
  const found = new Float64Array(size * size);
  for (let c = 0; c < size; c++) {
    const weight = 1 / (Math.max(0, values[c]!) + leastVariance);
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) found[a * size + b]! += weight * vectors[c * size + a]! * vectors[c * size + b]!;
  }
  return found;
}

/** At most so many of the rows, evenly spread. */
function thinned(rows: Int32Array, most: number): Int32Array {
  const step = Math.max(1, Math.ceil(rows.length / most));
  return rows.filter((_, i) => i % step === 0);
}
