import { expect, test } from "vitest";
import { curvePath, dotsPath, type PlotScale } from "../../../renderer/charts/curve-path.ts";
import { plainTrend, type TrendSeries } from "../../../renderer/charts/trend.ts";

const scale: PlotScale = { from: 0, pixelsPerMs: 1, low: 0, high: 100, height: 100 };
const plain = (time: number[], values: number[], rest: Partial<TrendSeries> = {}) =>
  plainTrend({ id: "a", label: "a", unit: "" }, Float64Array.from(time), Float64Array.from(values), rest);
const drawn = (series: TrendSeries) => curvePath(series, scale, [0, series.time.length]);

test("a line goes through its samples, values upwards", () => {
  expect(drawn(plain([0, 10, 20], [0, 50, 100]))).toBe("M0,100L10,50L20,0");
});

test("a line breaks at a gap", () => {
  expect(drawn(plain([0, 10, 20, 30, 40], [0, 0, Number.NaN, 50, 50]))).toBe("M0,100L10,100M30,50L40,50");
});

test("a sample alone between two gaps is a dot", () => {
  expect(drawn(plain([0, 10, 20], [Number.NaN, 50, Number.NaN]))).toBe("M10,50h0.01");
});

test("a pixel column visits its lowest and its highest value, so that a spike of one sample is seen", () => {
  const values = (numbers: number[]) => Float64Array.from(numbers);
  const series: TrendSeries = {
    id: "a",
    label: "a",
    unit: "",
    time: values([0, 1]),
    first: values([10, 12]),
    min: values([8, 12]),
    max: values([90, 12]),
    last: values([11, 12]),
  };
  expect(drawn(series)).toBe("M0,90V92V10V89L1,88");
});

test("an area runs along its upper values and back along its lower ones, once for every stretch without a gap", () => {
  const area = { ...plain([0, 10, 20, 30], [10, 10, Number.NaN, 10], { look: "area" }), max: Float64Array.of(20, 20, Number.NaN, 20) };
  expect(drawn(area)).toBe("M0,80L10,80L10,90L0,90ZM30,80L30,90Z");
});

test("a bar stands from zero to its value, downwards where the value is negative", () => {
  const path = curvePath(plain([0, 10], [50, -50], { look: "bars" }), { ...scale, low: -100 }, [0, 2]);
  expect(path).toBe("M0,50V25h8V50ZM10,50V75h8V50Z");
});

test("a row without a value has no dot", () => {
  expect(dotsPath(plain([0, 10], [50, Number.NaN]), scale, [0, 2])).toBe("M0,50h0.01");
});
