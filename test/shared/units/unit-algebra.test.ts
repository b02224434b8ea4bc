import { expect, test } from "vitest";
import { parseUnit } from "#shared/units/parse-unit.ts";
import { difference, divideUnits, multiplyUnits, raiseUnit } from "#shared/units/unit-algebra.ts";

const [kW, flow, bar, hour] = ["kW", "m3/h", "bar", "h"].map((u) => parseUnit(u));

test("kW divided by m3/h is kWh/m3", () => expect(divideUnits(kW!, flow!).symbol).toBe("kWh/m3"));
test("kW times hours is kWh", () => expect(multiplyUnits(kW!, hour!).symbol).toBe("kWh"));
test("kWh/m3 times m3/h is kW", () => expect(multiplyUnits(parseUnit("kWh/m3"), flow!).symbol).toBe("kW"));

test("bar times m3/h over kW is a pure number with a factor of its own", () => {
  const unit = divideUnits(multiplyUnits(bar!, flow!), kW!);
  expect(unit.dimension).toEqual({});
  expect(unit.factor).toBeCloseTo(1e5 / 3600 / 1000, 12);
});

test("the root of a square is the unit again", () => expect(raiseUnit(raiseUnit(bar!, 2), 0.5).dimension).toEqual(bar!.dimension));

test("a difference of degC is in kelvins, of barg in bar", () => {
  expect(difference(parseUnit("degC"))).toMatchObject({ symbol: "K", offset: 0 });
  expect(difference(parseUnit("barg"))).toMatchObject({ symbol: "bar", offset: 0 });
});
