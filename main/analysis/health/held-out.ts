import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import type { AnyFamily } from "../models/registry.ts";
import type { HeldOutModel } from "./held-out-models.ts";
import { partOfRun } from "./part-of-run.ts";
import { scoreFrame } from "./score-frame.ts";

/**
 * Scores of the reference as a model would have given them had it not seen them: a model's scores of its own training
 * rows are too good to set a limit by.
 * @param frame prepared.
 * @returns [rows of the frame] NaN outside the reference, and in a block that has no model.
 */
export function heldOutScores(
  { family, frame, models }: { family: AnyFamily; frame: Frame; models: readonly HeldOutModel[] },
  run: Run,
): Float64Array {
  const held = new Float64Array(frame.time.length).fill(Number.NaN);
  for (const [block, { rows, state }] of models.entries()) {
    if (state === null || rows.length === 0) continue;
    const part = partOfRun(run, { from: block / models.length, to: (block + 1) / models.length, note: "held-out" });
    if (family.lookBack) {
      // Rows between those of the block are part of what is looked back on.
      const from = Math.max(0, rows[0]! - family.lookBack.rows(state));
      const until = rows.at(-1)! + 1;
      const columns = frame.columns.map((c) => ({ ...c, values: c.values.subarray(from, until) }));
      const { score } = scoreFrame(family, state, { time: frame.time.subarray(from, until), columns }, part, rows[0]! - from);
      for (const row of rows) held[row] = score[row - rows[0]!]!;
      continue;
    }
    const columns = frame.columns.map((c) => ({ ...c, values: Float64Array.from(rows, (row) => c.values[row]!) }));
    const { score } = scoreFrame(family, state, { time: Float64Array.from(rows, (row) => frame.time[row]!), columns }, part);
    rows.forEach((row, i) => {
      held[row] = score[i]!;
    });
  }
  return held;
}
