import { expect, test } from "vitest";
import { rangeRows } from "../../../../main/analysis/features/range-rows.ts";
import { runFrames } from "../../../../main/analysis/features/run-frames.ts";

const frame = {
  time: Float64Array.of(0, 1, 2, 3, 20, 21),
  columns: [{ tag: "a", unit: "bar", values: Float64Array.of(10, 11, 12, 13, 14, 15) }],
};

test("chosen rows become one frame per run: cut at gaps and at rows not chosen", () => {
  const found = runFrames(frame, Int32Array.of(0, 1, 3, 4, 5), 5);
  expect(found.map((f) => [...f.time])).toEqual([[0, 1], [3], [20, 21]]);
  expect(found.map((f) => [...f.columns[0]!.values])).toEqual([[10, 11], [13], [14, 15]]);
});

test("no rows, no frames", () => {
  expect(runFrames(frame, new Int32Array(0), 5)).toEqual([]);
});

test("a range holds its start and not its end; several ranges are joined", () => {
  expect([
    ...rangeRows(frame.time, [
      { from: 1, to: 3 },
      { from: 20, to: 21 },
    ]),
  ]).toEqual([1, 2, 4]);
});
