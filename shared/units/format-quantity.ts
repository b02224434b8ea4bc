import { formatNumber, type NumberFormat, noNumber } from "./format-number.ts";
import { printUnit } from "./print-unit.ts";

/** A number with its unit: `12.3 kWh/m³`, `0.8 %`. A missing number is a dash without a unit. */
export function formatQuantity(value: number | null | undefined, unit: string, format: NumberFormat = {}): string {
  const digits = formatNumber(value, format);
  const symbol = printUnit(unit);
  return digits === noNumber || symbol === "" ? digits : `${digits} ${symbol}`;
}
