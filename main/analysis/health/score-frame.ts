import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import type { AnyFamily } from "../models/registry.ts";

const chunkRows = 50_000; // some 100 ms of the slowest family

/**
 * Scores and statistics of every row; rows in chunks, so that a person can stop it and what a family looks back on never stands in memory for all rows at once.
 * @param frame prepared. @param first row to score; those before it are only looked back on. @returns from that row on.
 */
export function scoreFrame(
  family: AnyFamily,
  state: unknown,
  frame: Frame,
  run: Run,
  first = 0,
): { score: Float64Array; statistics: Record<string, Float64Array> } {
  const rows = frame.time.length - first;
  const back = family.lookBack?.rows(state) ?? 0;
  const score = new Float64Array(rows);
  const statistics: Record<string, Float64Array> = {};
  for (let from = first; from < frame.time.length; from += chunkRows) {
    run.tick(from - first, rows);
    const to = Math.min(frame.time.length, from + chunkRows);
    const known = Math.max(0, from - back);
    const chunk = rowsOf(frame, known, to);
    const answer = family.score(state, family.lookBack ? rowsOf(family.lookBack.widen(state, chunk), from - known, to - known) : chunk);
    if (answer.kind !== "anomaly") throw new Error(`The family ${family.id} gives no anomaly score.`);
    score.set(answer.score, from - first);
    for (const [name, values] of Object.entries(answer.statistics)) {
      statistics[name] ??= new Float64Array(rows);
      statistics[name].set(values, from - first);
    }
  }
  run.tick(rows, rows);
  return { score, statistics };
}

const rowsOf = (frame: Frame, from: number, to: number): Frame => ({
  time: frame.time.subarray(from, to),
  columns: frame.columns.map((c) => ({ ...c, values: c.values.subarray(from, to) })),
});
