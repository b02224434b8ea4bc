import type { CrewCalendar } from "#shared/domain/crew-calendar.ts";

type Shifts = CrewCalendar["shifts"];

/** Shifts as a person types them: `06:00 A A B B`, one a line. A line that cannot be read has no crews, which no rota accepts. */
export function readRota(text: string): Shifts {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [time = "", ...crews] = line.trim().split(/[\s,，、]+/);
      const [, hours, minutes] = /^(\d{1,2})(?::(\d\d))?$/.exec(time) ?? [];
      return { startHour: Number(hours ?? Number.NaN) + Number(minutes ?? 0) / 60, crews: crews.filter((crew) => crew !== "") };
    });
}

export const writeRota = (shifts: Shifts): string =>
  shifts.map(({ startHour, crews }) => `${clock(startHour)} ${crews.join(" ")}`).join("\n");

function clock(hours: number): string {
  const minutes = Math.round(hours * 60);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
