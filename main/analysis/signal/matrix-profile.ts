/** A window whose values move less than this share of the reference's deviation is flat: its shape would be made of rounding. */
const flatShare = 1e-3;

/**
 * How far the shape of every window is from the most similar window of a reference: the matrix profile of a join (Yeh et al., IEEE ICDM 2016), exact, every pair of windows being
 * compared once along its diagonal by covariances that are carried on (Zhu et al., IEEE ICDM 2016, in the differenced form of SCAMP: Zimmerman et al., ACM SoCC 2019).
 * Windows are compared by shape: level and size are taken out of each.
 * @param values [rows] @param reference [rows of the reference] both may hold NaN. @param length rows of a window, ≥ 3.
 * @param apart the values are the reference themselves, and windows fewer than so many rows apart are not compared.
 * @returns [rows] of the window that ends at the row: root of 2 (1 − correlation) with the nearest one, 0 … 2, of a correlation to nine digits; 1 where only one of the two is flat, 0 where both are.
 * NaN where the window is not full or holds a NaN, and where there is nothing to compare it with.
 */
export function matrixProfile(values: Float64Array, reference: Float64Array, length: number, apart = 0): Float64Array {
  const { mean, deviation } = meanAndDeviation(reference);
  const leastNorm = flatShare * deviation * Math.sqrt(length);
  const a = windowsOf(values, mean, length, leastNorm);
  const b = apart > 0 ? a : windowsOf(reference, mean, length, leastNorm);
  const best = new Float64Array(a.count).fill(-2);
  for (let shift = -(b.count - 1); shift < a.count; shift++) {
    if (apart > 0 && Math.abs(shift) < apart) continue;
    // Window i of the values against window i − shift of the reference.
    const from = Math.max(0, shift);
    const to = Math.min(a.count, b.count + shift);
    let covariance = 0;
    for (let k = 0; k < length; k++)
      covariance += (a.filled[from + k]! - a.mean[from]!) * (b.filled[from - shift + k]! - b.mean[from - shift]!);
    for (let i = from, j = from - shift; i < to; i++, j++) {
      if (i > from) covariance += a.half[i]! * b.twice[j]! + b.half[j]! * a.twice[i]!;
      // NaN for windows that cannot be compared: never the larger one.
      const correlation = covariance * a.perNorm[i]! * b.perNorm[j]!;
      if (correlation > best[i]!) best[i] = correlation;
    }
  }
  const flat = b.perNorm.includes(0);
  const some = b.perNorm.some((x) => x > 0);
  const profile = new Float64Array(values.length).fill(Number.NaN);
  for (let i = 0; i < a.count; i++) {
    if (Number.isNaN(a.perNorm[i]!) || best[i] === -2) continue;
    const correlation = a.perNorm[i] === 0 ? (flat ? 1 : 0.5) : some ? Math.max(best[i]!, flat ? 0.5 : -1) : 0.5;
    // The last digits depend on where the diagonal began.
    profile[i + length - 1] = Math.sqrt(Math.max(0, 2 * (Math.round(1e9 * (1 - correlation)) / 1e9)));
  }
  return profile;
}

interface Windows {
  /** Windows there are; window i begins at row i. */
  readonly count: number;
  /** [rows] less the mean of the reference, so that no digits are lost to a high level; zeros for NaN. */
  readonly filled: Float64Array;
  readonly mean: Float64Array;
  /** One over the root of the summed squares around the mean; 0 where the window is flat, NaN where it holds a NaN. */
  readonly perNorm: Float64Array;
  /** Half the difference, and the summed distances from their means, of the value that comes and the value that goes. */
  readonly half: Float64Array;
  readonly twice: Float64Array;
}

function windowsOf(values: Float64Array, level: number, length: number, leastNorm: number): Windows {
  const count = Math.max(0, values.length - length + 1);
  const filled = values.map((value) => (Number.isFinite(value) ? value - level : 0));
  const mean = new Float64Array(count);
  const perNorm = new Float64Array(count);
  const half = new Float64Array(count);
  const twice = new Float64Array(count);
  let lastHole = -1;
  for (let k = 0; k < length - 1 && k < values.length; k++) if (!Number.isFinite(values[k]!)) lastHole = k;
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(values[i + length - 1]!)) lastHole = i + length - 1;
    let sum = 0;
    for (let k = i; k < i + length; k++) sum += filled[k]!;
    mean[i] = sum / length;
    let squares = 0;
    for (let k = i; k < i + length; k++) squares += (filled[k]! - mean[i]!) ** 2;
    const norm = Math.sqrt(squares);
    perNorm[i] = lastHole >= i ? Number.NaN : norm <= leastNorm ? 0 : 1 / norm;
    if (i === 0) continue;
    const comes = filled[i + length - 1]!;
    const goes = filled[i - 1]!;
    half[i] = (comes - goes) / 2;
    twice[i] = comes - mean[i]! + (goes - mean[i - 1]!);
  }
  return { count, filled, mean, perNorm, half, twice };
}

function meanAndDeviation(values: Float64Array): { mean: number; deviation: number } {
  const known = values.filter(Number.isFinite);
  const mean = known.reduce((sum, v) => sum + v, 0) / Math.max(1, known.length);
  return { mean, deviation: Math.sqrt(known.reduce((sum, v) => sum + (v - mean) ** 2, 0) / Math.max(1, known.length)) };
}
