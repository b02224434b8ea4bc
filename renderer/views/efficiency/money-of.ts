import type { ValueInput } from "#shared/domain/efficiency.ts";
import { formatNumber } from "#shared/units/format-number.ts";

/** An amount in money at the price that was typed, with its currency; undefined where none was or the amount is missing. */
export function moneyOf(amount: number, price: ValueInput | null, sign = false): string | undefined {
  if (!price || !Number.isFinite(amount)) return undefined;
  return `${formatNumber(amount * price.pricePerUnit, { significant: 3, sign })} ${price.currency}`;
}
