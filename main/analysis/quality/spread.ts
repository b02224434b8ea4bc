import { sortedQuantile } from "../signal/quantile.ts";

/** Where the values of a tag usually lie, and how finely they are told apart. */
export interface Spread {
  /** Quantiles 1, 50 and 99 %. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Different values among the samples looked at. */
  readonly levels: number;
  /** The step all values are whole multiples of apart; NaN where there is none to be seen. */
  readonly resolution: number;
}

const fewestRepeats = 4; // samples per level: where every value is new, the smallest step says nothing of the instrument
const rounding = 1e-3; // share of a step that decimal numbers in binary, and converted units, may miss it by

/** @param ascending [samples] numbers in ascending order, at least one. */
export function spread(ascending: Float64Array): Spread {
  const levels = different(ascending);
  return {
    low: sortedQuantile(ascending, 0.01),
    median: sortedQuantile(ascending, 0.5),
    high: sortedQuantile(ascending, 0.99),
    levels: levels.length,
    resolution: levels.length >= 3 && ascending.length >= fewestRepeats * levels.length ? commonStep(levels) : Number.NaN,
  };
}

function different(ascending: Float64Array): Float64Array {
  let count = 0;
  const found = new Float64Array(ascending.length);
  for (let i = 0; i < ascending.length; i++) if (i === 0 || ascending[i] !== ascending[i - 1]) found[count++] = ascending[i]!;
  return found.subarray(0, count);
}

/** The smallest step between neighbours, where all other steps are whole multiples of it. */
function commonStep(levels: Float64Array): number {
  let step = Number.POSITIVE_INFINITY;
  for (let i = 1; i < levels.length; i++) step = Math.min(step, levels[i]! - levels[i - 1]!);
  for (let i = 1; i < levels.length; i++) {
    const times = (levels[i]! - levels[i - 1]!) / step;
    if (Math.abs(times - Math.round(times)) > rounding * Math.max(1, times)) return Number.NaN;
  }
  return step;
}
