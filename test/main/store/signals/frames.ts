import type { Frame } from "#shared/domain/frame.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

/** A seeded frame: random walks, with holes in a share of the cells and stretches without rows. */
export function seededFrame(options: {
  seed: number;
  rows: number;
  tags?: readonly string[];
  holes?: number;
  gaps?: number;
  stepMs?: number;
  start?: number;
}): Frame {
  const { seed, rows, tags = ["a", "b"], holes = 0, gaps = 0, stepMs = 1000, start = Date.UTC(2024, 0, 1) } = options;
  const next = random(seed);
  let at = start;
  const time = Float64Array.from({ length: rows }, () => {
    const now = at;
    at += next() < gaps ? stepMs * 500 : stepMs;
    return now;
  });
  const columns = tags.map((tag) => {
    let v = next() * 100;
    return {
      tag,
      unit: "bar",
      values: Float64Array.from({ length: rows }, () => {
        v += next() - 0.5;
        return next() < holes ? Number.NaN : v;
      }),
    };
  });
  return { time, columns };
}

/** The frame in pieces, as a reader hands it over. */
export function* pieces(frame: Frame, rows: number): Generator<Frame> {
  for (let from = 0; from < frame.time.length; from += rows) {
    const cut = (array: Float64Array) => array.subarray(from, from + rows);
    yield { time: cut(frame.time), columns: frame.columns.map((c) => ({ ...c, values: cut(c.values) })) };
  }
}
