import { describe, expect, it } from "vitest";
import { UsageError } from "../../../main/cli/frame/usage-error.ts";
import { readPeriods } from "../../../main/cli/steps/period.ts";

const read = (text: string) => readPeriods(text, "--reference");
const at = (text: string) => Date.parse(text);

describe("a period as typed", () => {
  it("a day without a time is meant whole", () => {
    expect(read("2025-04-01..2025-04-30")).toEqual([
      { kind: "times", range: { from: at("2025-04-01T00:00Z"), to: at("2025-05-01T00:00Z") } },
    ]);
  });

  it("a time is UTC unless it says otherwise", () => {
    expect(read("2025-04-01T06:00..2025-04-01 18:30:15.5+02:00")).toEqual([
      { kind: "times", range: { from: at("2025-04-01T06:00Z"), to: at("2025-04-01T16:30:15.500Z") } },
    ]);
  });

  it("two whole numbers are rows, both ends included", () => {
    expect(read("1..400")).toEqual([{ kind: "rows", first: 1, last: 400 }]);
  });

  it("several stretches are separated by commas", () => {
    expect(read("1..10, 21..30").length).toBe(2);
  });

  it.each(["", "1", "1..", "..5", "5..1", "0..5", "2025-04-02..2025-04-01", "2025-13-01..2026-01-01", "april..may", "1..2..3", "1.5..2.5"])(
    "%j is none",
    (text) => {
      expect(() => read(text)).toThrow(UsageError);
    },
  );
});
