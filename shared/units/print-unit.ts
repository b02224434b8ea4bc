import { parseUnit } from "./parse-unit.ts";

const special: Readonly<Record<string, string>> = { degC: "°C", degF: "°F", gn: "g", "degF diff": "°F" };

/** A unit as people read it, on screen and on paper: `m³/h`, `°C`, `kWh/m³`. */
export function printUnit(unit: string): string {
  const { symbol } = parseUnit(unit);
  return symbol
    .replace(/degF diff|[A-Za-z]+/g, (name) => special[name] ?? name)
    .replace(/(?<=[A-Za-zµΩ])(-?\d)(?![A-Za-z\d])/g, (_, digits: string) => [...digits].map((d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)] ?? "⁻").join(""))
    .replace(/\^(-?\d)(?!\d)/g, (_, digits: string) => [...digits].map((d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)] ?? "⁻").join(""));
}
