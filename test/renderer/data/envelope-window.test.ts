import { expect, test } from "vitest";
import { envelopeWindow } from "../../../renderer/data/envelope-window.ts";

const range = { from: 1_700_000_000_000, to: 1_700_003_600_000 };

test("the window holds the visible time and at least half of it to either side", () => {
  const window = envelopeWindow(range, 760);
  expect(window.from).toBeLessThanOrEqual(range.from - 1_800_000 + 1);
  expect(window.to).toBeGreaterThanOrEqual(range.to + 1_800_000 - 3_600_000 / 2);
  expect(window.to).toBeGreaterThanOrEqual(range.to);
});

test("a pixel column is as wide in the answer as on the screen", () => {
  const window = envelopeWindow(range, 760);
  expect((window.to - window.from) / window.pixels).toBeCloseTo(3_600_000 / 760, 6);
});

test("a small pan asks for the same window, so that nothing flickers", () => {
  const first = envelopeWindow(range, 760);
  const same = [...Array(40).keys()].filter((k) => {
    const by = k * 5000;
    const { from } = envelopeWindow({ from: range.from + by, to: range.to + by }, 760);
    return from === first.from;
  });
  expect(same.length).toBeGreaterThan(3);
  expect(same).toEqual([...same.keys()]);
});

test("columns of two neighbouring windows fall on the same moments", () => {
  const column = 3_600_000 / 760;
  const one = envelopeWindow(range, 760);
  const other = envelopeWindow({ from: range.from + 7_000_000, to: range.to + 7_000_000 }, 760);
  const apart = (other.from - one.from) / column;
  expect(Math.abs(apart - Math.round(apart))).toBeLessThan(1e-3);
});

test("never more pixels are asked for than the engine answers, nor fewer than it takes", () => {
  expect(envelopeWindow(range, 9000).pixels).toBeLessThanOrEqual(8000);
  expect(envelopeWindow(range, 3).pixels).toBeGreaterThanOrEqual(10);
});
