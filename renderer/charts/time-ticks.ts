import { formatTime, zoneOffset } from "#shared/units/format-time.ts";

export interface TimeTick {
  /** ms UTC. */
  readonly at: number;
  /** `14:05`, `03-12`, `2024`. */
  readonly label: string;
  /** What the label leaves out, where it is first needed or changes: the day, the year. */
  readonly context?: string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 7, 14].map((n) => n * day),
];
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/**
 * Moments to write on a time axis: round ones on the clock of the zone, never more than there is room for.
 * @param atMost how many there is room for, at least 1.
 */
export function timeTicks(from: number, to: number, atMost: number, zone = "UTC"): TimeTick[] {
  if (!(to > from)) return [];
  const rough = (to - from) / Math.max(1, atMost);
  const step = steps.find((candidate) => candidate >= rough);
  return step === undefined ? calendarTicks(from, to, rough, zone) : clockTicks(from, to, step, zone);
}

function clockTicks(from: number, to: number, step: number, zone: string): TimeTick[] {
  const offset = zoneOffset(from, zone);
  const ticks: TimeTick[] = [];
  let context = "";
  // Weeks begin on Monday (ISO 8601); the first day of 1970 was a Thursday.
  const phase = step % (7 * day) === 0 ? 4 * day : 0;
  for (let local = Math.ceil((from + offset - phase) / step) * step + phase; local - offset <= to; local += step) {
    const at = local - offset;
    const full = formatTime(at, { zone, precision: "millisecond" });
    const label =
      step >= day ? full.slice(5, 10) : step >= minute ? full.slice(11, 16) : step >= second ? full.slice(11, 19) : full.slice(11, 23);
    const above = step >= day ? full.slice(0, 4) : full.slice(0, 10);
    ticks.push(above === context ? { at, label } : { at, label, context: above });
    context = above;
  }
  return ticks;
}

function calendarTicks(from: number, to: number, rough: number, zone: string): TimeTick[] {
  const months = monthSteps.find((n) => n * 30.44 * day >= rough) ?? 1200;
  const offset = zoneOffset(from, zone);
  const start = new Date(from + offset);
  const first =
    Math.ceil(
      (start.getUTCFullYear() * 12 + start.getUTCMonth() + (start.getUTCDate() > 1 || (from + offset) % day > 0 ? 1 : 0)) / months,
    ) * months;
  const ticks: TimeTick[] = [];
  for (let month = first; ; month += months) {
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    const at = date.getTime() - offset;
    if (at > to) return ticks;
    const year = String(Math.floor(month / 12));
    if (months >= 12) ticks.push({ at, label: year });
    else ticks.push({ at, label: `${year}-${String((month % 12) + 1).padStart(2, "0")}` });
  }
}
