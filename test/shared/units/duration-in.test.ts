import { expect, test } from "vitest";
import { durationIn } from "#shared/units/duration-in.ts";
import { formatDuration } from "#shared/units/format-duration.ts";

test("a length of time that was written in English reads in Chinese as if it had been written there", () => {
  for (const ms of [350, 9_900, 61_000, 3_600_000, 90_000_000, 500_000_000, 4_233_600_000])
    expect(durationIn("zh", formatDuration(ms))).toBe(formatDuration(ms, "zh"));
});

test("what is no length of time stays as it is", () => {
  for (const text of ["P-101", "12 rows", "5 sensors", "h", "2024-03-01 10:00"]) expect(durationIn("zh", text)).toBe(text);
});
