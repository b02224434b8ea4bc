import { expect, test } from "vitest";
import { pictureScale, standsIn } from "../../../renderer/charts/picture-scale.ts";

const hour = 3_600_000;
const range = { from: 1_700_000_000_000, to: 1_700_000_000_000 + hour };
const picture = pictureScale(range, [0, 1], 800, 100);

test("a picture reaches half a view and more beyond the view to both sides", () => {
  expect(picture.from).toBeLessThanOrEqual(range.from - hour / 2);
  expect(picture.to).toBeGreaterThanOrEqual(range.to + hour / 2 - 1e-3 * hour);
  expect((picture.to - picture.from) * picture.pixelsPerMs).toBeCloseTo(picture.width, 3);
});

test("a small pan shares its picture, whatever dust the sums have left", () => {
  const moved = { from: range.from + 1000.0000001, to: range.to + 1000 };
  expect(pictureScale(moved, [0, 1], 800, 100)).toEqual(picture);
});

test("a picture stands in while the view is inside it and not stretched beyond use", () => {
  expect(standsIn(picture, range, 800)).toBe(true);
  expect(standsIn(picture, { from: range.from + 2 * hour, to: range.to + 2 * hour }, 800)).toBe(false);
  expect(standsIn(picture, { from: range.from, to: range.from + hour / 3 }, 800)).toBe(true);
  expect(standsIn(picture, { from: range.from, to: range.from + hour / 5 }, 800)).toBe(false);
});
