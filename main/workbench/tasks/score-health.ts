import type { HealthModel } from "#shared/domain/health.ts";
import type { Run } from "#shared/domain/run.ts";
import { findEpisodes } from "../../analysis/health/episodes.ts";
import { regimeOfLog } from "../../analysis/health/regime-of-log.ts";
import { scoreHealth } from "../../analysis/health/score.ts";
import type { SavedState } from "../../analysis/models/family.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";
import { onClock } from "./find-limit.ts";
import { asOnAsset, mappingOf, readAs, referenceIn } from "./model-frame.ts";
import type { NewEpisode } from "./train-health.ts";
import { heldOutTag, writeScores } from "./write-scores.ts";

interface ScoreInput {
  folders: SignalFolder[];
  /** Where the model's scores lie now, null where it has none yet, and where the new ones are staged. */
  scoresFolder: string | null;
  staging: string;
  saved: unknown;
  model: HealthModel;
}

/** Scores the whole log of today with a model of yesterday, under its limit. */
export async function scoreHealthTask(
  { folders, scoresFolder, staging, saved, model }: ScoreInput,
  run: Run,
): Promise<{ episodes: NewEpisode[] }> {
  const state = saved as SavedState;
  run.tick(0, 100, "reading");
  const frame = await readAs(mappingOf(model), { folders, tags: model.tags });
  const before = scoresFolder === null ? undefined : await readSignals({ folders: [scoresFolder], tags: [heldOutTag] });
  const { score, statistics } = scoreHealth(state, frame, {
    seed: run.seed,
    tick: (done, total, note) => run.tick(10 + (60 * done) / (total || 1), 100, note),
  });
  const heldOut = before
    ? onClock(frame.time, before.time, before.columns[0]!.values)
    : new Float64Array(frame.time.length).fill(Number.NaN);
  await writeScores({ time: frame.time, score, statistics, heldOut, regime: regimeOfLog(state, frame), folder: staging }, run);
  run.tick(85, 100, "episodes");
  const episodes = findEpisodes({ saved: state, frame, score, limit: model.limit, reference: referenceIn(model) });
  return { episodes: asOnAsset(episodes, model) };
}
