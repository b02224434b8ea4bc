import type { WindowFunction } from "#shared/formula/windowed.ts";

/** Slow twin: every row looks through all rows. */
export function naiveWindowed(name: WindowFunction, time: Float64Array, values: Float64Array, spanMs: number): Float64Array {
  return values.map((own, row) => {
    if (Number.isNaN(own)) return Number.NaN;
    if (name === "lag") {
      const then = [...time.keys()].filter((i) => time[i]! <= time[row]! - spanMs && !Number.isNaN(values[i]!)).at(-1);
      return then === undefined || time[row]! - spanMs - time[then]! > spanMs / 2 ? Number.NaN : values[then]!;
    }
    const inside = [...time.keys()].filter((i) => time[i]! > time[row]! - spanMs && i <= row && !Number.isNaN(values[i]!));
    const times = inside.map((i) => time[i]!);
    const holes = times.slice(1).map((at, k) => at - times[k]!);
    if (times.at(-1)! - times[0]! < spanMs / 2 || holes.some((hole) => hole > spanMs / 2)) return Number.NaN;
    const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
    const y = inside.map((i) => values[i]!);
    if (name === "mean") return mean(y);
    if (name === "std") return Math.sqrt(y.reduce((sum, x) => sum + (x - mean(y)) ** 2, 0) / (y.length - 1));
    const t = times.map((at) => (at - times[0]!) / 3_600_000);
    const up = t.reduce((sum, x, k) => sum + (x - mean(t)) * (y[k]! - mean(y)), 0);
    return up / t.reduce((sum, x) => sum + (x - mean(t)) ** 2, 0);
  });
}
