import { cycleLength } from "../signal/cycle-length.ts";
import { matrixProfile } from "../signal/matrix-profile.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import type { RowRange } from "../signal/runs.ts";

/** The shapes that a cyclic tag had in the reference. */
export interface CycleShapes {
  /** Rows of the shape that is compared: half a cycle; 0 where the tag is not cyclic. */
  readonly window: number;
  /** [rows] a stretch of the reference. */
  readonly stretch: Float64Array;
  /** Ninety-nine of a hundred reference rows have their squared distance below. */
  readonly scale: number;
}

export const noShapes: CycleShapes = { window: 0, stretch: new Float64Array(), scale: 0 };

const mostRows = 4096; // of the stretch: a million rows are compared with it in seconds
const leastScale = 0.01; // shapes that correlate by 0.995 are the same
const scaleShare = 0.99;

/**
 * Shapes of the longest run of a tag, where it is cyclic. The distance that is usual among them is that of windows for which the same part of another cycle is there to
 * be found; windows that overlap by half are no other cycle.
 */
export function learnShapes(runs: readonly Float64Array[]): CycleShapes {
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), new Float64Array());
  const stretch = longest.slice(0, mostRows);
  const cycle = cycleLength(stretch);
  if (cycle === undefined) return noShapes;
  const window = Math.ceil(cycle / 2);
  const distances = matrixProfile(stretch, stretch, window, window);
  const matched = distances.filter((distance, i) => !Number.isNaN(distance) && (i + cycle < stretch.length || i - cycle - window + 1 >= 0));
  if (matched.length === 0) return noShapes;
  const squares = sorted(matched.map((d) => d * d));
  return { window, stretch, scale: Math.max(leastScale, sortedQuantile(squares, scaleShare)) };
}

/** [rows] distance of the shape that ends at each row from the nearest shape of the reference; NaN where none ends. @param runs no shape reaches over their ends. */
export function shapeDistances({ window, stretch }: CycleShapes, values: Float64Array, runs: readonly RowRange[]): Float64Array {
  const distances = new Float64Array(values.length).fill(Number.NaN);
  for (const { from, to } of runs) distances.set(matrixProfile(values.subarray(from, to), stretch, window), from);
  return distances;
}
