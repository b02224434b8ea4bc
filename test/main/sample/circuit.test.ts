import { expect, test } from "vitest";
import { circuitLosses } from "../../../main/sample/circuit.ts";

const sum = (losses: ReturnType<typeof circuitLosses>): number => losses.suction_m + losses.pipe_m + losses.exchanger_m + losses.valve_m;

test("every loss grows with the square of the flow", () => {
  const once = circuitLosses(80, 75, 2, 1.3);
  const twice = circuitLosses(160, 75, 2, 1.3);
  for (const key of Object.keys(once) as (keyof typeof once)[]) expect(twice[key]).toBeCloseTo(4 * once[key], 10);
});

test("a wider valve takes less head", () => {
  for (let valve = 60; valve < 100; valve += 5)
    expect(sum(circuitLosses(150, valve + 5, 1, 1))).toBeLessThan(sum(circuitLosses(150, valve, 1, 1)));
});

test("fouling raises the exchanger's loss alone", () => {
  const clean = circuitLosses(150, 80, 1, 1);
  const fouled = circuitLosses(150, 80, 1, 1.5);
  expect(fouled).toEqual({ ...clean, exchanger_m: fouled.exchanger_m });
  expect(fouled.exchanger_m).toBeCloseTo(1.5 * clean.exchanger_m, 10);
});
