import { combineDimensions, type Dimension, dimensionKey } from "./dimension.ts";
import { parseUnit } from "./parse-unit.ts";
import { pureNumber, type Unit } from "./unit.ts";

/** Names to look for when two units were multiplied, the preferred first. A product that is none of them keeps both names. */
const names = [
  [
    "",
    "%",
    "kWh/m3",
    "kWh/kg",
    "kWh/t",
    "kWh",
    "MWh",
    "Wh",
    "kW",
    "MW",
    "W",
    "GW",
    "J",
    "kJ",
    "MJ",
    "GJ",
    "kJ/kg",
    "MJ/kg",
    "kJ/kWh",
    "MJ/kWh",
  ],
  [
    "m3",
    "m3/h",
    "m3/s",
    "l",
    "l/s",
    "l/min",
    "kg",
    "t",
    "kg/h",
    "kg/s",
    "t/h",
    "kg/m3",
    "kg/kWh",
    "g/kWh",
    "m3/kWh",
    "MWh/t",
    "Wh/m3",
    "MWh/m3",
  ],
  [
    "Pa",
    "kPa",
    "bar",
    "mbar",
    "K",
    "s",
    "min",
    "h",
    "d",
    "m",
    "mm",
    "m2",
    "m/s",
    "mm/s",
    "N",
    "A",
    "V",
    "Hz",
    "rpm",
    "Nm3",
    "Nm3/h",
    "kWh/Nm3",
  ],
].flat();

const key = (factor: number, dimension: Dimension): string => `${factor.toPrecision(9)} ${dimensionKey(dimension)}`;
const byValue = new Map<string, Unit>();
for (const unit of names.map((name) => parseUnit(name))) {
  const at = key(unit.factor, unit.dimension);
  if (!byValue.has(at)) byValue.set(at, unit);
}

function named(factor: number, dimension: Dimension, known: boolean, symbol: string): Unit {
  return byValue.get(key(factor, dimension)) ?? { symbol, factor, offset: 0, dimension, known };
}

const grouped = (symbol: string): string => (/[/·]/.test(symbol) ? `(${symbol})` : symbol);
const joined = (a: string, b: string): string => [a, b].filter((s) => s !== "").join("·");

/** Unit of a product. Offsets are dropped: a product of degC is one of kelvins, which the caller should have said. */
export function multiplyUnits(a: Unit, b: Unit): Unit {
  if (b === pureNumber) return difference(a);
  if (a === pureNumber) return difference(b);
  const symbol = joined(a.symbol.includes("/") ? `(${a.symbol})` : a.symbol, b.symbol.includes("/") ? `(${b.symbol})` : b.symbol);
  return named(a.factor * b.factor, combineDimensions(a.dimension, b.dimension, 1), a.known && b.known, symbol);
}

export function divideUnits(a: Unit, b: Unit): Unit {
  if (b === pureNumber) return difference(a);
  const symbol = `${a.symbol.includes("/") ? `(${a.symbol})` : a.symbol || "1"}/${grouped(b.symbol)}`;
  return named(a.factor / b.factor, combineDimensions(a.dimension, b.dimension, -1), a.known && b.known, symbol);
}

export function raiseUnit(a: Unit, exponent: number): Unit {
  if (exponent === 1) return difference(a);
  return named(
    a.factor ** exponent,
    combineDimensions({}, a.dimension, exponent),
    a.known,
    a.symbol === "" ? "" : `${grouped(a.symbol)}^${exponent}`,
  );
}

/** Unit of the difference of two values: kelvin for degC, bar for barg, the unit itself elsewhere. */
export function difference(a: Unit): Unit {
  if (a.offset === 0) return a;
  const symbol = { degC: "K", degF: "degF diff", barg: "bar", mbarg: "mbar", kPag: "kPa", MPag: "MPa", psig: "psi" }[a.symbol];
  return { ...a, offset: 0, symbol: symbol ?? a.symbol };
}
