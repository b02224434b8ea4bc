import { expect, test } from "vitest";
import { CrewCalendar, crewAt } from "#shared/domain/crew-calendar.ts";

const hour = 3_600_000;
const monday = Date.UTC(2025, 0, 6);
const rota = CrewCalendar.parse({
  clockOffsetMs: 2 * hour,
  anchor: monday,
  shifts: [
    { startHour: 6, crews: ["A", "A", "B", "B"] },
    { startHour: 14, crews: ["B", "B", "C", "C"] },
    { startHour: 22, crews: ["C", "C", "A", "A"] },
  ],
});
const local = (day: number, at: number): number => monday + day * 24 * hour + at * hour - rota.clockOffsetMs;

test("the crew of a shift is the one of its day in the round, by the local clock", () => {
  expect(crewAt(rota, local(0, 6))).toBe("A");
  expect(crewAt(rota, local(0, 13.99))).toBe("A");
  expect(crewAt(rota, local(0, 14))).toBe("B");
  expect(crewAt(rota, local(2, 14))).toBe("C");
  expect(crewAt(rota, local(6, 6)), "the round comes again after four days").toBe("B");
  expect(crewAt(rota, local(-1, 6)), "and before its first day").toBe("B");
});

test("after midnight the night shift of the day before is still on", () => {
  expect(crewAt(rota, local(2, 3))).toBe("C");
  expect(crewAt(rota, local(0, 3))).toBe("A");
});

test("shifts that lack a crew for a day, or do not begin one after another, are no rota", () => {
  expect(
    CrewCalendar.safeParse({
      ...rota,
      shifts: [
        { startHour: 6, crews: ["A"] },
        { startHour: 14, crews: ["A", "B"] },
      ],
    }).success,
  ).toBe(false);
  expect(CrewCalendar.safeParse({ ...rota, shifts: [...rota.shifts].reverse() }).success).toBe(false);
});
