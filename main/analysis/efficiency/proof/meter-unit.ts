import type { MeterKind } from "#shared/domain/measure.ts";
import { sameDimension } from "#shared/units/convert.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";

/** Unit of the energy a meter's readings are in: `kWh` for a power in kW, `m3` for a rate in m3/h, the tag's own for an amount. */
export function meterUnit(tagUnit: string, kind: MeterKind): string {
  if (kind !== "power") return tagUnit;
  const { symbol } = parseUnit(tagUnit);
  if (symbol.endsWith("/h")) return symbol.slice(0, -2);
  if (sameDimension(tagUnit, "kW") && parseUnit(`${symbol}h`).known) return `${symbol}h`;
  return symbol === "" ? "h" : `${symbol}·h`;
}
