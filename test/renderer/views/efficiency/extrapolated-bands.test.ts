import { expect, test } from "vitest";
import { extrapolatedRanges } from "../../../../renderer/views/efficiency/extrapolated-bands.ts";

const hour = 3_600_000;

test("steps outside the baseline that follow one another are one stretch, a step inside or unknown ends it", () => {
  const time = Float64Array.from({ length: 7 }, (_, k) => k * hour);
  const outside = Float64Array.of(1, 1, 0, 1, Number.NaN, 1, 1);
  expect(extrapolatedRanges(time, outside, hour)).toEqual([
    { from: 0, to: 2 * hour },
    { from: 3 * hour, to: 4 * hour },
    { from: 5 * hour, to: 7 * hour },
  ]);
});

test("steps with time missing between them are two stretches", () => {
  const time = Float64Array.of(0, hour, 9 * hour);
  expect(extrapolatedRanges(time, Float64Array.of(1, 1, 1), hour)).toHaveLength(2);
});
