import { expect, test } from "vitest";
import { checkFormula } from "#shared/formula/check-formula.ts";

const tags = [
  { name: "P101.motor_power", unit: "kW" },
  { name: "P101.flow", unit: "m3/h" },
  { name: "P101.speed", unit: "rpm" },
  { name: "P101.discharge_pressure", unit: "bar" },
  { name: "P101.suction_pressure", unit: "kPa" },
  { name: "HX1.hot_in", unit: "degC" },
  { name: "HX1.hot_out", unit: "degF" },
  { name: "Volume Flow RateRMS", unit: "" },
  { name: "FT-101", unit: "l/min" },
  { name: "Turbidity", unit: "NTU" },
];
const check = (formula: string) => checkFormula(formula, tags);
const codes = (formula: string) => check(formula).findings.map((f) => f.code);

test.each([
  ["P101.motor_power / P101.flow", "kWh/m3", "kWh"],
  ["P101.motor_power", "kW", "kWh"],
  ["P101.motor_power / (P101.flow * 2)", "kWh/m3", "kWh"],
  ["(P101.discharge_pressure - P101.suction_pressure) / P101.flow * P101.flow", "bar", null],
  ["HX1.hot_in - HX1.hot_out", "K", null],
  ["HX1.hot_in - 5", "degC", null],
  ["(HX1.hot_in + HX1.hot_out) / 2", "degC", null],
  ["max(P101.discharge_pressure, P101.suction_pressure)", "bar", null],
  ["sqrt(P101.discharge_pressure ^ 2)", "bar", null],
  ["P101.speed > 300 and not P101.flow < 5", "", null],
  ["P101.speed > 5 [Hz] * 1 or P101.flow > 300 [l/min]", "", null],
])("%s is in %s", (formula, unit, excessUnit) => {
  const found = check(formula);
  expect(found.unit).toBe(unit);
  if (excessUnit !== null) expect(found.excessUnit).toBe(excessUnit);
});

test("adding a pressure to a temperature is a finding, not a number", () => {
  const { unit, findings } = check("P101.discharge_pressure + HX1.hot_in");
  expect(unit).toBeNull();
  expect(findings[0]).toMatchObject({
    code: "formula.units-differ",
    severity: "blocking",
    data: { at: 27, text: "HX1.hot_in", unit: "degC", other: "bar" },
  });
});

test("an unknown unit does not block a sum, but it is said", () => {
  expect(check("Turbidity + P101.flow").findings[0]).toMatchObject({ code: "formula.units-differ", severity: "warning" });
  expect(check("Turbidity + Turbidity")).toMatchObject({ unit: "NTU", findings: [] });
});

test("a tag without a unit leaves the unit of the formula untold", () => {
  expect(check('P101.motor_power / "Volume Flow RateRMS"')).toMatchObject({
    unit: null,
    usedTags: ["P101.motor_power", "Volume Flow RateRMS"],
  });
  expect(codes('P101.motor_power / "Volume Flow RateRMS"')).toEqual(["formula.unit-missing"]);
});

test("a temperature that is multiplied is counted from absolute zero, and that is said", () => {
  const { unit, findings } = check("HX1.hot_in * P101.flow");
  expect(unit).toBe("K·(m3/h)");
  expect(findings[0]).toMatchObject({ code: "formula.offset-product", severity: "warning" });
});

test.each([
  ["P101.flw", "Unknown tag “P101.flw” at 1; did you mean P101.flow?"],
  ["P101.motor_power / P101.flw", "Unknown tag “P101.flw” at 20; did you mean P101.flow?"],
  ["FT-101 * 2", 'Unknown tag “FT” at 1; did you mean "FT-101"?'],
  ["flow", "Unknown tag “flow” at 1; did you mean P101.flow?"],
  ["nothing_like_it", "Unknown tag “nothing_like_it” at 1."],
  ["", "The formula is empty."],
  ["1 +", "The formula ends at 4 where a number or a tag is expected."],
  ["(1 + 2", "“)” is missing at the end."],
  ["(1 + 2]", "“]” at 7 has no meaning in a formula."],
  ["1 2", "“2” at 3 does not fit there."],
  ["max(1)", "“max” at 1 is given 1 values; it takes 2 … 32."],
  ["sin(1)", "There is no function “sin” (at 1); there are abs, min, max, sqrt, ln, exp, if, clamp, mean, std, rate, lag."],
  ["1 < P101.flow < 3", "Two comparisons in a row at 15; join them with “and”."],
  ['"Volume', "The quotation mark at 1 is never closed."],
  ["P101.flow ^ P101.speed", "A value in m3/h can only be raised to a fixed number; “P101.speed” at 13 changes."],
])("%s: %s", (formula, message) => {
  expect(check(formula).findings[0]).toMatchObject({ severity: "blocking", message });
});

test("a formula nested beyond reason is refused instead of exhausting the stack", () => {
  expect(codes(`${"(".repeat(100_000)}1`)).toEqual(["formula.too-deep"]);
  expect(codes(`${"-".repeat(100_000)}1`)).toEqual(["formula.too-deep"]);
  expect(codes(`${"not ".repeat(100_000)}1`)).toEqual(["formula.too-deep"]);
});
