/** Peaks and dips with their distance from the median of the seven samples about them, one window sorted after the other; zero ones are left out. */
export function naiveDeviations(values: Float64Array): { row: number; deviation: number }[] {
  const found: { row: number; deviation: number }[] = [];
  for (let row = 3; row < values.length - 3; row++) {
    const v = values[row]!;
    const before = values[row - 1]!;
    const after = values[row + 1]!;
    const isPeak = v > before && v >= after;
    const isDip = v < before && v <= after;
    if (!isPeak && !isDip) continue;
    const median = [...values.slice(row - 3, row + 4)].sort((a, b) => a - b)[3]!;
    const deviation = Math.abs(v - median);
    if (deviation > 0) found.push({ row, deviation });
  }
  return found;
}
