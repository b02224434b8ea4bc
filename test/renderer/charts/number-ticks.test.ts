import { expect, test } from "vitest";
import { numberTicks } from "../../../renderer/charts/number-ticks.ts";

test("ticks are multiples of 1, 2 or 5 times a power of ten", () => {
  expect(numberTicks(0, 10, 6)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(numberTicks(-0.03, 0.27, 7)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25]);
});

test("ticks lie within the axis and are never more than there is room for", () => {
  for (let k = 1; k < 400; k++) {
    const low = Math.sin(k * 12.9898) * 10 ** ((k % 13) - 6);
    const high = low + Math.abs(Math.sin(k * 78.233)) * 10 ** ((k % 11) - 5) + 1e-9;
    const ticks = numberTicks(low, high, 6);
    const tolerance = (high - low) * 1e-6;
    expect(ticks.length).toBeLessThanOrEqual(7);
    for (const tick of ticks) {
      expect(tick).toBeGreaterThanOrEqual(low - tolerance);
      expect(tick).toBeLessThanOrEqual(high + tolerance);
    }
  }
});

test("a tick carries no dust of binary fractions", () => {
  expect(numberTicks(0, 0.5, 6)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
});
