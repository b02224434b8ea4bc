import type { Episode, HealthModel, RunChange } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import { recall } from "../analysis/episodes/recall.ts";
import type { FoundEpisode } from "../analysis/health/episodes.ts";
import type { Catalog } from "../store/catalog.ts";
import { lessonOf } from "./give-verdict.ts";
import { keepVerdicts } from "./keep-verdicts.ts";

/**
 * Puts newly found episodes in the place of those before: verdicts stay with the episodes they speak of, and what resembles an episode that was judged is
 * named after it, or quiet. To be called inside of a commit.
 * @returns the model as stored, with what the verdicts changed.
 */
export function putEpisodes(
  catalog: Catalog,
  model: HealthModel,
  found: readonly FoundEpisode[],
  { why, at, newId }: { why: RunChange["why"]; at: number; newId: () => string },
): HealthModel {
  const before = catalog.episodes.list(model.id);
  const fresh = found.map((one): Episode => ({ ...one, id: newId(), modelId: model.id, assetId: model.assetId, verdict: null }));
  const kept = keepVerdicts(fresh, before, catalog.lessons.list(model.assetId)).map((episode) => taught(catalog, episode, newId));
  catalog.episodes.removeOf(model.id);
  return recalled(catalog, model, kept, { why, at, alertsBefore: why === "trained" ? null : before.filter(isAlert).length });
}

/** Looks at the episodes of a model again, with the verdicts of today. To be called inside of a commit. */
export function recallAgain(catalog: Catalog, model: HealthModel, at: number): HealthModel {
  const before = catalog.episodes.list(model.id);
  return recalled(catalog, model, before, { why: "verdicts", at, alertsBefore: before.filter(isAlert).length });
}

function recalled(
  catalog: Catalog,
  model: HealthModel,
  episodes: readonly Episode[],
  told: Pick<RunChange, "why" | "at" | "alertsBefore">,
): HealthModel {
  const lessons = catalog.lessons.list(model.assetId);
  const known = episodes.map(({ recall: _, ...episode }): Episode => {
    const own = episode.verdict ? undefined : recall(episode, lessons);
    return own ? { ...episode, recall: own } : episode;
  });
  for (const episode of known) catalog.episodes.put(episode);
  const changed: HealthModel = {
    ...model,
    lastRun: { ...told, alerts: known.filter(isAlert).length, alertsWithout: known.length, lessons: deeds(known) },
  };
  catalog.healthModels.put(changed);
  return changed;
}

/** What each lesson did, the one that did most first. */
function deeds(episodes: readonly Episode[]): RunChange["lessons"] {
  const recalls = episodes.flatMap((episode) => (episode.recallDeclined ? [] : (episode.recall ?? [])));
  return [...Map.groupBy(recalls, ({ lessonId, quiet }) => `${lessonId} ${quiet}`).values()]
    .map((some) => {
      const { lessonId, verdict, cause, from, quiet } = some[0]!;
      return { lessonId, verdict, cause, from, episodes: some.length, quiet };
    })
    .sort((a, b) => b.episodes - a.episodes);
}

/** A verdict of a time before lessons were drawn teaches from now on. */
function taught(catalog: Catalog, episode: Episode, newId: () => string): Episode {
  const { verdict, fingerprint } = episode;
  if (!verdict || verdict.lessonId || verdict.verdict === "unclear" || !fingerprint) return episode;
  const teaching: Episode = { ...episode, verdict: { ...verdict, lessonId: newId() } };
  catalog.lessons.put(lessonOf(teaching)!);
  return teaching;
}
