import { describe, expect, test } from "vitest";
import { guessFormat } from "../../../../main/importing/clock/guess-format.ts";

const days = (write: (d: Date) => string, count: number, stepMs = 86_400_000, start = Date.UTC(2024, 0, 1)): string[] =>
  Array.from({ length: count }, (_, k) => write(new Date(start + k * stepMs)));
const two = (n: number): string => String(n).padStart(2, "0");

describe("day first or month first", () => {
  test("is decided by any date of the whole column", () => {
    const texts = days((d) => `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/2024 00:00`, 20);
    expect(guessFormat(texts)).toMatchObject({ format: "D/M/YYYY H:m", dayOrMonth: false });
    const american = days((d) => `${two(d.getUTCMonth() + 1)}/${two(d.getUTCDate())}/2024 00:00`, 20);
    expect(guessFormat(american)).toMatchObject({ format: "M/D/YYYY H:m", dayOrMonth: false });
  });

  test("is decided by the order of the rows where no day is above twelve", () => {
    const texts = days((d) => `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/2024`, 12);
    expect(guessFormat(texts)?.format).toBe("D/M/YYYY");
    const american = days((d) => `${two(d.getUTCMonth() + 1)}/${two(d.getUTCDate())}/2024`, 12);
    expect(guessFormat(american)?.format).toBe("M/D/YYYY");
  });

  test("is said to be open where nothing decides", () => {
    const texts = days((d) => `03/04/2024 ${two(d.getUTCHours())}:00`, 10, 3_600_000);
    expect(guessFormat(texts)).toMatchObject({ format: "D/M/YYYY H:m", dayOrMonth: true });
  });
});

describe("the format of a time column", () => {
  test.each([
    ["2024-01-31 10:00:00", "iso"],
    ["2024-01-31T10:00:00Z", "iso"],
    ["2024/01/31 10:00:00", "YYYY/M/D H:m:s.SSS"],
    ["31.01.24 10:00", "D.M.YY H:m"],
    ["31-Jan-2024 10:00:00.125", "D-MMM-YYYY H:m:s.SSS"],
    ["Jan 31, 2024 10:00:00 PM", "MMM D, YYYY h:m:s.SSS a"],
    ["20240131T100000", "YYYYMMDDTHHmmss"],
    ["20160101:0010", "YYYYMMDD:HHmm"],
    ["10:00:00", "H:m:s.SSS"],
    ["2024年1月31日 10:00:00", "YYYY年M月D日 H:m:s.SSS"],
    ["31/01/2024 10:00:00.000.", "D/M/YYYY H:m:s.SSS."],
  ])("of %s is %s", (text, format) => {
    expect(guessFormat([text])?.format).toBe(format);
  });

  test("survives a share of notes among the times", () => {
    const texts = [...days((d) => d.toISOString().slice(0, 10), 18), "Total", "Mean"];
    expect(guessFormat(texts)?.format).toBe("iso");
  });
});
