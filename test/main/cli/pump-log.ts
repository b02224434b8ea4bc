import { writeFileSync } from "node:fs";
import { join } from "node:path";

const minute = 60_000;
export const pumpLogStart = Date.UTC(2025, 0, 6);

/** A small seeded noise, so that no two rows are alike. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes, 2nd ed., §7.1
    return state / 2 ** 32 - 0.5;
  };
}

/**
 * A log of a pump, a row a minute: flow follows the duty of the day, power follows flow. From `wornFrom` on the pump takes 10 % more power for it.
 * @returns path of the file
 */
export function pumpLog(
  folder: string,
  { rows, wornFrom = rows, name = "pump.csv" }: { rows: number; wornFrom?: number; name?: string },
): string {
  const random = noise(7);
  const lines = ["time,flow [m3/h],motor_power [kW],bearing_temperature [°C]"];
  for (let row = 0; row < rows; row++) {
    const flow = 100 + 30 * Math.sin((2 * Math.PI * row) / 1440) + 4 * random();
    const power = (8 + 0.1 * flow + 0.3 * random()) * (row >= wornFrom ? 1.1 : 1);
    const temperature = 40 + 0.8 * power + random();
    const time = new Date(pumpLogStart + row * minute).toISOString();
    lines.push(`${time},${flow.toFixed(2)},${power.toFixed(3)},${temperature.toFixed(2)}`);
  }
  const file = join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}
