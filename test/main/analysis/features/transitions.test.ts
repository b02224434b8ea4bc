import { expect, test } from "vitest";
import { transitionRows } from "../../../../main/analysis/features/transitions.ts";

const whole = (length: number) => [{ from: 0, to: length }];

test("after a change from a band that was held, windows that reach back over it lie in the transition", () => {
  const band = Int8Array.from({ length: 60 }, (_, i) => (i < 40 ? 0 : 1));
  const found = transitionRows(band, whole(60), 10);
  expect([...found.keys()].filter((i) => found[i] === 1)).toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48]);
});

test("a tag that hunts back and forth makes no transitions but the first", () => {
  const band = Int8Array.from({ length: 100 }, (_, i) => (i < 40 ? 0 : Math.floor(i / 5) % 2));
  const found = transitionRows(band, whole(100), 10);
  expect([...found.keys()].filter((i) => found[i] === 1).at(-1)).toBeLessThan(55);
});

test("rows without a band interrupt nothing, and a run that begins in another band is no transition", () => {
  const band = Int8Array.from({ length: 80 }, (_, i) => (i === 20 ? -1 : i < 40 ? 0 : 1));
  expect(
    transitionRows(
      band,
      [
        { from: 0, to: 40 },
        { from: 40, to: 80 },
      ],
      10,
    ).includes(1),
  ).toBe(false);
});
