import { describe, expect, test } from "vitest";
import { mergeRanges } from "../../../renderer/ui/merge-ranges.ts";
import { overlapMs } from "../../../renderer/ui/overlap-ms.ts";

describe("periods chosen on a chart", () => {
  test("ranges that overlap or touch become one, in order", () => {
    expect(
      mergeRanges([
        { from: 50, to: 60 },
        { from: 0, to: 10 },
        { from: 5, to: 20 },
        { from: 20, to: 25 },
      ]),
    ).toEqual([
      { from: 0, to: 25 },
      { from: 50, to: 60 },
    ]);
  });

  test("a range inside another adds nothing", () => {
    expect(
      mergeRanges([
        { from: 0, to: 100 },
        { from: 10, to: 20 },
      ]),
    ).toEqual([{ from: 0, to: 100 }]);
  });

  test("a range without length is left out", () => {
    expect(
      mergeRanges([
        { from: 5, to: 5 },
        { from: 9, to: 3 },
      ]),
    ).toEqual([]);
  });

  test("the ranges given stay as they were", () => {
    const given = [
      { from: 0, to: 10 },
      { from: 5, to: 20 },
    ];
    mergeRanges(given);
    expect(given).toEqual([
      { from: 0, to: 10 },
      { from: 5, to: 20 },
    ]);
  });

  test("the time in common counts no moment twice", () => {
    expect(
      overlapMs(
        [
          { from: 0, to: 10 },
          { from: 5, to: 20 },
        ],
        [
          { from: 8, to: 12 },
          { from: 15, to: 40 },
        ],
      ),
    ).toBe(9);
    expect(overlapMs([{ from: 0, to: 10 }], [{ from: 10, to: 20 }])).toBe(0);
  });
});
