import type { Dimension } from "./dimension.ts";

/** One row of the table of units. value in SI = value · factor + offset. */
export interface UnitRow {
  readonly symbol: string;
  readonly factor: number;
  readonly dimension: Dimension;
  /** For scales whose zero is not nothing: °C, °F, pressure over atmosphere. */
  readonly offset?: number;
  /** Other spellings met in logs, exactly as written there. */
  readonly aliases?: readonly string[];
  /** SI prefixes that may stand before the symbol: `m` is milli and `M` is mega, never the other way round. */
  readonly prefixes?: string;
}

/** SI brochure, 9th edition, table 7; those a plant uses. */
export const prefixFactors: Readonly<Record<string, number>> = {
  n: 1e-9,
  µ: 1e-6,
  m: 1e-3,
  c: 1e-2,
  d: 1e-1,
  h: 1e2,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};

const number: Dimension = {};
const length: Dimension = { m: 1 };
const area: Dimension = { m: 2 };
const volume: Dimension = { m: 3 };
const mass: Dimension = { kg: 1 };
const time: Dimension = { s: 1 };
const temperature: Dimension = { K: 1 };
const force: Dimension = { m: 1, kg: 1, s: -2 };
const pressure: Dimension = { m: -1, kg: 1, s: -2 };
const energy: Dimension = { m: 2, kg: 1, s: -2 };
const power: Dimension = { m: 2, kg: 1, s: -3 };
const volumeFlow: Dimension = { m: 3, s: -1 };

const inch = 0.0254; // exact, international yard and pound agreement of 1959
const foot = 12 * inch;
const pound = 0.45359237; // exact, same agreement
const gravity = 9.80665; // m/s2, standard acceleration, CGPM 1901
const gallon = 3.785411784e-3; // US liquid gallon, 231 cubic inches
const atmosphere = 101_325; // Pa, exact, CGPM 1954
const mercury = 133.322387415; // Pa per mmHg, NIST SP 811 appendix B.8 (conventional)
const water = gravity; // Pa per mmH2O, conventional: 1000 kg/m3
const btu = 1055.05585262; // J, international table, NIST SP 811
const calorie = 4.1868; // J, international table, exact

