import { expect, test } from "vitest";
import { paretoLevel, paretoTail } from "../../../../main/analysis/episodes/pareto-tail.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

test.each([-0.3, 0, 0.2])("the shape %d and the scale 2 are found again from a large sample", (shape) => {
  const chance = random(11);
  const excesses = Float64Array.from({ length: 20_000 }, () => paretoLevel({ shape, scale: 2 }, 1 / (1 - chance())));
  const tail = paretoTail(excesses);
  expect(tail.shape).toBeCloseTo(shape, 1);
  expect(tail.scale).toBeCloseTo(2, 0);
});

test("one excess in so many passes the level", () => {
  expect(paretoLevel({ shape: 0, scale: 1 }, Math.E)).toBeCloseTo(1, 12);
  expect(paretoLevel({ shape: 0.5, scale: 1 }, 4)).toBeCloseTo(2, 12);
  expect(paretoLevel({ shape: -0.5, scale: 1 }, 1e12)).toBeCloseTo(2, 5);
  expect(paretoLevel({ shape: 0.3, scale: 3 }, 1)).toBe(0);
});
