/**
 * The value below which that share of the numbers lies, interpolated between neighbours (type 7 of
 * Hyndman & Fan, The American Statistician 50 (1996) 361–365).
 * @param values any order; NaN are left out. @param share 0 … 1.
 * @returns NaN where there is no number.
 */
export function quantile(values: Float64Array, share: number): number {
  return sortedQuantile(sorted(values), share);
}

/** The numbers in ascending order, without the NaN. */
export function sorted(values: Float64Array): Float64Array {
  return values.filter((v) => !Number.isNaN(v)).sort();
}

/** As `quantile`, of numbers already in ascending order. */
export function sortedQuantile(ascending: Float64Array, share: number): number {
  if (ascending.length === 0) return Number.NaN;
  const position = (ascending.length - 1) * share;
  const below = Math.floor(position);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (high - low) * (position - below);
}
