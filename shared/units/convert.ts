import { dimensionKey } from "./dimension.ts";
import { parseUnit } from "./parse-unit.ts";
import type { Unit } from "./unit.ts";

/** value in `to` = value in `from` · scale + shift. */
export interface Conversion {
  readonly scale: number;
  readonly shift: number;
}

const asUnit = (unit: Unit | string): Unit => (typeof unit === "string" ? parseUnit(unit) : unit);

export const sameDimension = (a: Unit | string, b: Unit | string): boolean =>
  dimensionKey(asUnit(a).dimension) === dimensionKey(asUnit(b).dimension);

/** How to come from one unit to another; undefined where the dimensions differ. */
export function conversion(from: Unit | string, to: Unit | string): Conversion | undefined {
  const source = asUnit(from);
  const target = asUnit(to);
  if (!sameDimension(source, target)) return undefined;
  return { scale: source.factor / target.factor, shift: (source.offset - target.offset) / target.factor };
}

/** How a difference of two values converts: 10 degC warmer is 18 degF warmer. Undefined where the dimensions differ. */
export function differenceConversion(from: Unit | string, to: Unit | string): Conversion | undefined {
  const found = conversion(from, to);
  return found && { scale: found.scale, shift: 0 };
}

/** One value in another unit; NaN stays NaN. Undefined where the dimensions differ. */
export function convert(value: number, from: Unit | string, to: Unit | string): number | undefined {
  const found = conversion(from, to);
  return found && value * found.scale + found.shift;
}
