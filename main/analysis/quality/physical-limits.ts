import { dimensionKey } from "#shared/units/dimension.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";

/** What no healthy instrument with this unit reads, in that unit; infinite where there is no such limit. */
export interface PhysicalLimits {
  readonly low: number;
  readonly high: number;
  /** How far an instrument at the very limit may read beyond it. */
  readonly slack: number;
}

/** Samples beyond physical limits. */
export interface Beyond {
  readonly count: number;
  /** The one farthest out. */
  readonly worst: number;
  readonly from: number;
  readonly to: number;
}

const percentSlack = 1; // % of the span: a common accuracy class of plant instruments (IEC 60770-1 leaves it to the maker's data sheet)

/**
 * Limits that follow from the unit alone: nothing is colder than absolute zero, shares of a whole lie between 0 and 100 %, and what
 * is counted per second, or the pH, is not negative. Undefined where the unit says nothing.
 */
export function physicalLimits(unit: string): PhysicalLimits | undefined {
  const text = unit.trim();
  if (/^ph$/i.test(text)) return { low: 0, high: 14, slack: 0.5 };
  if (text === "") return undefined;
  const known = parseUnit(text);
  if (!known.known) return undefined;
  if (known.symbol === "%") return { low: 0, high: 100, slack: percentSlack };
  switch (dimensionKey(known.dimension)) {
    case "K1":
      return { low: -known.offset / known.factor, high: Number.POSITIVE_INFINITY, slack: 0 };
    case "cycle1 s-1":
      return { low: 0, high: Number.POSITIVE_INFINITY, slack: 0.01 / known.factor };
    default:
      return undefined;
  }
}
