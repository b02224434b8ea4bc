import { z } from "zod";

/** Who was on shift when: a rota that comes round after so many days. */
export const CrewCalendar = z.object({
  /** Local standard time minus UTC. */
  clockOffsetMs: z.number(),
  /** Local midnight of the first day of the round, ms UTC of that clock reading (the reading as if it were UTC). */
  anchor: z.number(),
  /** Ascending in their starts; the last lasts until the first of the next day. */
  shifts: z
    .array(
      z.object({
        /** Local hour it begins at, 0 … 24. */
        startHour: z.number().min(0).lt(24),
        /** [days of the round] crew on this shift. */
        crews: z.array(z.string().trim().min(1)).min(1).max(200),
      }),
    )
    .min(1)
    .max(12)
    .refine(
      (shifts) => shifts.every(({ crews }) => crews.length === shifts[0]!.crews.length),
      "every shift has a crew for each day of the round",
    )
    .refine(
      (shifts) => shifts.every(({ startHour }, k) => k === 0 || startHour > shifts[k - 1]!.startHour),
      "shifts begin one after another",
    ),
});
export type CrewCalendar = z.infer<typeof CrewCalendar>;

const hour = 3_600_000;
const day = 24 * hour;

/** The crew on shift at a moment, ms UTC. */
export function crewAt({ clockOffsetMs, anchor, shifts }: CrewCalendar, at: number): string {
  const local = at + clockOffsetMs - anchor;
  const hours = (local - Math.floor(local / day) * day) / hour;
  const shift = shifts.filter(({ startHour }) => startHour <= hours).at(-1);
  // Before the first shift of a day the last of the day before still runs.
  const date = Math.floor(local / day) - (shift ? 0 : 1);
  const { crews } = shift ?? shifts.at(-1)!;
  return crews[((date % crews.length) + crews.length) % crews.length]!;
}
