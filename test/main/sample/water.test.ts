import { expect, test } from "vitest";
import { density_kg_m3, vapourPressure_bar } from "../../../main/sample/water.ts";

test("water is densest at 4 °C and 992.2 kg/m³ at 40 °C", () => {
  expect(density_kg_m3(4)).toBeCloseTo(1000, 1);
  expect(density_kg_m3(40)).toBeCloseTo(992.2, 1);
  expect(density_kg_m3(4)).toBeGreaterThan(density_kg_m3(2));
  expect(density_kg_m3(4)).toBeGreaterThan(density_kg_m3(6));
});

test("the vapour pressure is 0.0234 bar at 20 °C and 0.0738 bar at 40 °C", () => {
  // Steam tables; the Magnus form is within 0.4 % here.
  expect(vapourPressure_bar(20) / 0.02339).toBeCloseTo(1, 2);
  expect(vapourPressure_bar(40) / 0.07381).toBeCloseTo(1, 2);
});
