import type { Frame } from "#shared/domain/frame.ts";
import { random } from "../../../main/analysis/signal/random.ts";

/** Random walks with three decimals, one row per second, frame by frame; the same on every machine. */
export function* largeSignals(rows: number, tags: readonly string[]): Generator<Frame> {
  const next = random(7);
  const walk = tags.map(() => next() * 100);
  const start = Date.UTC(2020, 0, 1);
  for (let from = 0; from < rows; from += 65_536) {
    const length = Math.min(65_536, rows - from);
    const columns = tags.map((tag, k) => {
      const values = new Float64Array(length);
      for (let i = 0; i < length; i++) {
        walk[k]! += next() - 0.5;
        values[i] = Math.round(walk[k]! * 1000) / 1000;
      }
      return { tag, unit: "", values };
    });
    yield { time: Float64Array.from({ length }, (_, i) => start + (from + i) * 1000), columns };
  }
}
