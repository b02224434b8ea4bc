import type { TimeRange } from "#shared/domain/time-range.ts";

/** The stretches in which the conditions lay outside what the baseline has seen. `extrapolated`: 1, 0 or NaN a step. */
export function extrapolatedRanges(time: Float64Array, extrapolated: Float64Array, stepMs: number): TimeRange[] {
  const ranges: TimeRange[] = [];
  let open: { from: number; to: number } | null = null;
  for (let step = 0; step < time.length; step++) {
    if (extrapolated[step] !== 1) {
      open = null;
      continue;
    }
    const to = time[step]! + stepMs;
    if (open && time[step]! <= open.to) open.to = to;
    else {
      open = { from: time[step]!, to };
      ranges.push(open);
    }
  }
  return ranges;
}
