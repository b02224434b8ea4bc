import { formatQuantity } from "#shared/units/format-quantity.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";
import { difference } from "#shared/units/unit-algebra.ts";

export interface DifferenceWords {
  /** Without sign: `0.41 bar`; kelvin for a difference of °C. */
  readonly size: string;
  readonly signed: string;
  readonly below: boolean;
  readonly measured: string;
  readonly expected: string;
}

/** Measured against expected in words, with as many digits as it takes to tell the two apart. */
export function differenceWords(measured: number, expected: number, unit: string): DifferenceWords {
  const off = measured - expected;
  const unitOfDifference = difference(parseUnit(unit)).symbol;
  const magnitude = Math.max(Math.abs(measured), Math.abs(expected));
  const apart = off === 0 || magnitude === 0 ? 4 : Math.ceil(Math.log10(magnitude / Math.abs(off))) + 1;
  const significant = Math.min(6, Math.max(4, apart));
  return {
    size: formatQuantity(Math.abs(off), unitOfDifference, { significant: 2 }),
    signed: formatQuantity(off, unitOfDifference, { significant: 2, sign: true }),
    below: off < 0,
    measured: formatQuantity(measured, unit, { significant }),
    expected: formatQuantity(expected, unit, { significant }),
  };
}
