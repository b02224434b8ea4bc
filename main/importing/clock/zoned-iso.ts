import { offsetOf } from "./wall-clock.ts";

/** An instant (ms UTC) as ISO 8601 on a zone's clock, with its offset; `Z` for UTC. */
export function zonedIso(ms: number | null, zone: string): string | null {
  if (ms === null) return null;
  const offset = offsetOf(zone, ms);
  const wall = new Date(ms + offset).toISOString();
  if (offset === 0) return wall;
  const minutes = Math.abs(offset) / 60_000;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");
  return `${wall.slice(0, -1)}${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
