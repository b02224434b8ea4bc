const fewestRows = 8; // of a cycle that has a shape
const fewestCycles = 2; // in the record
const enoughCycles = 4; // so that it is a cycle and no accident; of fewer more is asked
const leastCorrelation = 0.4; // with what was there a cycle before
const leastOfFew = 0.8;
const mostRows = 8192; // looked at

/**
 * Length of the cycle that a signal repeats, in rows: the lag at which the autocorrelation, after it has fallen below zero, is highest; undefined where it does not
 * reach 0.4 there (0.8 where the record holds fewer than four cycles), or where it holds fewer than two. Of lags nearly as good the shortest is the cycle, the others its multiples.
 * @param values [rows] NaN are passed over; of a long record the first 8,192 rows are looked at.
 */
export function cycleLength(values: Float64Array): number | undefined {
  const some = values.subarray(0, mostRows);
  const known = some.filter(Number.isFinite);
  if (known.length < fewestCycles * fewestRows) return undefined;
  const mean = known.reduce((sum, v) => sum + v, 0) / known.length;
  const centred = some.map((v) => (Number.isFinite(v) ? v - mean : 0));
  const longest = Math.floor(some.length / fewestCycles);
  const correlations = new Float64Array(longest + 2);
  for (let lag = 0; lag < correlations.length; lag++) {
    let product = 0;
    let before = 0;
    let after = 0;
    for (let i = lag; i < centred.length; i++) {
      product += centred[i]! * centred[i - lag]!;
      before += centred[i - lag]! ** 2;
      after += centred[i]! ** 2;
    }
    correlations[lag] = product / Math.sqrt(before * after);
  }
  const fallen = correlations.findIndex((c) => c < 0);
  if (fallen < 0) return undefined;
  const peaks: number[] = [];
  for (let lag = Math.max(fallen + 1, fewestRows); lag <= longest; lag++)
    if (correlations[lag]! > correlations[lag - 1]! && correlations[lag]! >= correlations[lag + 1]!) peaks.push(lag);
  const sure = peaks.filter((lag) => correlations[lag]! >= (lag * enoughCycles <= some.length ? leastCorrelation : leastOfFew));
  const highest = Math.max(...sure.map((lag) => correlations[lag]!));
  return sure.find((lag) => correlations[lag]! >= 0.9 * highest);
}
