import type { Frame } from "#shared/domain/frame.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

export const minute = 60_000;
export const day = 24 * 60 * minute;

/**
 * Twelve days of a pump, a row a minute: load by time of day, three tags that follow it, an hour's stop every second day,
 * and a fault on day ten, in which the pressure is a little lower than speed and flow ask for.
 */
export function exampleLog({ fault = true, seed = 1 } = {}): Frame {
  const rows = 12 * 24 * 60;
  const chance = random(seed);
  const noise = () => chance() + chance() + chance() - 1.5;
  const tags = ["speed", "flow", "pressure", "temperature"];
  const columns = tags.map((tag) => ({ tag, unit: tag === "pressure" ? "bar" : "", values: new Float64Array(rows) }));
  let wander = 0;
  for (let i = 0; i < rows; i++) {
    wander = 0.99 * wander + 0.1 * noise();
    const load = 1 + 0.2 * Math.sin((2 * Math.PI * i) / 1440) + 0.05 * wander;
    const runs = i % 2880 < 2000 || i % 2880 >= 2060;
    const faulty = fault && i >= 10 * 1440 && i < 10 * 1440 + 360;
    const row = runs
      ? [
          1400 * load + 3 * noise(),
          150 * load + noise(),
          4 * load ** 2 + 0.02 * noise() - (faulty ? 0.2 : 0),
          45 + 5 * load + 0.2 * noise(),
        ]
      : [0, 0, 0, 45 + noise()];
    row.forEach((value, j) => {
      columns[j]!.values[i] = value;
    });
  }
  return { time: Float64Array.from({ length: rows }, (_, i) => i * minute), columns };
}
