import { expect, test } from "vitest";
import { formatTime } from "#shared/units/format-time.ts";
import { parseTime } from "../../../renderer/ui/parse-time.ts";

test("a typed time is read on the UTC clock", () => {
  expect(parseTime("2024-03-12 14:05")).toBe(Date.UTC(2024, 2, 12, 14, 5));
  expect(parseTime(" 2024/3/12T14:05:30 ")).toBe(Date.UTC(2024, 2, 12, 14, 5, 30));
  expect(parseTime("2024-03-12")).toBe(Date.UTC(2024, 2, 12));
});

test("what the window writes can be typed back", () => {
  const at = Date.UTC(2020, 1, 29, 23, 59, 59, 250);
  expect(parseTime(formatTime(at, { precision: "millisecond" }))).toBe(at);
});

test("a day or an hour that does not exist is no time", () => {
  for (const text of ["2023-02-29", "2024-13-01", "2024-03-12 25:00", "2024-03-12 10:61", "yesterday", ""])
    expect(parseTime(text)).toBeNull();
});
