import { expect, test } from "vitest";
import { daysOfAdvice } from "../../../bench/protocols/days-of-advice.ts";

test("advice that is followed gives the gain it promised, inside its interval", () => {
  const days = [1, 2].flatMap(daysOfAdvice);
  const mean = (of: (d: (typeof days)[number]) => number): number => days.reduce((sum, d) => sum + of(d), 0) / days.length;
  expect(
    mean((d) => d.came),
    "better crews' settings save some percent",
  ).toBeGreaterThan(2);
  expect(mean((d) => d.came) / mean((d) => d.promised)).toBeGreaterThan(0.9);
  expect(mean((d) => d.came) / mean((d) => d.promised)).toBeLessThan(1.1);
  const inside = days.filter(({ low, high, came }) => low <= came && came <= high).length;
  // Of 28 days with 90 % each, 21 or more lie inside in 99 of 100 tries (binomial).
  expect(inside).toBeGreaterThanOrEqual(21);
});
