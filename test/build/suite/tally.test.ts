import { expect, test } from "vitest";
import { closingLine, nothing, sum } from "../../../build/suite/tally.ts";

test("the closing line names skipped tests only where there are some", () => {
  expect(closingLine({ ...nothing, passed: 12 })).toBe("12 passed, 0 failed");
  expect(closingLine({ ...nothing, passed: 12, failed: 1, skipped: 3 })).toBe("12 passed, 1 failed, 3 skipped");
});

test("tallies add up", () => {
  const one = { passed: 1, failed: 2, skipped: 3, notes: ["a"] };
  expect(sum([one, nothing, one])).toEqual({ passed: 2, failed: 4, skipped: 6, notes: ["a", "a"] });
});
