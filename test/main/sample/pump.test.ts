import { expect, test } from "vitest";
import { cavitation, head_m, impellerEfficiency, npsh3_m, pump, ringLeak_m3_h, speed_rpm } from "../../../main/sample/pump.ts";

const { nominalSpeed_rpm, bepFlow_m3_h, bepHead_m, bepEfficiency, shutOffHead_m } = pump;

test("the curve runs through shut-off and the best efficiency point", () => {
  expect(head_m(0, nominalSpeed_rpm)).toBeCloseTo(shutOffHead_m, 10);
  expect(head_m(bepFlow_m3_h, nominalSpeed_rpm)).toBeCloseTo(bepHead_m, 10);
});

test.each([0.5, 0.8, 1.01])("affinity: at %f of the speed the same share of the flow gives the square of it in head", (n) => {
  for (const flow of [40, 120, 200]) expect(head_m(n * flow, n * nominalSpeed_rpm)).toBeCloseTo(n * n * head_m(flow, nominalSpeed_rpm), 9);
});

test("affinity: hydraulic power goes with the cube of the speed", () => {
  const power = (n: number): number => n * 150 * head_m(n * 150, n * nominalSpeed_rpm);
  expect(power(0.8) / power(1)).toBeCloseTo(0.8 ** 3, 12);
});

test("speed_rpm is the inverse of head_m", () => {
  for (const flow of [0, 90, 180])
    for (const speed of [700, 1200, 1480]) expect(speed_rpm(flow, head_m(flow, speed))).toBeCloseTo(speed, 8);
});

test("the efficiency is best at the design flow, 0 without flow, and never over the peak", () => {
  expect(impellerEfficiency(bepFlow_m3_h, nominalSpeed_rpm)).toBeCloseTo(bepEfficiency, 12);
  expect(impellerEfficiency(0, nominalSpeed_rpm)).toBe(0);
  for (let flow = 0; flow <= 400; flow += 5) {
    const efficiency = impellerEfficiency(flow, nominalSpeed_rpm);
    expect(efficiency).toBeGreaterThanOrEqual(0);
    expect(efficiency).toBeLessThanOrEqual(bepEfficiency);
  }
});

test("a slower pump is a little less efficient at its best point", () => {
  const slow = impellerEfficiency(bepFlow_m3_h / 2, nominalSpeed_rpm / 2);
  expect(1 - slow).toBeCloseTo((1 - bepEfficiency) * 2 ** 0.1, 12);
});

test("the leak through the rings grows with the root of the head", () => {
  expect(ringLeak_m3_h(0.03, bepHead_m)).toBeCloseTo(0.03 * bepFlow_m3_h, 12);
  expect(ringLeak_m3_h(0.03, bepHead_m / 4)).toBeCloseTo(0.015 * bepFlow_m3_h, 12);
  expect(ringLeak_m3_h(0, bepHead_m)).toBe(0);
});

test("NPSH3 scales with speed like a head", () => {
  expect(npsh3_m(75, nominalSpeed_rpm / 2)).toBeCloseTo(npsh3_m(150, nominalSpeed_rpm) / 4, 12);
});

test("cavitation begins below twice NPSH3 and is full where none is left", () => {
  expect(cavitation(2)).toBe(0);
  expect(cavitation(Number.POSITIVE_INFINITY)).toBe(0);
  expect(cavitation(1.4)).toBeCloseTo(0.6, 12);
  expect(cavitation(0.9)).toBe(1);
});
