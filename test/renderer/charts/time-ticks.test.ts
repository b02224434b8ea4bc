import { expect, test } from "vitest";
import { timeTicks } from "../../../renderer/charts/time-ticks.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);
const minute = 60_000;
const day = 86_400_000;

test("within a day the hours are written, and the day once where it begins to hold", () => {
  const ticks = timeTicks(utc("2024-03-12T10:19:15"), utc("2024-03-12T10:27:23"), 9);
  expect(ticks.map((tick) => tick.label)).toEqual(["10:20", "10:21", "10:22", "10:23", "10:24", "10:25", "10:26", "10:27"]);
  expect(ticks.map((tick) => tick.context)).toEqual(["2024-03-12", ...Array(7).fill(undefined)]);
});

test("a new day is named at its first tick", () => {
  const ticks = timeTicks(utc("2024-03-12T18:00:00"), utc("2024-03-13T06:00:00"), 5);
  expect(ticks.map((tick) => [tick.label, tick.context])).toEqual([
    ["18:00", "2024-03-12"],
    ["21:00", undefined],
    ["00:00", "2024-03-13"],
    ["03:00", undefined],
    ["06:00", undefined],
  ]);
});

test("weeks begin on Monday", () => {
  const ticks = timeTicks(utc("2024-03-01T00:00:00"), utc("2024-04-15T00:00:00"), 7);
  expect(ticks.map((tick) => new Date(tick.at).getUTCDay())).toEqual(ticks.map(() => 1));
});

test("months and years are calendar months and years, not thirty days", () => {
  expect(timeTicks(utc("2023-12-15T00:00:00"), utc("2024-06-15T00:00:00"), 7).map((tick) => tick.label)).toEqual([
    "2024-01",
    "2024-02",
    "2024-03",
    "2024-04",
    "2024-05",
    "2024-06",
  ]);
  expect(timeTicks(utc("1998-05-01T00:00:00"), utc("2003-05-01T00:00:00"), 6).map((tick) => tick.label)).toEqual([
    "1999",
    "2000",
    "2001",
    "2002",
    "2003",
  ]);
});

test("ticks are round on the clock of the zone", () => {
  const [first] = timeTicks(utc("2024-03-12T10:00:00"), utc("2024-03-12T22:00:00"), 4, "+05:30");
  expect(first).toEqual({ at: utc("2024-03-12T12:30:00"), label: "18:00", context: "2024-03-12" });
});

test("there are never more ticks than there is room for, whatever is looked at", () => {
  for (const span of [5, 999, 61_000, 3.3e6, 2.9e7, 2 * day, 20 * day, 200 * day, 5000 * day, 60_000 * day]) {
    for (const from of [utc("2024-02-28T23:59:30"), utc("1999-12-31T12:00:00")]) {
      const ticks = timeTicks(from, from + span, 8);
      expect(ticks.length, `${span} ms`).toBeLessThanOrEqual(9);
      expect(ticks.every((tick) => tick.at >= from && tick.at <= from + span)).toBe(true);
    }
  }
});

test("milliseconds are written where the view is that short", () => {
  expect(timeTicks(utc("2024-03-12T10:00:00"), utc("2024-03-12T10:00:00") + 40, 5)[1]?.label).toBe("10:00:00.010");
});

test("an empty view has no ticks", () => {
  expect(timeTicks(minute, minute, 8)).toEqual([]);
});
