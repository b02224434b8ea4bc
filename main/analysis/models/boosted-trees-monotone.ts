import { missingBin } from "./boosted-trees-bins.ts";
import type { GrowParams, Split } from "./boosted-trees-grow.ts";
import { binsPerInput } from "./boosted-trees-space.ts";

/** Between which values the leaves below a node have to stay, so that a direction holds across the whole tree. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export const unbounded: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

export const within = ({ low, high }: Bounds, value: number): number => (value < low ? low : value > high ? high : value);

/** A split that says what its sides are worth. */
interface ValuedSplit extends Split {
  /** Within the bounds of the node. */
  readonly valueLeft: number;
  readonly valueRight: number;
}

/**
 * Bounds of the two children: where a direction is known of the input, the middle of their values parts them, and nothing further down
 * can lead past it (Auguste, Malory, Smirnov, "A better method to enforce monotonic constraints in regression and classification
 * trees", 2020, the basic method).
 */
export function boundsBelow(bounds: Bounds, direction: number, split: Split | ValuedSplit): [Bounds, Bounds] {
  if (direction === 0 || !("valueLeft" in split)) return [bounds, bounds];
  return parted(bounds, direction, split.valueLeft, split.valueRight);
}

/** As `boundsBelow`, from the values themselves; values in the wrong order meet in their middle. */
export function parted(bounds: Bounds, direction: number, left: number, right: number): [Bounds, Bounds] {
  const middle = (left + right) / 2;
  const below = { low: bounds.low, high: middle };
  const above = { low: middle, high: bounds.high };
  return direction > 0 ? [below, above] : [above, below];
}

/** As the split without directions, but a side is worth what its value, held within the bounds, takes off the squared error. */
export function bestMonotoneSplit(
  histogram: Float64Array,
  inputs: number,
  unit: number,
  { leafRows, shrinkage }: GrowParams,
  directions: ArrayLike<number>,
  bounds: Bounds,
): ValuedSplit | undefined {
  const perUnit = 1 / unit;
  const { low, high } = bounds;
  let best: ValuedSplit | undefined;
  let total = 0;
  for (let b = 0; b < binsPerInput; b++) total += histogram[b]!;
  const allSum = Math.floor(total * perUnit);
  const all = total - allSum * unit;
  const alone = worth(allSum, all + shrinkage, within(bounds, allSum / (all + shrinkage)));
  // A gain must be above the error of its own arithmetic.
  let bestGain = Math.max(Math.abs(alone), (allSum * allSum) / (all + shrinkage)) * 1e-12;
  for (let j = 0; j < inputs; j++) {
    const base = j * binsPerInput;
    const direction = directions[j] ?? 0;
    const missing = histogram[base + missingBin]!;
    const sides = missing === 0 ? 1 : 2;
    for (let side = 0; side < sides; side++) {
      let below = side === 0 ? 0 : missing;
      for (let b = 0; b < missingBin; b++) {
        const here = histogram[base + b]!;
        if (here === 0) continue;
        below += here;
        const sumLeft = Math.floor(below * perUnit);
        const left = below - sumLeft * unit;
        if (left < leafRows) continue;
        const right = all - left;
        if (right < leafRows) break;
        const sumRight = allSum - sumLeft;
        const freeLeft = sumLeft / (left + shrinkage);
        const freeRight = sumRight / (right + shrinkage);
        const valueLeft = freeLeft < low ? low : freeLeft > high ? high : freeLeft;
        const valueRight = freeRight < low ? low : freeRight > high ? high : freeRight;
        if (direction * (valueRight - valueLeft) < 0) continue;
        const gain = worth(sumLeft, left + shrinkage, valueLeft) + worth(sumRight, right + shrinkage, valueRight) - alone;
        if (gain > bestGain) {
          bestGain = gain;
          best = { gain, feature: j, bin: b, missingLeft: sides === 1 ? left > right : side === 1, valueLeft, valueRight };
        }
      }
    }
  }
  return best;
}

/** By how much a value lowers the squared error of rows with that sum; at sum / weight it is sum² / weight. */
const worth = (sum: number, weight: number, value: number): number => (2 * sum - weight * value) * value;
