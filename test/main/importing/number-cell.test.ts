import { describe, expect, test } from "vitest";
import { random } from "../../../main/analysis/signal/random.ts";
import { decimalByte, numberCell } from "../../../main/importing/number-cell.ts";

const read = (text: string, decimal: "." | "," = "."): number => {
  const bytes = Buffer.from(text);
  return numberCell(bytes, 0, bytes.length, decimalByte(decimal));
};

describe("the number in a cell", () => {
  test("is the double Number() finds, for decimals of every length and exponent", () => {
    const next = random(7);
    const digits = (most: number): string => Array.from({ length: 1 + Math.floor(next() * most) }, () => Math.floor(next() * 10)).join("");
    for (let k = 0; k < 20_000; k++) {
      const text = `${next() < 0.3 ? "-" : ""}${digits(12)}${next() < 0.8 ? `.${digits(12)}` : ""}${next() < 0.3 ? `e${Math.floor(next() * 60) - 30}` : ""}`;
      expect(Object.is(read(text), Number(text)), text).toBe(true);
    }
  });

  test.each([
    ["1,5", ",", 1.5],
    ["9,999999747378752E-001", ",", 0.9999999747378752],
    ["1,234,567.8", ".", 1234567.8],
    ["1.234.567,8", ",", 1234567.8],
    ["12 345,6", ",", 12345.6],
    ["12\u00a0345.6", ".", 12345.6],
    ["1'234.5", ".", 1234.5],
    [" +7 ", ".", 7],
    [".5", ".", 0.5],
    ["5.", ".", 5],
    ["-0", ".", -0],
  ] as const)("%s with decimal %s is %d", (text, decimal, value) => {
    expect(read(text, decimal)).toBe(value);
  });

  test.each(["", "-", ".", "1e", "1.2.3", "12,34", "0,123", "1,23,456", "0x10", "1 2", "inf", "NaN", "12.5 bar", "--1", "1-2"])(
    "%j is no number",
    (text) => {
      expect(read(text)).toBeNaN();
    },
  );
});
