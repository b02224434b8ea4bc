import { writeFileSync } from "node:fs";

const start = Date.UTC(2025, 0, 6);
const stepMs = 600_000;
const perDay = 144;

/** What is planted in the log: days counted from its start. */
export const planted = {
  days: 28,
  from: start,
  to: start + 28 * 86_400_000,
  /** The bearing runs hot. */
  fault: { from: start + 20 * 86_400_000, to: start + 21.5 * 86_400_000, tag: "bearing_temperature" },
  /** From then on the pump takes 4 % more power for the same flow. */
  loss: { from: start + 16 * 86_400_000, percent: 4 },
} as const;

/** A pump for four weeks, a row every ten minutes: the same bytes each time. */
export function writePumpLog(file: string): void {
  let state = 20250106;
  const noise = (): number => {
    // A sum of uniforms is near enough to normal for a sensor.
    let sum = 0;
    for (let k = 0; k < 4; k++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      sum += state / 2 ** 32 - 0.5;
    }
    return sum;
  };
  const lines = ["time,flow [m3/h],motor_power [kW],bearing_temperature [degC],ambient_temperature [degC],valve_position [%],site [1]"];
  for (let row = 0; row < planted.days * perDay; row++) {
    const at = start + row * stepMs;
    const day = row / perDay;
    const flow = 90 + 30 * Math.sin(2 * Math.PI * day) + 12 * Math.sin(2 * Math.PI * 3.3 * day) + 3 * noise();
    const ambient = 12 + 5 * Math.sin(2 * Math.PI * (day - 0.3)) + 2 * Math.sin(day / 3) + 0.4 * noise();
    const worse = at >= planted.loss.from ? 1 + planted.loss.percent / 100 : 1;
    const power = (3 + 0.09 * flow + 0.0004 * flow ** 2) * worse * (1 + 0.006 * noise());
    const hot = at >= planted.fault.from && at < planted.fault.to ? 14 : 0;
    const bearing = 30 + 0.9 * ambient + 0.06 * flow + hot + 0.5 * noise();
    const valve = 40 + 0.4 * flow + 0.6 * noise();
    const cells = [flow, power, bearing, ambient, valve].map((value) => value.toFixed(3));
    lines.push(`${new Date(at).toISOString()},${cells.join(",")},7`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
}
