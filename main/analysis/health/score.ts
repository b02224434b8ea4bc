import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import type { SavedState } from "../models/family.ts";
import { deserializeHealth } from "./saved-health.ts";
import { scoreLog } from "./score-log.ts";

/** The tags a stored model reads: those it judges, and those that tell whether the machine runs and in which regime. */
export function tagsRead(saved: SavedState): string[] {
  const { tags, operating, regimes } = deserializeHealth(saved).preparation;
  return [...new Set([...tags, ...operating.map((o) => o.tag), ...(regimes?.tags ?? [])])];
}

/** Scores and statistics of a frame by a stored model: the same rows give the same scores as in training. */
export function scoreHealth(
  saved: SavedState,
  frame: Frame,
  run: Run,
): { score: Float64Array; statistics: Readonly<Record<string, Float64Array>> } {
  const { preparation, family, state } = deserializeHealth(saved);
  return scoreLog({ preparation, family, state }, frame, run);
}
