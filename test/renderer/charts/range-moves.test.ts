import { expect, test } from "vitest";
import { moved, zoomed } from "../../../renderer/charts/range-moves.ts";

const extent = { from: 0, to: 1000 };

test("panning stops at the ends of what there is and keeps its length", () => {
  expect(moved({ from: 100, to: 300 }, -250, extent)).toEqual({ from: 0, to: 200 });
  expect(moved({ from: 700, to: 900 }, 250, extent)).toEqual({ from: 800, to: 1000 });
});

test("zooming keeps the time under the pointer where it is", () => {
  const next = zoomed({ from: 200, to: 600 }, 300, 0.5, extent);
  expect(next).toEqual({ from: 250, to: 450 });
  expect((300 - next.from) / (next.to - next.from)).toBeCloseTo((300 - 200) / 400);
});

test("zooming out ends where all is seen, zooming in at ten milliseconds", () => {
  expect(zoomed({ from: 200, to: 600 }, 300, 100, extent)).toEqual(extent);
  const closest = zoomed({ from: 200, to: 600 }, 300, 1e-9, extent);
  expect(closest.to - closest.from).toBe(10);
});
