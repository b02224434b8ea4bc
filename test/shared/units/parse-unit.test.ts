import { expect, test } from "vitest";
import { parseUnit } from "#shared/units/parse-unit.ts";
import { unitTable } from "#shared/units/unit-table.ts";

test.each([
  ["m³/h", "m3/h"],
  ["m^3/h", "m3/h"],
  ["[m3/h]", "m3/h"],
  ["CMH", "m3/h"],
  ["°C", "degC"],
  ["℃", "degC"],
  ["deg C", "degC"],
  ["KWH", "kWh"],
  ["kWh/m³", "kWh/m3"],
  ["l/min", "l/min"],
  ["L/min", "l/min"],
  ["μm", "µm"],
  ["um", "µm"],
  ["mm/s RMS", "mm/s"],
  ["cmHg", "cmHg"],
  ["kJ/(kg K)", "kJ/(kg·K)"],
  ["W/m²K", "W/(m2·K)"],
  ["N·m", "Nm"],
  ["r/min", "rpm"],
  ["-", ""],
  ["g", "gn"],
])("%s is read as %s", (text, symbol) => {
  expect(parseUnit(text).symbol).toBe(symbol);
  expect(parseUnit(text).known).toBe(true);
});

test("the SI case is respected: a milliwatt is not a megawatt", () => {
  expect(parseUnit("mW").factor).toBe(1e-3);
  expect(parseUnit("MW").factor).toBe(1e6);
});

test("min is a minute, not a milli-inch", () => expect(parseUnit("min").factor).toBe(60));

test("grams inside a compound are grams, alone they are an acceleration", () => {
  expect(parseUnit("g/kWh").factor).toBeCloseTo(1e-3 / 3.6e6, 20);
  expect(parseUnit("g").dimension).toEqual({ m: 1, s: -2 });
});

test("an unknown unit keeps its text and equals only itself", () => {
  const unit = parseUnit("NTU");
  expect(unit).toMatchObject({ symbol: "NTU", known: false });
  expect(unit.dimension).toEqual(parseUnit("NTU").dimension);
  expect(unit.dimension).not.toEqual(parseUnit("FNU").dimension);
});

test("an unknown part makes a compound unknown without hiding its known part", () => {
  expect(parseUnit("EUR/kWh")).toMatchObject({ known: false, dimension: { "?EUR": 1 } });
});

test("free text with blanks is one opaque unit", () => expect(parseUnit("see note 3").dimension).toEqual({ "?see note 3": 1 }));

test("no text of the table stands for two units", () => {
  const texts = unitTable.flatMap((row) => [row.symbol, ...(row.aliases ?? [])]);
  expect(new Set(texts).size).toBe(texts.length);
});

test("every symbol the parser gives out is read back as the same unit", () => {
  for (const row of unitTable) expect(parseUnit(parseUnit(row.symbol).symbol)).toEqual(parseUnit(row.symbol));
});
