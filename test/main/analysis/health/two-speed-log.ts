import type { Frame } from "#shared/domain/frame.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { minute } from "./example-log.ts";

/**
 * Days of a pump at two speeds, four hours each, 30 and 45 Hz, with an hour's stop every second day. Pressure and power follow the speed each in
 * its own way, and the pressure scatters eight times as much at the higher speed.
 */
export function twoSpeedLog({ days = 12, seed = 1 } = {}): Frame {
  const rows = days * 1440;
  const chance = random(seed);
  const noise = () => chance() + chance() + chance() - 1.5;
  const tags = ["speed_setpoint", "pressure", "power", "temperature"];
  const units = ["Hz", "bar", "kW", "degC"];
  const columns = tags.map((tag, k) => ({ tag, unit: units[k]!, values: new Float64Array(rows) }));
  let wander = 0;
  for (let i = 0; i < rows; i++) {
    wander = 0.98 * wander + 0.2 * noise();
    const runs = i % 2880 >= 60;
    const high = Math.floor(i / 240) % 2 === 1;
    const speed = high ? 45 : 30;
    const row = runs
      ? [
          speed,
          (speed / 10) ** 2 / 4 + (high ? 0.16 : 0.02) * (noise() + 0.3 * wander),
          (speed / 10) ** 3 / 8 + 0.05 * noise(),
          40 + speed / 10 + 0.3 * wander + 0.1 * noise(),
        ]
      : [0, 0, 0, 40 + noise()];
    row.forEach((value, j) => {
      columns[j]!.values[i] = value;
    });
  }
  return { time: Float64Array.from({ length: rows }, (_, i) => i * minute), columns };
}
