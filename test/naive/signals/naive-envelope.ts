export interface NaiveColumn {
  time: number;
  min: number;
  max: number;
  first: number;
  last: number;
}

/** Min, max, first and last per stretch of `widthMs`, the slow way: the samples of each stretch are gathered, then looked through. */
export function naiveEnvelope(time: Float64Array, values: Float64Array, widthMs: number): NaiveColumn[] {
  const stretches = new Map<number, { t: number; v: number }[]>();
  time.forEach((t, k) => {
    const v = values[k]!;
    if (Number.isNaN(v)) return;
    const key = Math.floor(t / widthMs);
    const inside = stretches.get(key);
    if (inside) inside.push({ t, v });
    else stretches.set(key, [{ t, v }]);
  });
  return [...stretches.values()].map((inside) => {
    const all = inside.map(({ v }) => v);
    return {
      time: inside[0]!.t,
      min: all.reduce((a, b) => Math.min(a, b)),
      max: all.reduce((a, b) => Math.max(a, b)),
      first: all[0]!,
      last: all.at(-1)!,
    };
  });
}
