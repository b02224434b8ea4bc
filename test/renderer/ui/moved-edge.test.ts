import { expect, test } from "vitest";
import { movedEdge } from "../../../renderer/ui/moved-edge.ts";

const ranges = [
  { from: 0, to: 10 },
  { from: 20, to: 30 },
];

test("an end that is dragged makes its stretch longer or shorter", () => {
  expect(movedEdge(ranges, 0, "to", 15)).toEqual([
    { from: 0, to: 15 },
    { from: 20, to: 30 },
  ]);
});

test("an end dragged into the next stretch melts the two, one dragged over its other end turns the stretch round", () => {
  expect(movedEdge(ranges, 0, "to", 25)).toEqual([{ from: 0, to: 30 }]);
  expect(movedEdge(ranges, 1, "to", 15)).toEqual([
    { from: 0, to: 10 },
    { from: 15, to: 20 },
  ]);
});

test("a stretch whose ends are brought together is gone", () => {
  expect(movedEdge(ranges, 1, "from", 30)).toEqual([{ from: 0, to: 10 }]);
});
