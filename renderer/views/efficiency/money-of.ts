import type { ValueInput } from "#shared/domain/efficiency.ts";
import { formatNumber } from "#shared/units/format-number.ts";

// Above this nobody counts cents.
const centsBelow = 10;

/** An amount in money at the price that was typed, with its currency; undefined where none was or the amount is missing. */
export function moneyOf(amount: number, price: ValueInput | null, sign = false): string | undefined {
  if (!price || !Number.isFinite(amount)) return undefined;
  const money = amount * price.pricePerUnit;
  return `${formatNumber(money, { decimals: Math.abs(money) < centsBelow ? 2 : 0, sign })} ${price.currency}`;
}
