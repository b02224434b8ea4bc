import { expect, test } from "vitest";
import { dayBars } from "../../../../renderer/views/efficiency/day-coverage.ts";

test("every day is drawn as exactly one kind of bar; one that rests on little is pale whatever its loss", () => {
  const loss = Float64Array.of(2, -1, 3, -4, Number.NaN);
  const { loss: worse, gain, pale } = dayBars(loss, Float64Array.of(1, 0.9, 0.3, 0.1, 0));
  const shown = (values: Float64Array) => [...values].map((value) => (Number.isNaN(value) ? null : value));
  expect(shown(worse)).toEqual([2, null, null, null, null]);
  expect(shown(gain)).toEqual([null, -1, null, null, null]);
  expect(shown(pale)).toEqual([null, null, 3, -4, null]);
});
