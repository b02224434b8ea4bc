import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { runFrames } from "../features/run-frames.ts";
import type { AnyFamily } from "../models/registry.ts";
import { partOfRun } from "./part-of-run.ts";
import { scoreFrame } from "./score-frame.ts";

const blocks = 5;

/**
 * Scores of the reference as the model would have given them had it not seen them: the reference is cut into five blocks
 * of time, and each is scored by a model of the other four. A model's scores of its own training rows are too good to
 * set a limit by, and rows beside each other are too alike to be held out singly.
 * @param frame prepared. @param rows reference rows that have a score, ascending.
 * @returns [rows of the frame] NaN outside the reference, and in a block whose other four cannot train the family.
 */
export function heldOutScores(
  { family, params, frame, rows, gapMs }: { family: AnyFamily; params: unknown; frame: Frame; rows: Int32Array; gapMs: number },
  run: Run,
): Float64Array {
  const held = new Float64Array(frame.time.length).fill(Number.NaN);
  for (let block = 0; block < blocks; block++) {
    const from = Math.floor((rows.length * block) / blocks);
    const to = Math.floor((rows.length * (block + 1)) / blocks);
    const others = runFrames(
      frame,
      rows.filter((_, i) => i < from || i >= to),
      gapMs,
    );
    if (family.sufficiency(others, params).some((f) => f.severity === "blocking")) continue;
    const part = (done: number, to: number) =>
      partOfRun(run, { from: (block + done) / blocks, to: (block + to) / blocks, note: "held-out" });
    const state = family.fit(others, params, part(0, 0.7));
    const asked = rows.subarray(from, to);
    const values = frame.columns.map((c) => ({ ...c, values: Float64Array.from(asked, (row) => c.values[row]!) }));
    const { score } = scoreFrame(
      family,
      state,
      { time: Float64Array.from(asked, (row) => frame.time[row]!), columns: values },
      part(0.7, 1),
    );
    asked.forEach((row, i) => {
      held[row] = score[i]!;
    });
  }
  return held;
}
