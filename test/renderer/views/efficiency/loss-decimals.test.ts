import { expect, test } from "vitest";
import { lossDecimals } from "../../../../renderer/views/efficiency/loss-decimals.ts";

test("a loss is written with as many decimals as its interval bears", () => {
  expect(lossDecimals(1.2, 1.4)).toBe(1);
  expect(lossDecimals(3.98, 4.03)).toBe(2);
  expect(lossDecimals(-8, 12)).toBe(1);
  expect(lossDecimals(4.00001, 4.00002)).toBe(3);
});

test("an end just below zero does not read as zero", () => expect(lossDecimals(-0.004, 0.04)).toBe(3));

test("a loss without an interval is written with one decimal", () => expect(lossDecimals(Number.NaN, Number.NaN)).toBe(1));
