import { formatDuration } from "#shared/units/format-duration.ts";
import { defaultStart } from "../../clock/row-clock.ts";
import { finding } from "../../sentence.ts";
import { calendarColumns } from "./calendar-columns.ts";
import { counters } from "./counters.ts";
import { dayOfYearColumns } from "./day-of-year.ts";
import { digitDates } from "./digit-dates.ts";
import { elapsed } from "./elapsed.ts";
import { namelessCalendar } from "./nameless-calendar.ts";
import type { GuessedClock, SampledTable } from "./sampled-table.ts";
import { timesOfDay } from "./times-of-day.ts";
import { writtenTimes } from "./written-times.ts";

/** The surest first: what names a date before what only counts. */
const guesses: readonly ((sampled: SampledTable) => GuessedClock | undefined)[] = [
  writtenTimes,
  counters,
  digitDates,
  calendarColumns,
  namelessCalendar,
  dayOfYearColumns,
  timesOfDay,
  elapsed,
];

const defaultStepMs = 3_600_000;

/** Where the time of a row comes from; a rate that a person has to correct where nothing in the file tells. */
export function guessClock(sampled: SampledTable): GuessedClock {
  for (const guess of guesses) {
    const found = guess(sampled);
    if (found) return found;
  }
  return {
    clock: { source: "rate", start: defaultStart, stepMs: defaultStepMs },
    findings: [finding("import.no-time", "warning", { step: formatDuration(defaultStepMs), start: "2000-01-01 00:00" })],
    otherClocks: [],
  };
}
