import { describe, expect, test } from "vitest";
import { kindOfBuiltIn, kindOfFormat } from "../../../../main/importing/containers/number-format.ts";
import { serialTime } from "../../../../main/importing/containers/serial-time.ts";

describe("the serial day of a workbook", () => {
  test("counts from 1900 with a leap day that never was, or from 1904 with a day 0", () => {
    expect([1, 59, 61, 25_569, 45_351].map((day) => serialTime(day, "date", false))).toEqual([
      "1900-01-01",
      "1900-02-28",
      "1900-03-01",
      "1970-01-01",
      "2024-02-29",
    ]);
    expect([0, 1, 24_107].map((day) => serialTime(day, "date", true))).toEqual(["1904-01-01", "1904-01-02", "1970-01-01"]);
  });

  test("that is no day is a number", () => {
    expect([60, 0, -1, 2_958_466, 1e300].map((day) => serialTime(day, "date", false))).toEqual(["60", "0", "-1", "2958466", "1e+300"]);
  });

  test("keeps the time of day to the millisecond, and no more digits than it has", () => {
    expect(serialTime(45_351 + 1 / 24, "both", false)).toBe("2024-02-29T01:00:00");
    expect(serialTime(45_351.0416667, "both", false)).toBe("2024-02-29T01:00:00.003");
    expect(serialTime(45_351.999999999, "both", false)).toBe("2024-03-01T00:00:00");
    expect(serialTime(45_351.5, "date", false)).toBe("2024-02-29T12:00:00");
    expect(serialTime(45_351.5, "time", false)).toBe("2024-02-29T12:00:00");
    expect(serialTime(0.25, "both", false)).toBe("06:00:00");
    expect(serialTime(4.5 / 86_400, "time", true)).toBe("00:00:04.500");
    expect(serialTime(2.5, "elapsed", false)).toBe("60:00:00");
  });
});

describe("a number format", () => {
  test.each([
    ["General", "number"],
    ["0.00E+00", "number"],
    ['0.0" day"', "number"],
    ["[Red]0.0;[Blue]-0.0", "number"],
    ["#,##0\\ \\d", "number"],
    ["yyyy-mm-dd", "date"],
    ["[$-409]mmm-yy", "date"],
    ['yyyy"年"m"月"', "date"],
    ["m/d/yy h:mm;@", "both"],
    ["dd.mm.yyyy\\ hh:mm:ss.000", "both"],
    ["mm:ss.0", "time"],
    ["h:mm AM/PM", "time"],
    ["[hh]:mm:ss", "elapsed"],
    ["[m]", "elapsed"],
    ["@", "number"],
    ["0_d;yyyy", "number"],
  ] as const)("%s shows a %s", (code, kind) => expect(kindOfFormat(code)).toBe(kind));

  test("named by number alone is known too", () => {
    expect([0, 2, 14, 20, 22, 46, 47, 57, 164].map(kindOfBuiltIn)).toEqual([
      "number",
      "number",
      "date",
      "time",
      "both",
      "elapsed",
      "time",
      "date",
      "number",
    ]);
  });
});
