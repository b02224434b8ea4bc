const day = 86_400_000;

/** Rows learned from and rows predicted unseen. */
export interface Fold {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/**
 * Cuts rows into stretches, each left out once. In time order a day to either side of the stretch is left out as well (less where the
 * whole is short): what was half a day before or behind tells too much of it (de Prado, Advances in Financial Machine Learning, 7.4).
 * @param time [rows] ms, ascending. @param inOrder false where the order of the rows means nothing: then no embargo is kept.
 */
export function blockFolds(time: Float64Array, count: number, inOrder: boolean): Fold[] {
  const n = time.length;
  const span = n > 0 ? time[n - 1]! - time[0]! : 0;
  const embargo = inOrder ? Math.min(day, span / (8 * count)) : 0;
  return Array.from({ length: count }, (_, k) => {
    const from = Math.floor((k * n) / count);
    const to = Math.floor(((k + 1) * n) / count);
    const first = time[from]! - embargo;
    const last = time[to - 1]! + embargo;
    const train: number[] = [];
    for (let i = 0; i < n; i++) if (i < from ? !inOrder || time[i]! < first : i >= to && (!inOrder || time[i]! > last)) train.push(i);
    return { train: Int32Array.from(train), test: Int32Array.from({ length: to - from }, (_, i) => from + i) };
  });
}
