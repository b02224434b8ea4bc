/** Rows that follow each other without a gap; `to` does not belong to it. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows split wherever two neighbours are further apart than the gap.
 * @param time [rows] ms, ascending. @param gapMs the longest distance within a run, ms.
 */
export function runs(time: Float64Array, gapMs: number): RowRange[] {
  const found: RowRange[] = [];
  let from = 0;
  for (let i = 1; i <= time.length; i++) {
    if (i < time.length && time[i]! - time[i - 1]! <= gapMs) continue;
    if (i > from) found.push({ from, to: i });
    from = i;
  }
  return found;
}
