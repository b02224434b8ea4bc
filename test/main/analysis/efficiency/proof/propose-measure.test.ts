import { expect, test } from "vitest";
import { meterUnit } from "../../../../../main/analysis/efficiency/proof/meter-unit.ts";
import { proposeMeasure } from "../../../../../main/analysis/efficiency/proof/propose-measure.ts";

const day = 86_400_000;
const tag = (name: string, unit: string, days = 100) => ({ name, unit, valid: 1000, max: 100, from: 0.2 * day, to: days * day });

test("the unit of the readings follows from the tag: power over time, rates without their hour, amounts as they are", () => {
  expect(["kW", "MW", "m3/h", "kWh", ""].map((unit) => meterUnit(unit, "power"))).toEqual(["kWh", "MWh", "m3", "kWh·h", "h"]);
  expect([meterUnit("kWh", "counter"), meterUnit("GJ", "amount")]).toEqual(["kWh", "GJ"]);
});

test("a building: the counter, the weather with balance points, the output added up, whole days", () => {
  const plan = proposeMeasure("a", [tag("energy_total", "kWh"), tag("outdoor_temperature", "degC"), tag("production", "t")])!;
  expect(plan.meter).toEqual({ tag: "energy_total", kind: "counter" });
  expect(plan.changeDriver).toBe("outdoor_temperature");
  expect(plan.drivers).toEqual([
    { tag: "outdoor_temperature", by: "mean" },
    { tag: "production", by: "sum" },
  ]);
  expect(plan).toMatchObject({ intervalMs: day, validWhen: null });
  expect(plan.baseline.ranges).toEqual([{ from: day, to: 100 * day }]);
});

test("a machine that can stand is metered by the hour while it runs", () => {
  const plan = proposeMeasure("a", [tag("P1.motor_power", "kW"), tag("P1.flow", "m3/h"), tag("P1.speed", "rpm")])!;
  expect(plan).toMatchObject({ meter: { tag: "P1.motor_power", kind: "power" }, validWhen: "P1.speed > 20", intervalMs: day / 24 });
});

test("a log without energy has no meter to propose", () => {
  expect(proposeMeasure("a", [tag("pressure", "bar"), tag("flow", "m3/h")])).toBeNull();
});
