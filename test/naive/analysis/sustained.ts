/** For every row, the least score between it and the last row that is at least the on-delay older, if no gap lies between. */
export function naiveSustained(time: readonly number[], score: readonly number[], onDelayMs: number, gapMs: number): number[] {
  return time.map((t, i) => {
    let least = score[i]!;
    for (let k = i; ; k--) {
      least = Math.min(least, score[k]!);
      if (t - time[k]! >= onDelayMs) return least;
      if (k === 0 || time[k]! - time[k - 1]! > gapMs) return Number.NaN;
    }
  });
}
