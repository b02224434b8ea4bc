import { expect, test } from "vitest";
import { cycleLength } from "../../../../main/analysis/signal/cycle-length.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

const chance = random(3);
const noise = () => chance() + chance() + chance() - 1.5;
const cyclic = (rows: number, cycle: number, noisy: number) =>
  Float64Array.from(
    { length: rows },
    (_, i) => 20 + Math.sin((2 * Math.PI * i) / cycle) + (i % cycle < cycle / 4 ? 1 : 0) + noisy * noise(),
  );

test.each([12, 37, 144])("a cycle of %i rows is found under noise", (cycle) => {
  const found = cycleLength(cyclic(10 * cycle, cycle, 0.3))!;
  expect(Math.abs(found - cycle)).toBeLessThanOrEqual(1 + 0.02 * cycle);
});

test("holes do not hide a cycle", () => {
  const values = cyclic(1000, 50, 0.2).map((v, i) => (i % 7 === 0 || (i > 300 && i < 340) ? Number.NaN : v));
  expect(Math.abs(cycleLength(values)! - 50)).toBeLessThanOrEqual(1);
});

test("two cycles are believed only where they are alike", () => {
  expect(cycleLength(cyclic(210, 100, 0))).toBe(100);
  expect(cycleLength(cyclic(210, 100, 1.5))).toBeUndefined();
});

test("noise, a walk, a line and standing still have no cycle", () => {
  let walk = 0;
  expect(cycleLength(Float64Array.from({ length: 2000 }, noise))).toBeUndefined();
  expect(cycleLength(Float64Array.from({ length: 2000 }, () => (walk += noise())))).toBeUndefined();
  expect(cycleLength(Float64Array.from({ length: 500 }, (_, i) => i))).toBeUndefined();
  expect(cycleLength(new Float64Array(500).fill(3))).toBeUndefined();
  expect(cycleLength(new Float64Array(10))).toBeUndefined();
});
