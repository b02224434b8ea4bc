import type { HealthModel, RunChange } from "#shared/domain/health.ts";
import type { ProjectStore } from "../store/project-store.ts";
import type { Bench } from "./bench.ts";
import { keepCases } from "./keep-cases.ts";
import { putEpisodes } from "./put-episodes.ts";
import type { NewEpisode } from "./tasks/train-health.ts";

/** Stores a model with its newly found episodes, and the case they belong to. */
export function storeFound(
  bench: Bench,
  store: ProjectStore,
  model: HealthModel,
  episodes: readonly NewEpisode[],
  why: RunChange["why"],
): HealthModel {
  const newId = () => bench.newId();
  const stored = putEpisodes(store.catalog, model, episodes, { why, at: Date.now(), newId });
  keepCases(store, model.assetId, newId);
  return stored;
}