/** Every unit the product knows by name. Factors without a comment are definitions (SI brochure; NIST SP 811 appendix B). */
export const unitTable: readonly UnitRow[] = [
  // pure numbers
  {
    symbol: "",
    factor: 1,
    dimension: number,
    aliases: ["1", "-", "--", "–", "none", "None", "n/a", "unitless", "ratio", "pu", "p.u.", "[-]"],
  },
  {
    symbol: "%",
    factor: 0.01,
    dimension: number,
    aliases: [
      "％",
      "percent",
      "Percent",
      "pct",
      "PCT",
      "Pct",
      "%RH",
      "% RH",
      "%rh",
      "RH%",
      "%r.F.",
      "%rF",
      "vol%",
      "Vol%",
      "vol.-%",
      "%vol",
    ],
  },
  { symbol: "‰", factor: 0.001, dimension: number, aliases: ["permille"] },
  { symbol: "ppm", factor: 1e-6, dimension: number, aliases: ["PPM"] },
  { symbol: "rad", factor: 1, dimension: number, prefixes: "mµ" },
  { symbol: "deg", factor: Math.PI / 180, dimension: number, aliases: ["°"] },
  // length, area, volume
  { symbol: "m", factor: 1, dimension: length, prefixes: "nµmcdk", aliases: ["meter", "metre", "meters", "metres", "米"] },
  { symbol: "in", factor: inch, dimension: length, aliases: ["inch", '"'] },
  { symbol: "ft", factor: foot, dimension: length, aliases: ["foot", "feet"] },
  { symbol: "mil", factor: inch / 1000, dimension: length, aliases: ["mils"] },
  { symbol: "mi", factor: 5280 * foot, dimension: length, aliases: ["mile", "miles"] },
  { symbol: "ha", factor: 1e4, dimension: area },
  { symbol: "l", factor: 1e-3, dimension: volume, prefixes: "µmcdh", aliases: ["L", "liter", "litre", "liters", "litres", "ltr", "升"] },
  { symbol: "mL", factor: 1e-6, dimension: volume },
  { symbol: "gal", factor: gallon, dimension: volume, aliases: ["US gal", "gallon", "gallons"] },
  { symbol: "bbl", factor: 42 * gallon, dimension: volume, aliases: ["barrel", "barrels"] },
  { symbol: "ft3", factor: foot ** 3, dimension: volume, aliases: ["cf", "cuft"] },
  // Normal and standard volumes are amounts of gas, so they never mix with volumes.
  { symbol: "Nm3", factor: 1, dimension: { Nm3: 1 }, aliases: ["Nm³", "nm3", "m3N", "Nm^3"] },
  { symbol: "Sm3", factor: 1, dimension: { Sm3: 1 }, aliases: ["Sm³", "sm3", "Sm^3"] },
  { symbol: "scf", factor: 1, dimension: { scf: 1 }, aliases: ["SCF"] },
  // mass
  { symbol: "kg", factor: 1, dimension: mass, aliases: ["KG", "Kg", "kgs", "千克"] },
  { symbol: "g", factor: 1e-3, dimension: mass, prefixes: "µm" },
  { symbol: "t", factor: 1e3, dimension: mass, prefixes: "kM", aliases: ["to", "ton", "tonne", "tonnes", "tons", "吨"] },
  { symbol: "lb", factor: pound, dimension: mass, aliases: ["lbs", "lbm"] },
  // time and frequency
  { symbol: "s", factor: 1, dimension: time, prefixes: "nµm", aliases: ["sec", "secs", "Sec", "second", "seconds", "秒"] },
  { symbol: "min", factor: 60, dimension: time, aliases: ["Min", "mins", "minute", "minutes", "分钟"] },
  { symbol: "h", factor: 3600, dimension: time, aliases: ["hr", "hrs", "Hr", "Std", "hour", "hours", "小时"] },
  { symbol: "d", factor: 86_400, dimension: time, aliases: ["day", "days", "天"] },
  { symbol: "a", factor: 8760 * 3600, dimension: time, aliases: ["yr", "year", "years", "年"] },
  // A cycle is not a radian: 1 Hz is not 1 rad/s, so the two do not convert silently.
  { symbol: "Hz", factor: 1, dimension: { cycle: 1, s: -1 }, prefixes: "mkMG", aliases: ["hz", "HZ", "CPS", "cps"] },
  {
    symbol: "rpm",
    factor: (2 * Math.PI) / 60,
    dimension: { s: -1 },
    aliases: ["RPM", "Rpm", "r/min", "rev/min", "1/min", "min-1", "min^-1", "min⁻¹", "U/min", "转/分", "tr/min"],
  },
  // temperature
  { symbol: "K", factor: 1, dimension: temperature, prefixes: "m", aliases: ["kelvin", "Kelvin", "degK"] },
  {
    symbol: "degC",
    factor: 1,
    offset: 273.15,
    dimension: temperature,
    aliases: [
      "°C",
      "℃",
      "ºC",
      "C",
      "deg C",
      "deg. C",
      "degc",
      "DEGC",
      "DegC",
      "Deg C",
      "degree C",
      "Celsius",
      "celsius",
      "° C",
      "Grad C",
      "摄氏度",
      "oC",
      "\uFFFDC",
      "Â°C",
    ],
  },
  {
    symbol: "degF",
    factor: 5 / 9,
    offset: 459.67 * (5 / 9),
    dimension: temperature,
    aliases: ["°F", "℉", "ºF", "F", "deg F", "degf", "DEGF", "DegF", "Deg F", "Fahrenheit", "fahrenheit"],
  },
  // force, torque, pressure
  { symbol: "N", factor: 1, dimension: force, prefixes: "mkM" },
  { symbol: "Nm", factor: 1, dimension: energy, aliases: ["N·m", "N*m", "N.m", "N m", "N-m"], prefixes: "kM" },
  { symbol: "Pa", factor: 1, dimension: pressure, prefixes: "mhkMG", aliases: ["pa", "PA", "帕"] },
  {
    symbol: "bar",
    factor: 1e5,
    dimension: pressure,
    prefixes: "m",
    aliases: ["Bar", "BAR", "bara", "bar(a)", "bar a", "bar abs", "barA", "巴"],
  },
  {
    symbol: "barg",
    factor: 1e5,
    offset: atmosphere,
    dimension: pressure,
    aliases: ["bar(g)", "bar g", "Barg", "BARG", "barG", "bar(G)", "barü", "bar(ü)"],
  },
  { symbol: "mbarg", factor: 1e2, offset: atmosphere, dimension: pressure, aliases: ["mbar(g)", "mbar g"] },
  { symbol: "kPag", factor: 1e3, offset: atmosphere, dimension: pressure, aliases: ["kPa(g)", "kPa g", "kPaG", "KPAG"] },
  { symbol: "MPag", factor: 1e6, offset: atmosphere, dimension: pressure, aliases: ["MPa(g)", "MPa g", "MPaG", "MPAG"] },
  { symbol: "psi", factor: (pound * gravity) / inch ** 2, dimension: pressure, aliases: ["PSI", "psia", "PSIA", "lbf/in2"] },
  { symbol: "psig", factor: (pound * gravity) / inch ** 2, offset: atmosphere, dimension: pressure, aliases: ["PSIG"] },
  { symbol: "atm", factor: atmosphere, dimension: pressure },
  { symbol: "mmHg", factor: mercury, dimension: pressure, aliases: ["mm Hg", "Torr", "torr"] },
  { symbol: "cmHg", factor: 10 * mercury, dimension: pressure, aliases: ["cm Hg", "cmhg"] },
  { symbol: "inHg", factor: 25.4 * mercury, dimension: pressure, aliases: ["in Hg", "inhg", '"Hg'] },
  { symbol: "mmH2O", factor: water, dimension: pressure, aliases: ["mmWC", "mmWS", "mm H2O", "mmwc"] },
  { symbol: "mH2O", factor: 1000 * water, dimension: pressure, aliases: ["mWC", "mWS", "m H2O", "mwc", "mCE"] },
  { symbol: "inH2O", factor: 25.4 * water, dimension: pressure, aliases: ["inWC", "in H2O", "inwc", '"WC', "iwg"] },
  { symbol: "kgf/cm2", factor: gravity * 1e4, dimension: pressure, aliases: ["kg/cm2", "kg/cm²", "kgf/cm²", "kg/cm^2"] },
  // energy and power
  { symbol: "J", factor: 1, dimension: energy, prefixes: "mkMGT" },
  { symbol: "Wh", factor: 3600, dimension: energy, prefixes: "kMGT", aliases: ["wh"] },
  { symbol: "cal", factor: calorie, dimension: energy, prefixes: "kMG" },
  { symbol: "BTU", factor: btu, dimension: energy, aliases: ["Btu", "btu"] },
  { symbol: "kBTU", factor: 1e3 * btu, dimension: energy, aliases: ["kBtu", "kbtu"] },
  { symbol: "MMBTU", factor: 1e6 * btu, dimension: energy, aliases: ["MMBtu", "mmBtu", "mmbtu"] },
  { symbol: "therm", factor: 1e5 * btu, dimension: energy, aliases: ["thm", "therms"] },
  { symbol: "W", factor: 1, dimension: power, prefixes: "µmkMGT", aliases: ["watt", "Watt", "watts", "瓦"] },
  { symbol: "VA", factor: 1, dimension: power, prefixes: "kM" },
  { symbol: "var", factor: 1, dimension: power, prefixes: "kM", aliases: ["VAr", "VAR"] },
  { symbol: "hp", factor: 550 * foot * pound * gravity, dimension: power, aliases: ["HP", "bhp", "BHP"] },
  { symbol: "PS", factor: 75 * gravity, dimension: power },
  { symbol: "TR", factor: (12_000 * btu) / 3600, dimension: power, aliases: ["RT", "USRT", "TOR", "tonR"] },
  // flow
  { symbol: "gpm", factor: gallon / 60, dimension: volumeFlow, aliases: ["GPM", "gal/min", "usgpm", "USGPM"] },
  { symbol: "cfm", factor: foot ** 3 / 60, dimension: volumeFlow, aliases: ["CFM", "ft3/min", "acfm", "ACFM"] },
  { symbol: "scfm", factor: 1 / 60, dimension: { scf: 1, s: -1 }, aliases: ["SCFM"] },
  // motion
  {
    symbol: "gn",
    factor: gravity,
    dimension: { m: 1, s: -2 },
    aliases: ["g's", "gRMS", "g-rms", "grms", "G's"],
  },
  // electricity and light
  { symbol: "A", factor: 1, dimension: { A: 1 }, prefixes: "nµmk", aliases: ["amp", "amps", "Amp", "Amps", "ampere", "Ampere", "安"] },
  {
    symbol: "V",
    factor: 1,
    dimension: { m: 2, kg: 1, s: -3, A: -1 },
    prefixes: "µmkM",
    aliases: ["volt", "Volt", "volts", "Volts", "VAC", "VDC", "伏"],
  },
  { symbol: "Ω", factor: 1, dimension: { m: 2, kg: 1, s: -3, A: -2 }, prefixes: "µmkMG", aliases: ["ohm", "Ohm", "ohms"] },
  { symbol: "S", factor: 1, dimension: { m: -2, kg: -1, s: 3, A: 2 }, prefixes: "nµm" },
  { symbol: "T", factor: 1, dimension: { kg: 1, s: -2, A: -1 }, prefixes: "nµm" },
  { symbol: "lm", factor: 1, dimension: { cd: 1 } },
  { symbol: "lx", factor: 1, dimension: { cd: 1, m: -2 }, aliases: ["lux", "Lux"] },
  // amount, viscosity
  { symbol: "mol", factor: 1, dimension: { mol: 1 }, prefixes: "µmk" },
  { symbol: "cP", factor: 1e-3, dimension: { m: -1, kg: 1, s: -1 } },
  { symbol: "cSt", factor: 1e-6, dimension: { m: 2, s: -1 }, aliases: ["CST", "cst"] },
];

