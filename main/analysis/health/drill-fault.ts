import { normalQuantile } from "../signal/normal-quantile.ts";
import { random } from "../signal/random.ts";
import type { Drill } from "./drill-plan.ts";

/**
 * The values of a tag with the fault in them.
 * @param values [rows of the log] untouched; a missing value stays missing. @param sigma robust standard deviation of the tag, in its unit.
 * @returns [to − from] from the drill's first row on.
 */
export function faultyValues(drill: Drill, values: Float64Array, sigma: number): Float64Array {
  const { fault, size, from, to, donor } = drill;
  const chance = random(drill.seed);
  const length = to - from;
  const held = values.subarray(from, to).find((v) => !Number.isNaN(v)) ?? Number.NaN;
  return values.slice(from, to).map((value, i) => {
    const gone = (i + 1) / length;
    if (fault === "drift") return value + size * sigma * gone;
    if (fault === "step") return value + size * sigma;
    if (fault === "degradation") return value + size * sigma * gone ** 2;
    // Strictly inside of 0 and 1.
    if (fault === "noise") return value + size * sigma * normalQuantile((1 + chance() * 4294967295) / 4294967297);
    const instead = fault === "stuck" ? held : values[donor + i]!;
    return Number.isNaN(value) ? value : instead;
  });
}
