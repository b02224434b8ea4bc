import { offsetOf } from "./wall-clock.ts";

/** Digits behind the milliseconds, none where there are no microseconds. */
const fine = (micros: number): string => (micros === 0 ? "" : String(micros).padStart(3, "0"));

/** An instant (ms UTC) as ISO 8601 on a zone's clock, with its offset; `Z` for UTC. */
export function zonedIso(ms: number | null, zone: string): string | null {
  if (ms === null) return null;
  const offset = offsetOf(zone, ms);
  const whole = Math.floor(ms);
  const micros = Math.round((ms - whole) * 1000);
  const wall = new Date((micros === 1000 ? whole + 1 : whole) + offset).toISOString().replace("Z", `${fine(micros % 1000)}Z`);
  if (offset === 0) return wall;
  const minutes = Math.abs(offset) / 60_000;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");
  return `${wall.slice(0, -1)}${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
