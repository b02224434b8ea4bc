import type { Column } from "#shared/domain/frame.ts";
import type { Meter, MeterRows, Term } from "#shared/domain/proof.ts";
import { termColumn } from "./term-column.ts";

const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;
const segments = 6;
const fewestRows = 20;

/**
 * Time of week and temperature: one level for every hour of the week (every weekday, for daily readings) and straight pieces over the
 * driver, cut into six equal parts of its range (Mathieu, Price, Kiliccote & Piette, IEEE Transactions on Smart Grid 2 (2011) 507–518).
 * Slots nobody has seen and parts with fewer than 20 rows of their own are joined to their neighbours.
 */
export function timeOfWeekTerms(rows: MeterRows, meter: Meter, driver: Column | undefined): Term[] {
  const slotMs = Math.min(day, Math.max(hour, meter.intervalMs));
  const slots = Array.from({ length: Math.round(week / slotMs) }, (_, slot): Term => ({ kind: "time-of-week", slot, slotMs }));
  const seen = slots.filter((slot) => termColumn(slot, rows, meter).includes(1));
  if (!driver) return seen;
  const low = driver.values.reduce((a, b) => Math.min(a, b));
  const high = driver.values.reduce((a, b) => Math.max(a, b));
  const count = (from: number, to: number): number => driver.values.reduce((sum, x) => sum + (x >= from && x < to ? 1 : 0), 0);
  const knots: number[] = [];
  for (let k = 1; k < segments; k++) {
    const at = low + (k * (high - low)) / segments;
    if (count(knots.at(-1) ?? Number.NEGATIVE_INFINITY, at) >= fewestRows) knots.push(at);
  }
  while (knots.length > 0 && count(knots.at(-1)!, Number.POSITIVE_INFINITY) < fewestRows) knots.pop();
  const ends = [null, ...knots, null];
  return [...seen, ...ends.slice(1).map((to, k): Term => ({ kind: "segment", tag: driver.tag, from: ends[k]!, to }))];
}
