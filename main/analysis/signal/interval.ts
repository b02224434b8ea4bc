import { median } from "./median.ts";

/**
 * The usual distance between two rows, ms: the median, so that gaps do not stretch it.
 * @param time [rows] ms, ascending. @returns NaN for fewer than two rows.
 */
export function interval(time: Float64Array): number {
  // 100 000 distances tell the median of any log well enough; a log of millions of rows need not be sorted.
  const step = Math.max(1, Math.floor((time.length - 1) / 100_000));
  const count = Math.max(0, Math.floor((time.length - 1) / step));
  const distances = new Float64Array(count);
  for (let i = 0; i < count; i++) distances[i] = time[i * step + 1]! - time[i * step]!;
  return median(distances);
}
