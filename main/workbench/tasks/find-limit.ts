import type { AlertBudget, HealthModel, Limit } from "#shared/domain/health.ts";
import type { Run } from "#shared/domain/run.ts";
import { findEpisodes } from "../../analysis/health/episodes.ts";
import { limitForBudget } from "../../analysis/health/limit-for-budget.ts";
import type { SavedState } from "../../analysis/models/family.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";
import type { NewEpisode } from "./train-health.ts";
import { heldOutTag } from "./write-scores.ts";

interface LimitInput {
  folders: SignalFolder[];
  scoresFolder: string;
  saved: unknown;
  model: HealthModel;
  budget: AlertBudget;
}

/** Limit and episodes for another budget, from the stored scores: nothing is fitted or scored again. */
export async function findLimitTask(
  { folders, scoresFolder, saved, model, budget }: LimitInput,
  run: Run,
): Promise<{ limit: Limit; episodes: NewEpisode[] }> {
  const state = saved as SavedState;
  run.tick(0, 3, "reading");
  const scores = await readSignals({ folders: [scoresFolder], tags: ["score", heldOutTag] });
  const [score, heldOut] = scores.columns;
  const { limit } = limitForBudget({ saved: state, time: scores.time, heldOut: heldOut!.values, reference: model.reference, budget });
  run.tick(1, 3, "episodes");
  const frame = await readSignals({ folders, tags: model.tags });
  const episodes = findEpisodes({
    saved: state,
    frame,
    score: onClock(frame.time, scores.time, score!.values),
    limit,
    reference: model.reference,
  });
  run.tick(3, 3);
  return { limit, episodes };
}

/** Values of one ascending clock on another: those at equal times, NaN where there is none. */
export function onClock(time: Float64Array, otherTime: Float64Array, values: Float64Array): Float64Array {
  const found = new Float64Array(time.length).fill(Number.NaN);
  for (let i = 0, k = 0; i < time.length; i++) {
    while (k < otherTime.length && otherTime[k]! < time[i]!) k++;
    if (k < otherTime.length && otherTime[k] === time[i]) found[i] = values[k]!;
  }
  return found;
}
