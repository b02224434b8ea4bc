/**
 * How much more (or less) a long total of these values varies than one of independent values: long-run variance by variance, after Newey
 * & West, Econometrica 55 (1987) 703, with the number of lags chosen from the data (Review of Economic Studies 61 (1994) 631). Fed with
 * what a memory leaves over, as Andrews & Monahan, Econometrica 60 (1992) 953.
 * @param values [n] without NaN, about zero. @returns > 0; 1 for fewer than 10 values.
 */
export function longRunShare(values: Float64Array): number {
  const n = values.length;
  const product = (lag: number): number => {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += values[i]! * values[i - lag]!;
    return sum / n;
  };
  const variance = product(0);
  if (n < 10 || !(variance > 0)) return 1;
  const first = Math.floor(4 * (n / 100) ** (2 / 9));
  let [s0, s1] = [variance, 0];
  for (let k = 1; k <= first; k++) {
    const c = product(k);
    s0 += 2 * c;
    s1 += 2 * k * c;
  }
  const lags = Math.min(Math.floor(n / 4), Math.floor(1.1447 * ((s1 / s0) ** 2 * n) ** (1 / 3)));
  let share = 1;
  for (let k = 1; k <= lags; k++) share += 2 * (1 - k / (lags + 1)) * (product(k) / variance);
  return share;
}
