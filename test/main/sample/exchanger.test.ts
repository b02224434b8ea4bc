import { expect, test } from "vitest";
import { coolantFor, coolantRange_m3_h, exchange, foulingPressureFactor } from "../../../main/sample/exchanger.ts";
import { density_kg_m3, heatCapacity_kJ_kgK } from "../../../main/sample/water.ts";

const clean = { hot_m3_h: 150, hotInlet_degC: 41, cold_m3_h: 70, coldInlet_degC: 12, fouling_m2K_W: 0 };
const rate = (flow: number, temperature: number): number => (flow / 3600) * density_kg_m3(temperature) * heatCapacity_kJ_kgK;

test("the heat one side loses is the heat the other side gains", () => {
  for (const cold of [15, 70, 150, 200]) {
    const { hotOutlet_degC, coldOutlet_degC, heat_kW } = exchange({ ...clean, cold_m3_h: cold });
    expect(rate(150, 41) * (41 - hotOutlet_degC)).toBeCloseTo(heat_kW, 8);
    expect(rate(cold, 12) * (coldOutlet_degC - 12)).toBeCloseTo(heat_kW, 8);
  }
});

test("no outlet passes the other side's inlet", () => {
  for (const cold of [1, 10, 100, 1000]) {
    const { hotOutlet_degC, coldOutlet_degC } = exchange({ ...clean, cold_m3_h: cold });
    expect(hotOutlet_degC).toBeGreaterThan(12);
    expect(coldOutlet_degC).toBeLessThan(41);
  }
});

test("heat is conductance times the logarithmic mean difference of temperature", () => {
  // The slow twin: the classical form solved for the same outlets must give back one conductance, fouled or not.
  const conductance = (fouling: number): number => {
    const { hotOutlet_degC, coldOutlet_degC, heat_kW } = exchange({ ...clean, fouling_m2K_W: fouling });
    const [left, right] = [41 - coldOutlet_degC, hotOutlet_degC - 12];
    return heat_kW / ((left - right) / Math.log(left / right));
  };
  const area_m2 = 60;
  // 1 / (UA) in K/kW; the fouling resistance adds R / A.
  expect(1 / conductance(1e-4) - 1 / conductance(0)).toBeCloseTo((1e-4 / area_m2) * 1000, 10);
});

test("equal heat capacity rates are no special case to the result", () => {
  const equal = { ...clean, hot_m3_h: 100, cold_m3_h: (100 * density_kg_m3(41)) / density_kg_m3(12) };
  const beside = exchange({ ...equal, cold_m3_h: equal.cold_m3_h * (1 + 1e-5) });
  expect(exchange(equal).heat_kW / beside.heat_kW).toBeCloseTo(1, 4);
});

test("fouling costs heat and narrows the gap", () => {
  expect(exchange({ ...clean, fouling_m2K_W: 1e-4 }).heat_kW).toBeLessThan(exchange(clean).heat_kW);
  expect(foulingPressureFactor(0)).toBe(1);
  expect(foulingPressureFactor(1e-4)).toBeGreaterThan(1.2);
});

test("the coolant flow found brings the outlet to its set point", () => {
  for (const fouling of [0, 5e-5, 1e-4])
    for (const hot of [90, 150, 200]) {
      const flow = { ...clean, hot_m3_h: hot, fouling_m2K_W: fouling };
      const cold = coolantFor(30, flow);
      expect(exchange({ ...flow, cold_m3_h: cold }).hotOutlet_degC).toBeCloseTo(30, 4);
    }
});

test("a set point out of reach gives the end of the coolant valve's range", () => {
  expect(coolantFor(5, clean)).toBe(coolantRange_m3_h.max);
  expect(coolantFor(60, clean)).toBe(coolantRange_m3_h.min);
});