/**
 * Whole texts of logs that mean something other than their parts would: checked before anything else. Upper-case
 * historians lose the SI case; only spellings with one sensible reading on a plant are listed (`MPA` is never millipascal).
 */
export const wholeTexts: Readonly<Record<string, string>> = {
  g: "gn", // an accelerometer's g; grams come as g/kWh, mg/l, kg
  KW: "kW",
  kw: "kW",
  Kw: "kW",
  KWH: "kWh",
  kwh: "kWh",
  KWh: "kWh",
  Kwh: "kWh",
  MWH: "MWh",
  Mwh: "MWh",
  KPA: "kPa",
  kpa: "kPa",
  KPa: "kPa",
  Kpa: "kPa",
  MPA: "MPa",
  Mpa: "MPa",
  hpa: "hPa",
  MBAR: "mbar",
  mBar: "mbar",
  MM: "mm",
  "MM/S": "mm/s",
  "mm/sec": "mm/s",
  "M3/H": "m3/h",
  "M3/h": "m3/h",
  CMH: "m3/h",
  cbm: "m3",
  CBM: "m3",
  LPM: "l/min",
  lpm: "l/min",
  "L/MIN": "l/min",
  "T/H": "t/h",
  TPH: "t/h",
  tph: "t/h",
  "KG/H": "kg/h",
  "KG/S": "kg/s",
  KV: "kV",
  KVA: "kVA",
  KHz: "kHz",
  KHZ: "kHz",
  MA: "mA", // the 4 … 20 mA loop
  KN: "kN",
  uS: "µS",
  "W/m2K": "W/(m2·K)",
  "W/m2.K": "W/(m2·K)",
  "kJ/kgK": "kJ/(kg·K)",
  "kJ/kg.K": "kJ/(kg·K)",
};
