import { expect, test } from "vitest";
import { timeTicks, valueTicks } from "#shared/document/ticks.ts";

test("value ticks are round and inside the range", () => {
  expect(valueTicks(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(valueTicks(-0.13, 0.21, 4).map((v) => Number(v.toFixed(3)))).toEqual([-0.1, 0, 0.1, 0.2]);
  for (const v of valueTicks(433.1, 433.9, 4)) expect(v).toBeGreaterThanOrEqual(433.1);
});

test("a range without extent has one tick", () => {
  expect(valueTicks(3, 3, 4)).toEqual([3]);
});

test.each([
  ["five minutes", 5 * 60_000, "minute"],
  ["a minute", 60_000, "second"],
  ["three days", 3 * 86_400_000, "minute"],
  ["a month", 30 * 86_400_000, "day"],
  ["three years", 3 * 365 * 86_400_000, "day"],
  ["forty years", 40 * 365 * 86_400_000, "day"],
])("over %s time ticks are at most eight, inside, ascending", (_span, ms, precision) => {
  const from = Date.UTC(2025, 2, 1, 7, 13, 5);
  const ticks = timeTicks(from, from + ms, 8);
  expect(ticks.precision).toBe(precision);
  expect(ticks.times.length).toBeGreaterThan(1);
  expect(ticks.times.length).toBeLessThanOrEqual(9);
  for (const [k, t] of ticks.times.entries()) {
    expect(t).toBeGreaterThanOrEqual(from);
    expect(t).toBeLessThanOrEqual(from + ms);
    if (k > 0) expect(t).toBeGreaterThan(ticks.times[k - 1]!);
  }
});

test("over months ticks stand on firsts of months, over weeks on Mondays", () => {
  const from = Date.UTC(2025, 0, 10);
  for (const t of timeTicks(from, Date.UTC(2025, 7, 10), 8).times) expect(new Date(t).getUTCDate()).toBe(1);
  for (const t of timeTicks(from, from + 40 * 86_400_000, 8).times) expect(new Date(t).getUTCDay()).toBe(1);
});
