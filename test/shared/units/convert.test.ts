import { expect, test } from "vitest";
import { conversion, convert, differenceConversion } from "#shared/units/convert.ts";

test.each([
  [25, "°C", "K", 298.15],
  [212, "degF", "degC", 100],
  [-40, "degF", "degC", -40],
  [1, "barg", "bar", 2.01325],
  [0, "bar", "barg", -1.01325],
  [760, "mmHg", "mbar", 1013.250144354],
  [1, "kWh", "MJ", 3.6],
  [60, "l/min", "m3/h", 3.6],
  [1, "psi", "kPa", 6.894757293168],
  [1, "hp", "W", 745.6998715822702],
  [1, "TR", "kW", 3.5168528],
  [95, "%", "", 0.95],
  [1, "gn", "m/s2", 9.80665],
])("%d %s is %s %d", (value, from, to, expected) => {
  expect(convert(value, from, to)).toBeCloseTo(expected, 6);
});

test("a difference of temperatures converts without the offset", () => {
  expect(differenceConversion("degC", "degF")?.scale).toBeCloseTo(9 / 5, 12);
  expect(differenceConversion("degC", "degF")?.shift).toBe(0);
});

test("units of different dimensions do not convert", () => {
  expect(conversion("bar", "degC")).toBeUndefined();
  expect(conversion("Nm3/h", "m3/h")).toBeUndefined();
  expect(conversion("Hz", "rpm")).toBeUndefined();
});

test("a missing value stays missing", () => expect(convert(Number.NaN, "bar", "kPa")).toBeNaN());
