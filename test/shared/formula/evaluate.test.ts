import { expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import { evaluate } from "#shared/formula/evaluate.ts";
import { parseFormula } from "#shared/formula/parse-formula.ts";
import { ratioOf } from "#shared/formula/ratio.ts";
import { resolveUnits } from "#shared/formula/resolve-units.ts";

const column = (tag: string, unit: string, ...values: number[]) => ({ tag, unit, values: Float64Array.from(values) });
const frame: Frame = {
  time: Float64Array.of(0, 1, 2, 3),
  columns: [
    column("a", "", 1, 2, Number.NaN, 0),
    column("b", "", 4, 0, 1, 0),
    column("p", "bar", 1, 2, 3, 4),
    column("k", "kPa", 50, 50, 50, 50),
    column("t", "degC", 20, 30, 40, 50),
    column("f", "degF", 68, 68, 68, 68),
  ],
};
const value = (text: string): number[] => {
  const units = new Map(frame.columns.map((c) => [c.tag, c.unit]));
  return [...evaluate(resolveUnits(parseFormula(text), text, (t) => units.get(t), [...units.keys()]).calculation, frame)];
};
const first = (text: string) => value(text)[0];
const nan = Number.NaN;

test.each([
  ["-2^2", -4],
  ["2^3^2", 512],
  ["2^-1", 0.5],
  ["1 + 2 * 3", 7],
  ["(1 + 2) * 3", 9],
  ["8 / 4 / 2", 1],
  ["7 - 4 - 2", 1],
  ["1 < 2 and not 3 < 2", 1],
  ["1 or 0 and 0", 1],
  ["clamp(5, 0, 3)", 3],
  ["if(a > 0, 10, 20)", 10],
  ["ln(exp(2))", 2],
  [".5e1", 5],
  ["3 ≥ 3", 1],
  ["max（1，2）", 2],
])("%s is %d", (text, expected) => expect(first(text)).toBeCloseTo(expected, 12));

test("a missing sample makes every value missing, comparisons included", () => {
  for (const text of ["a + 1", "a > 0", "not a", "a and 0", "a or 1", "min(a, 1)", "a ^ 0", "if(a, 1, 2)", "clamp(1, a, 2)", "0 * a"])
    expect(value(text)[2]).toBeNaN();
});

test("zero is a value, division by it is missing", () => {
  expect(value("a / b")).toEqual([0.25, nan, nan, nan]);
  expect(value("b / a")).toEqual([4, 0, nan, nan]);
});

test("what is not a finite number is missing", () =>
  expect([first("exp(1000)"), first("sqrt(-1)"), first("ln(0)"), first("(-8)^0.5")]).toEqual([nan, nan, nan, nan]));

test("units are converted where they meet: bar + kPa in bar, degC against degF", () => {
  expect(value("p + k")).toEqual([1.5, 2.5, 3.5, 4.5]);
  expect(value("p > k")).toEqual([1, 1, 1, 1]);
  expect(first("t - f")).toBeCloseTo(0, 9);
  expect(first("p > 200 [kPa]")).toBe(0);
});

test("a temperature is counted from absolute zero in a product", () => expect(first("t / t")).toBe(1));

test("computing leaves the frame as it was", () => {
  const before = frame.columns.map((c) => [...c.values]);
  value("-a + b * 2 - clamp(p, 0, k)");
  expect(frame.columns.map((c) => [...c.values])).toEqual(before);
});

test.each([
  ["a / b", true],
  ["100 * a / (b * 2)", true],
  ["a / 2", false],
  ["a + b", false],
  ["a * b", false],
  ["(a / b) + 1", false],
  ["1 / b", true],
])("%s is added up as a ratio: %s", (text, expected) => expect(ratioOf(parseFormula(text)) !== undefined).toBe(expected));
