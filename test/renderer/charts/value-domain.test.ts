import { expect, test } from "vitest";
import { plainTrend } from "../../../renderer/charts/trend.ts";
import { valueDomain } from "../../../renderer/charts/value-domain.ts";

const lane = (values: number[], rest: object = {}) => ({
  id: "a",
  unit: "",
  series: [
    plainTrend(
      { id: "a", label: "a", unit: "" },
      Float64Array.from(values, (_, k) => k * 10),
      Float64Array.from(values),
      rest,
    ),
  ],
});

test("the axis spans what is visible, with a little air", () => {
  expect(valueDomain(lane([0, 100, 5000]), { from: 0, to: 9 })).toEqual([-6, 106]);
});

test("gaps do not count, and without any value the axis is 0 to 1", () => {
  expect(valueDomain(lane([Number.NaN, 0, 100, Number.NaN]), { from: 0, to: 40 })).toEqual([-6, 106]);
  expect(valueDomain(lane([Number.NaN]), { from: 0, to: 40 })).toEqual([0, 1]);
});

test("a constant has an axis that is not flat", () => {
  expect(valueDomain(lane([40, 40]), { from: 0, to: 40 })).toEqual([38, 42]);
  expect(valueDomain(lane([0, 0]), { from: 0, to: 40 })).toEqual([-1, 1]);
});

test("limits are in view, bars stand on zero, and what is fixed stays", () => {
  const [, high] = valueDomain({ ...lane([0, 10]), limits: [{ value: 50, label: "limit" }] }, { from: 0, to: 40 });
  expect(high).toBeGreaterThan(50);
  expect(valueDomain(lane([100, 200], { look: "bars" }), { from: 0, to: 40 })[0]).toBeLessThan(0);
  expect(valueDomain({ ...lane([0, 10]), domain: [0, 1] }, { from: 0, to: 40 })).toEqual([0, 1]);
});
