/** Time that the rows of a log cover, ms: the distances between neighbours that are no gap, and one interval for the last row of each run. */
export function coveredMs(time: Float64Array, rows: Int32Array, { intervalMs, gapMs }: { intervalMs: number; gapMs: number }): number {
  let covered = rows.length === 0 ? 0 : intervalMs;
  for (let i = 1; i < rows.length; i++) {
    const distance = time[rows[i]!]! - time[rows[i - 1]!]!;
    covered += distance <= gapMs ? distance : intervalMs;
  }
  return covered;
}
