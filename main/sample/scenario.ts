import { type Calendar, calendar } from "./calendar.ts";
import { clock, hour, minute } from "./clock.ts";
import { type Duty, duty } from "./duty.ts";
import { random } from "./random.ts";
import type { SamplePlan } from "./sample-plan.ts";
import { wander } from "./wander.ts";
import { type Weather, weather } from "./weather.ts";

/** Everything that comes from outside of the machines: the same with faults and without. */
export interface Scenario extends Duty, Weather {
  readonly time: Float64Array;
  readonly stepMs: number;
  readonly calendar: Calendar;
  /** [rows] level of the suction tank above the pump's axis, m. Not logged. */
  readonly tankLevel_m: Float64Array;
  /** [rows] temperature at which the process gives its water back, °C. */
  readonly process_degC: Float64Array;
  /** [rows] 1 where the crew rinses the seal. */
  readonly rinsing: Uint8Array;
  /** [rows] ripple of the flow controller, share of the flow. */
  readonly ripple: Float64Array;
}

export function scenario(plan: SamplePlan): Scenario {
  const { seed, intervalMs: stepMs } = plan;
  const time = clock(plan);
  const plannedCalendar = calendar(plan);
  const asked = duty(seed, time, stepMs, plannedCalendar);
  const outside = weather(seed, time, stepMs);

  const level = wander(random(seed, "tank"), 0.12, 8 * hour, stepMs);
  const heat = wander(random(seed, "heat"), 0.4, 1.5 * hour, stepMs);
  const hunting = wander(random(seed, "ripple"), 0.004, 4 * minute, stepMs);
  const tankLevel_m = new Float64Array(time.length);
  const process_degC = new Float64Array(time.length);
  const ripple = new Float64Array(time.length);
  const rinsing = Uint8Array.from(time, (t) => (plannedCalendar.rinses.some(({ from, to }) => t >= from && t < to) ? 1 : 0));
  const keep = Math.exp(-stepMs / (40 * minute));
  let load = 120;
  for (let row = 0; row < time.length; row++) {
    // While the pump is stopped the process waits at the load it had.
    if (asked.running[row]) load = load * keep + asked.demand_m3_h[row]! * (1 - keep);
    tankLevel_m[row] = 1.8 + Math.max(-0.35, Math.min(0.35, level()));
    process_degC[row] = 40 + 0.045 * (load - 120) + 0.08 * (outside.ambient_degC[row]! - 10) + heat();
    ripple[row] = hunting();
  }
  return { time, stepMs, calendar: plannedCalendar, ...asked, ...outside, tankLevel_m, process_degC, rinsing, ripple };
}
