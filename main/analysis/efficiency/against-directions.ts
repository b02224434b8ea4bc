import type { Frame } from "#shared/domain/frame.ts";
import type { Directions } from "../models/boosted-trees.ts";
import type { AnyFamily } from "../models/registry.ts";

// Rows from which an input is moved, and places along its range it is moved to: between two of them a curve hardly turns twice.
const rowsTried = 60;
const placesTried = 30;

/**
 * The inputs over which an expectation goes against what is known of them, somewhere in the range of the frame.
 * @param frame inputs of training, the target may be among them.
 */
export function againstDirections(family: AnyFamily, state: unknown, frame: Frame, directions: Directions): string[] {
  return Object.entries(directions).flatMap(([tag, direction]) => {
    const own = frame.columns.find((column) => column.tag === tag)?.values.filter(Number.isFinite);
    if (!own || own.length === 0) return [];
    const low = own.reduce((a, b) => Math.min(a, b));
    const high = own.reduce((a, b) => Math.max(a, b));
    const count = Math.min(rowsTried, frame.time.length);
    const rowOf = (k: number): number => Math.floor((Math.floor(k / placesTried) * frame.time.length) / count);
    const placeOf = (k: number): number => low + ((k % placesTried) * (high - low)) / (placesTried - 1);
    const size = count * placesTried;
    const moved: Frame = {
      time: new Float64Array(size),
      columns: frame.columns.map((column) => ({
        ...column,
        values: Float64Array.from({ length: size }, (_, k) => (column.tag === tag ? placeOf(k) : column.values[rowOf(k)]!)),
      })),
    };
    const answer = family.score(state, moved);
    if (answer.kind !== "efficiency") throw new Error(`The family ${family.id} has no expectation.`);
    const { expected } = answer;
    const sign = direction === "rises" ? 1 : -1;
    // Sums of many numbers round differently from place to place.
    const tolerance = 1e-9 * expected.reduce((most, e) => Math.max(most, Number.isFinite(e) ? Math.abs(e) : 0), 0);
    for (let k = 1; k < size; k++) if (k % placesTried !== 0 && sign * (expected[k]! - expected[k - 1]!) < -tolerance) return [tag];
    return [];
  });
}
