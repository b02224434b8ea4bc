import type { Frame } from "#shared/domain/frame.ts";
import { targetTag } from "../../main/analysis/models/target.ts";
import { random } from "../../main/analysis/signal/random.ts";

/**
 * Five tags that two hidden causes move together, with noise; the first is what efficiency families expect. One row a second.
 * @param faultAt row at which two tags leave what the others tell, and nothing else does.
 */
export function exampleFrame({ rows = 600, seed = 1, faultAt = -1 } = {}): Frame {
  const chance = random(seed);
  const noise = () => chance() + chance() + chance() - 1.5;
  const columns = [targetTag, "a", "b", "c", "d"].map((tag) => ({ tag, unit: "bar", values: new Float64Array(rows) }));
  let load = 0;
  let season = 0;
  for (let i = 0; i < rows; i++) {
    load = 0.9 * load + noise();
    season = 0.99 * season + 0.3 * noise();
    const row = [2 * load + season, load, season, load - season, 3 * season - load];
    for (const [j, column] of columns.entries()) column.values[i] = row[j]! + 0.1 * noise();
  }
  if (faultAt >= 0) {
    columns[1]!.values[faultAt]! += 8;
    columns[2]!.values[faultAt]! -= 8;
  }
  return { time: Float64Array.from({ length: rows }, (_, i) => i * 1000), columns };
}

/** Some rows of a frame, in the order given. */
export const rowsOf = (frame: Frame, rows: readonly number[]): Frame => ({
  time: Float64Array.from(rows, (row) => frame.time[row]!),
  columns: frame.columns.map((c) => ({ ...c, values: Float64Array.from(rows, (row) => c.values[row]!) })),
});

/** A frame that shares nothing with the one given. */
export const copyOf = (frame: Frame): Frame =>
  rowsOf(
    frame,
    Array.from(frame.time, (_, i) => i),
  );
