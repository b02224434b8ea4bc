import { writeFileSync } from "node:fs";
import { random } from "../../main/analysis/signal/random.ts";

export const start = Date.UTC(2025, 0, 1);
const stepMs = 1_800_000;
export const days = 30;
export const day = 86_400_000;

export interface PumpLog {
  path: string;
  firstDay: number;
  days: number;
  /** Lines nobody can read, and two that stand the wrong way round. */
  untidy?: boolean;
}

/** A pump at half-hour steps: power follows flow, and from the 25th day on takes 6 % more. */
export function writePumpLog({ path, firstDay, days, untidy = false }: PumpLog): void {
  const chance = random(firstDay + 7);
  const noise = () => chance() - 0.5;
  const lines: string[] = [];
  for (let time = start + firstDay * day; time < start + (firstDay + days) * day; time += stepMs) {
    const flow = 100 + 20 * Math.sin((time / day) * 2 * Math.PI) + 4 * noise();
    const loss = time >= start + 24 * day ? 1.06 : 1;
    const power = (10 + 0.2 * flow) * loss + 0.2 * noise();
    const temperature = 40 + 0.1 * flow + (loss > 1 ? 6 : 0) + 0.5 * noise();
    lines.push(`${new Date(time).toISOString()},${flow.toFixed(3)},${power.toFixed(4)},${temperature.toFixed(3)}`);
  }
  if (untidy) {
    lines[20] = "the logger was restarted";
    [lines[40], lines[41]] = [lines[41]!, lines[40]!];
  }
  writeFileSync(path, `time,flow [m3/h],power [kW],temperature [degC]\n${lines.join("\n")}\n`);
}
