import { expect, test } from "vitest";
import { random } from "../../../../main/analysis/signal/random.ts";

const take = (seed: number, n: number) => {
  const next = random(seed);
  return Array.from({ length: n }, next);
};

test("the same seed gives the same numbers, another seed others", () => {
  expect(take(7, 5)).toEqual(take(7, 5));
  expect(take(7, 5)).not.toEqual(take(8, 5));
});

test("numbers fill [0, 1) evenly", () => {
  const numbers = take(1, 20_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = numbers.filter((x) => Math.floor(10 * x) === tenth).length / numbers.length;
    expect(share).toBeCloseTo(0.1, 1.9);
  }
});
