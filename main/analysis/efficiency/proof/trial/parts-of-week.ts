import { orderCount } from "./drawn-orders.ts";

const hour = 3_600_000;
const day = 24 * hour;
// Night, morning, afternoon and evening.
const dayPart = 6 * hour;
// 1970-01-01 was a Thursday.
const monday = 3 * day;
// So many orders leave a chance below 5 % to tell, with some to spare.
const fewestOrders = 100;

/**
 * The part of the day and the week each pair begins in: as fine as leaves the lot enough orders to draw from (weekday and part of the
 * day, then working days against weekends with the part of the day, then the part of the day alone, then none).
 * @param starts [pairs] ms UTC. @param clockOffsetMs local standard time minus UTC.
 */
export function partsOfWeek(starts: readonly number[], clockOffsetMs: number): number[] {
  const local = starts.map((at) => at + clockOffsetMs);
  const weekday = (at: number): number => ((Math.floor((at + monday) / day) % 7) + 7) % 7;
  const part = (at: number): number => Math.floor((((at % day) + day) % day) / dayPart);
  const ways: ((at: number) => number)[] = [(at) => 4 * weekday(at) + part(at), (at) => 4 * (weekday(at) >= 5 ? 1 : 0) + part(at), part];
  return ways.map((way) => local.map(way)).find((strata) => orderCount(strata) >= fewestOrders) ?? local.map(() => 0);
}
