import type { TimeRange } from "#shared/domain/time-range.ts";
import type { NormalScores } from "../episodes/limit.ts";
import { rangeRows } from "../features/range-rows.ts";
import { coveredMs } from "./covered.ts";

/** The held-out scores of the reference as limits are found from them. @param time [rows] of the log. @param heldOut [rows]. */
export function normalScores(
  time: Float64Array,
  heldOut: Float64Array,
  reference: readonly TimeRange[],
  { intervalMs, gapMs }: { intervalMs: number; gapMs: number },
): NormalScores {
  const rows = rangeRows(time, reference);
  return {
    time: Float64Array.from(rows, (row) => time[row]!),
    score: Float64Array.from(rows, (row) => heldOut[row]!),
    coveredMs: coveredMs(time, rows, { intervalMs, gapMs }),
    gapMs,
  };
}
