import { day, hour } from "./clock.ts";
import { random } from "./random.ts";
import { wander } from "./wander.ts";

export interface Weather {
  /** [rows] outside, °C. */
  readonly ambient_degC: Float64Array;
  /** [rows] pump hall: follows outside by three hours, warmed by the machines, °C. */
  readonly hall_degC: Float64Array;
  /** [rows] cooling water: a third of the swing of the outside, a day and a half behind, °C. */
  readonly coolant_degC: Float64Array;
}

/** A maritime spring at 11 °C a year: season ± 2.5 K (coldest at the end of January), day ± 3 K, weather fronts of 3 K over a day and a half. */
export function weather(seed: number, time: Float64Array, stepMs: number): Weather {
  const chance = random(seed, "weather");
  const front = wander(chance, 3, 1.5 * day, stepMs);
  const cloud = wander(chance, 0.35, 1 * day, stepMs);
  const gust = wander(chance, 0.3, 0.5 * hour, stepMs);
  const hallKeep = Math.exp(-stepMs / (3 * hour));
  const coolantKeep = Math.exp(-stepMs / (36 * hour));
  const ambient_degC = new Float64Array(time.length);
  const hall_degC = new Float64Array(time.length);
  const coolant_degC = new Float64Array(time.length);
  let slow = Number.NaN;
  let slower = Number.NaN;
  for (let row = 0; row < time.length; row++) {
    const t = time[row]!;
    const season = 11 - 2.5 * Math.cos((2 * Math.PI * (t / day - 25)) / 365.25);
    // Warmest at 15 h, coldest at 3 h.
    const sun = 3 * Math.cos((2 * Math.PI * ((t % day) - 15 * hour)) / day);
    const outside = season + front() + sun * Math.max(0.2, 1 + cloud()) + gust();
    slow = Number.isNaN(slow) ? outside : slow * hallKeep + outside * (1 - hallKeep);
    slower = Number.isNaN(slower) ? outside : slower * coolantKeep + outside * (1 - coolantKeep);
    ambient_degC[row] = outside;
    hall_degC[row] = 9 + 0.8 * slow;
    coolant_degC[row] = 9.5 + 0.35 * slower;
  }
  return { ambient_degC, hall_degC, coolant_degC };
}
