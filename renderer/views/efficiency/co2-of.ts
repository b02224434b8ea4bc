import type { ValueInput } from "#shared/domain/efficiency.ts";
import { formatNumber } from "#shared/units/format-number.ts";

/** An amount in CO2 by the factor that was typed; undefined where none was or the amount is missing. */
export function co2Of(amount: number, price: ValueInput | null, sign = false): string | undefined {
  if (!price?.co2 || !Number.isFinite(amount)) return undefined;
  return `${formatNumber(amount * price.co2.kgPerUnit, { significant: 3, sign })} kg CO2`;
}
