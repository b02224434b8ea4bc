import type { Frame } from "#shared/domain/frame.ts";
import type { Episode, Limit } from "#shared/domain/health.ts";
import { contributions } from "../episodes/contributions.ts";
import { findIntervals } from "../episodes/intervals.ts";
import { prepare } from "../features/preparation.ts";
import type { SavedState } from "../models/family.ts";
import { deserializeHealth } from "./saved-health.ts";

/** An episode before it is stored: the workbench adds ids and keeps the verdict. */
export type FoundEpisode = Omit<Episode, "id" | "modelId" | "assetId" | "verdict">;

/**
 * Episodes of stored scores under a limit, oldest first, each with the tags that contribute.
 * @param frame the log as it was scored. @param score [rows] of that frame.
 */
export function findEpisodes({
  saved,
  frame,
  score,
  limit,
}: {
  saved: SavedState;
  frame: Frame;
  score: Float64Array;
  limit: Limit;
}): FoundEpisode[] {
  const { preparation, family, state } = deserializeHealth(saved);
  const prepared = prepare(preparation, frame);
  return findIntervals(frame.time, score, { ...limit, gapMs: preparation.gapMs }).map(({ from, to, alert, peak }) => {
    const abnormal: number[] = [];
    for (let row = from; row <= to; row++) if (score[row]! > limit.value) abnormal.push(row);
    return {
      from: frame.time[from]!,
      to: frame.time[to]!,
      alertAt: frame.time[alert]!,
      peakAt: frame.time[peak]!,
      peakScore: score[peak]!,
      contributions: contributions(family, state, prepared, Int32Array.from(abnormal)),
    };
  });
}
