import { describe, expect, test } from "vitest";
import { isKnownZone, wallClock } from "../../../../main/importing/clock/wall-clock.ts";

const wall = (text: string): number => Date.parse(`${text}Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

describe("a log written by wall clock", () => {
  test.each([
    ["UTC", "2024-07-01T12:00", "2024-07-01T12:00"],
    ["+08:00", "2024-07-01T12:00", "2024-07-01T04:00"],
    ["-03:30", "2024-07-01T12:00", "2024-07-01T15:30"],
    ["Europe/Berlin", "2024-01-15T12:00", "2024-01-15T11:00"],
    ["Europe/Berlin", "2024-07-15T12:00", "2024-07-15T10:00"],
    ["America/New_York", "2024-01-15T12:00", "2024-01-15T17:00"],
    ["Asia/Shanghai", "2024-07-15T12:00", "2024-07-15T04:00"],
    ["Australia/Lord_Howe", "2024-07-15T12:00", "2024-07-15T01:30"],
  ])("in %s, %s is %s in UTC", (zone, local, utc) => {
    expect(iso(wallClock(zone).toUtc(wall(local)))).toBe(utc);
  });

  test("agrees with the calendar of the zone for every hour of three years, odd hours apart", () => {
    for (const zone of ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Africa/Casablanca"]) {
      const clock = wallClock(zone);
      const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
      let odd = 0;
      for (let at = Date.UTC(2022, 0, 1); at < Date.UTC(2025, 0, 1); at += 3_600_000) {
        const local = wall(format.format(at).replace(" ", "T"));
        if (clock.toUtc(local) !== at) odd++;
      }
      expect(odd, zone).toBe(0);
    }
  });

  test("the hour that Berlin passes over in spring is kept as standard time and counted", () => {
    const clock = wallClock("Europe/Berlin");
    const utc = ["2024-03-31T01:30", "2024-03-31T02:30", "2024-03-31T03:30"].map((t) => iso(clock.toUtc(wall(t))));
    expect(utc).toEqual(["2024-03-31T00:30", "2024-03-31T01:30", "2024-03-31T01:30"]);
    expect([...clock.missing]).toEqual([["2024-03-31", 1]]);
  });

  test("the hour that New York shows twice in autumn is told apart by the order of the rows", () => {
    const clock = wallClock("America/New_York");
    const rows = ["T00:30", "T01:00", "T01:30", "T01:00", "T01:30", "T02:00"].map((t) => iso(clock.toUtc(wall(`2024-11-03${t}`))));
    expect(rows.map((r) => r.slice(11))).toEqual(["04:30", "05:00", "05:30", "06:00", "06:30", "07:00"]);
    expect([...clock.repeated]).toEqual([["2024-11-03", 4]]);
  });

  test("a zone nobody knows is told from one that exists", () => {
    expect(["UTC", "+08:00", "Europe/Berlin", "Mars/Olympus", "+25:00"].map(isKnownZone)).toEqual([true, true, true, false, false]);
  });
});
