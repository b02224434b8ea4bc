import { describe, expect, test } from "vitest";
import { timePattern } from "../../../../main/importing/clock/time-pattern.ts";
import { timeReader } from "../../../../main/importing/clock/time-reader.ts";

const read = (format: string, text: string): string => {
  const bytes = Buffer.from(text);
  const ms = timeReader(format, ".", 0).read(bytes, 0, bytes.length);
  return Number.isNaN(ms) ? "none" : new Date(ms).toISOString();
};

describe("a time written by a pattern", () => {
  test.each([
    ["DD.MM.YYYY HH:mm:ss", "31.12.2023 23:59:59", "2023-12-31T23:59:59.000Z"],
    ["D.M.YYYY H:m:s.SSS", "1.2.2023 3:04:05.25", "2023-02-01T03:04:05.250Z"],
    ["D.M.YYYY H:m:s.SSS", "1.2.2023 3:04:05", "2023-02-01T03:04:05.000Z"],
    ["DD.MM.YYYY HH:mm", "01.02.2023", "2023-02-01T00:00:00.000Z"],
    ["M/D/YYYY h:mm:ss a", "5/3/2022 12:05:00 AM", "2022-05-03T00:05:00.000Z"],
    ["M/D/YYYY h:mm:ss a", "5/3/2022 12:05:00 p.m.", "2022-05-03T12:05:00.000Z"],
    ["D-MMM-YY H:m:s", "14-May-11 01:00:00", "2011-05-14T01:00:00.000Z"],
    ["D. MMM YYYY", "3. März 2024", "2024-03-03T00:00:00.000Z"],
    ["D-MMM-YYYY", "9-août-2024", "2024-08-09T00:00:00.000Z"],
    ["YYYYMMDD HHmm", "20200706 1200", "2020-07-06T12:00:00.000Z"],
    ["YYYYMMDDHHmmss", "20240229235959", "2024-02-29T23:59:59.000Z"],
    ["YYYY-DDDD", "2024-060", "2024-02-29T00:00:00.000Z"],
    ["YYYY年M月D日 ah:m:s", "2024年3月1日 下午3:04:05", "2024-03-01T15:04:05.000Z"],
    ["D/M/YYYY H.m.s", "10/03/2004 18.00.00", "2004-03-10T18:00:00.000Z"],
    ["D/M/YYYY HH:mm", "31/12/1988 24:00", "1989-01-01T00:00:00.000Z"],
    ["ddd, D MMM YYYY HH:mm:ss", "Mon, 04 Nov 2024 16:22:12", "2024-11-04T16:22:12.000Z"],
    ["YYYY/MM/DD HH:mm:ssZ", "2024/01/01 08:00:00+08:00", "2024-01-01T00:00:00.000Z"],
  ])("%s reads %s", (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  test.each([
    ["DD.MM.YYYY", "31.02.2023"],
    ["DD.MM.YYYY HH:mm", "01.01.2023 25:00"],
    ["DD.MM.YYYY HH:mm", "01.01.2023 12:60"],
    ["DD.MM.YYYY HH:mm", "01.01.2023 12:00 x"],
    ["DD.MM.YYYY", "1.1.23"],
    ["M/D/YYYY h:mm a", "1/1/2023 10:00"],
  ])("%s refuses %s", (format, text) => {
    expect(read(format, text)).toBe("none");
  });

  test("a pattern without a year is a time of day", () => {
    expect(timePattern("HH:mm:ss").hasDate).toBe(false);
    expect(timePattern("D.M.YY").hasDate).toBe(true);
  });
});

describe("a time written by ISO 8601", () => {
  test.each([
    ["2024-03-31T02:30:00.125+01:00", "2024-03-31T01:30:00.125Z"],
    ["2024-03-31 02:30", "2024-03-31T02:30:00.000Z"],
    ["2024-3-1 2:03:04", "2024-03-01T02:03:04.000Z"],
    ["2024-03-31", "2024-03-31T00:00:00.000Z"],
    ["2024-03-31T02:30:00,5Z", "2024-03-31T02:30:00.500Z"],
    ["2024-03-31 02:30:00 -0330", "2024-03-31T06:00:00.000Z"],
    ["2020-06-01T12:00:00.0/2020-06-01T12:01:00.0", "2020-06-01T12:00:00.000Z"],
  ])("%s", (text, expected) => {
    expect(read("iso", text)).toBe(expected);
  });

  test.each([
    "2024-13-01",
    "2024-02-30 00:00",
    "2024-03-31T2",
    "2024-03-31T02:3",
    "2024-03-31 02:30:00 x",
    "20240331",
    "2024-03-31T02:30:00+1",
  ])("refuses %s", (text) => {
    expect(read("iso", text)).toBe("none");
  });

  test("fractions below a millisecond are kept", () => {
    const bytes = Buffer.from("2024-01-01 00:00:00.000125");
    expect(timeReader("iso", ".", 0).read(bytes, 0, bytes.length) % 1).toBeCloseTo(0.125, 3);
  });
});

describe("a time that is a number", () => {
  test.each([
    ["epoch-s", "1660577158", "2022-08-15T15:25:58.000Z"],
    ["epoch-ms", "1660577158250", "2022-08-15T15:25:58.250Z"],
    ["epoch-us", "1660577158250000", "2022-08-15T15:25:58.250Z"],
    ["epoch-ns", "1660577158250000000", "2022-08-15T15:25:58.250Z"],
    ["excel-day", "43374.42", "2018-10-01T10:04:48.000Z"],
    ["elapsed-min", "1.5", "1970-01-01T00:01:30.000Z"],
  ])("%s reads %s", (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });
});
