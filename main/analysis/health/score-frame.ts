import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import type { AnyFamily } from "../models/registry.ts";

const chunkRows = 50_000; // some 100 ms of the slowest family

/** Scores and statistics of every row; rows in chunks, so that a person can stop it. @param frame prepared. */
export function scoreFrame(
  family: AnyFamily,
  state: unknown,
  frame: Frame,
  run: Run,
): { score: Float64Array; statistics: Record<string, Float64Array> } {
  const rows = frame.time.length;
  const score = new Float64Array(rows);
  const statistics: Record<string, Float64Array> = {};
  for (let from = 0; from < rows; from += chunkRows) {
    run.tick(from, rows);
    const to = Math.min(rows, from + chunkRows);
    const chunk = {
      time: frame.time.subarray(from, to),
      columns: frame.columns.map((c) => ({ ...c, values: c.values.subarray(from, to) })),
    };
    const answer = family.score(state, chunk);
    if (answer.kind !== "anomaly") throw new Error(`The family ${family.id} gives no anomaly score.`);
    score.set(answer.score, from);
    for (const [name, values] of Object.entries(answer.statistics)) {
      statistics[name] ??= new Float64Array(rows);
      statistics[name].set(values, from);
    }
  }
  run.tick(rows, rows);
  return { score, statistics };
}
