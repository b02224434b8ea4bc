import type { Calendar } from "./calendar.ts";
import { day, hour, minute } from "./clock.ts";
import { random } from "./random.ts";
import { wander } from "./wander.ts";

export interface Duty {
  /** [rows] 1 where the pump runs. */
  readonly running: Uint8Array;
  /** [rows] flow asked for, m³/h; 0 while stopped. */
  readonly demand_m3_h: Float64Array;
  /** [rows] opening of the control valve as the crew set it, %. */
  readonly valve_percent: Float64Array;
}

/** Load bands of the three shifts, m³/h: night, early, late. */
const weekdayBands = [102, 160, 136] as const;
const weekendBands = [96, 122, 108] as const;
export const rareLoad_m3_h = 190;

/** Each crew has its habit; the wider the valve, the less head is thrown away. */
const valveHabits_percent = [70, 75, 80, 86, 92] as const;

/** What the plant is asked to do, whatever the state of its machines: bands by shift and weekday, stops and starts, valve by crew. */
export function duty(seed: number, time: Float64Array, stepMs: number, { rareLoads, longStops }: Calendar): Duty {
  const running = new Uint8Array(time.length).fill(1);
  const demand_m3_h = new Float64Array(time.length);
  const valve_percent = new Float64Array(time.length);
  const crew = random(seed, "crew");
  const drift = wander(random(seed, "demand"), 4, 45 * minute, stepMs);

  let shift = Number.NaN;
  let offset = 0;
  let valve = 80;
  let band = Number.NaN;
  const approach = 1 - Math.exp(-stepMs / (15 * minute));
  for (let row = 0; row < time.length; row++) {
    const t = time[row]!;
    const shiftNow = Math.floor((t - 6 * hour) / (8 * hour));
    if (shiftNow !== shift) {
      shift = shiftNow;
      offset = 7 * crew.normal();
      valve = valveHabits_percent[Math.floor(crew.uniform() * valveHabits_percent.length)]!;
    }
    const rare = rareLoads.some(({ from, to }) => t >= from && t < to);
    const target = rare ? rareLoad_m3_h : bandOf(t) + offset;
    band = Number.isNaN(band) ? target : band + approach * (target - band);
    const asked = band + (rare ? 0.5 : 1) * drift();
    demand_m3_h[row] = Math.round(Math.min(200, Math.max(82, asked)));
    valve_percent[row] = rare ? 95 : valve;
  }

  const stop = (from: number, to: number): void => {
    for (let row = Math.max(0, Math.ceil((from - time[0]!) / stepMs)); row < time.length && time[row]! < to; row++) running[row] = 0;
  };
  for (const { from, to } of [...shortStops(seed, time), ...longStops]) stop(from, to);
  for (let row = 0; row < time.length; row++) if (!running[row]) demand_m3_h[row] = 0;
  return { running, demand_m3_h, valve_percent };
}

function bandOf(t: number): number {
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(t / day) + 4) % 7;
  const bands = weekday === 0 || weekday === 6 ? weekendBands : weekdayBands;
  const hourOfDay = (t % day) / hour;
  return hourOfDay >= 6 && hourOfDay < 14 ? bands[1] : hourOfDay >= 14 && hourOfDay < 22 ? bands[2] : bands[0];
}

/** Every Sunday two and a half hours for the change to the stand-by pump; besides, about one short stop in five days. */
function shortStops(seed: number, time: Float64Array): { from: number; to: number }[] {
  const chance = random(seed, "stops");
  const stops: { from: number; to: number }[] = [];
  const first = Math.floor(time[0]! / day) * day;
  const last = time[time.length - 1]!;
  for (let midnight = first; midnight <= last; midnight += day) {
    if ((Math.floor(midnight / day) + 4) % 7 === 0) stops.push({ from: midnight + 2 * hour, to: midnight + 4.5 * hour });
    const happens = chance.uniform() < 0.2;
    const from = midnight + chance.uniform() * day;
    const length = (15 + 75 * chance.uniform()) * minute;
    if (happens) stops.push({ from, to: from + length });
  }
  return stops;
}
