import { expect, test } from "vitest";
import { firstRowFrom, rowsInView } from "../../../renderer/charts/rows-in-view.ts";

const time = Float64Array.of(10, 20, 30, 40);

test("the first row at or after a time", () => {
  expect([5, 10, 11, 40, 41].map((at) => firstRowFrom(time, at))).toEqual([0, 0, 1, 3, 4]);
});

test("one row to either side of the view is drawn, so that lines reach the edge", () => {
  expect(rowsInView(time, 21, 29)).toEqual([1, 3]);
  expect(rowsInView(time, 0, 100)).toEqual([0, 4]);
});

test("a view between two rows still holds both", () => {
  expect(rowsInView(time, 41, 90)).toEqual([3, 4]);
  expect(rowsInView(new Float64Array(0), 0, 1)).toEqual([0, 0]);
});
