import { expect, test } from "vitest";
import { random } from "../../../main/sample/random.ts";

const draw = (seed: number, purpose: string, count: number): number[] => {
  const chance = random(seed, purpose);
  return Array.from({ length: count }, () => chance.normal());
};

test("one seed and purpose give one stream", () => {
  expect(draw(7, "weather", 50)).toEqual(draw(7, "weather", 50));
});

test("another seed or another purpose gives another stream", () => {
  expect(draw(8, "weather", 5)).not.toEqual(draw(7, "weather", 5));
  expect(draw(7, "duty", 5)).not.toEqual(draw(7, "weather", 5));
});

test("uniform draws fill 0 … 1 evenly", () => {
  const chance = random(1, "uniform");
  const tenths = new Array<number>(10).fill(0);
  for (let k = 0; k < 100_000; k++) tenths[Math.floor(chance.uniform() * 10)]!++;
  // Standard deviation of a count is 95.
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(5 * 95);
});

test("normal draws have mean 0, deviation 1 and 4.55 % beyond two deviations", () => {
  const values = draw(1, "normal", 100_000);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(1e5));
  expect(variance).toBeCloseTo(1, 1);
  expect(values.filter((x) => Math.abs(x) > 2).length / values.length).toBeCloseTo(0.0455, 2);
});

test("two purposes are not correlated", () => {
  const a = draw(3, "noise of a", 20_000);
  const b = draw(3, "noise of b", 20_000);
  expect(Math.abs(a.reduce((sum, x, k) => sum + x * b[k]!, 0) / a.length)).toBeLessThan(5 / Math.sqrt(20_000));
});
