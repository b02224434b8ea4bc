import { activeModels } from "#shared/domain/active-models.ts";
import { belongsTo, type Case, type CaseEpisode, isOpen } from "#shared/domain/case.ts";
import type { Episode } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import type { DeadStretch } from "#shared/domain/watch.ts";
import type { Catalog } from "../store/catalog.ts";

const hasPart = 0.1; // of the score: a tag with less has hardly caused an episode
const deadOver = 0.5; // of an episode

/** The episodes of all models in use of an asset, the oldest first. */
export function episodesInUse(catalog: Catalog, assetId: string): Episode[] {
  return activeModels(catalog.healthModels.list(assetId))
    .flatMap(({ id }) => catalog.episodes.list(id))
    .sort((a, b) => a.from - b.from);
}

/** The open case of an asset, where there is one. */
export const openCaseOf = (catalog: Catalog, assetId: string): Case | undefined => catalog.cases.list(assetId).find(isOpen);

/** How a case tells of its episodes. */
export function caseEpisodes(catalog: Catalog, one: Pick<Case, "assetId" | "after" | "until">, all?: readonly Episode[]): CaseEpisode[] {
  const episodes = (all ?? episodesInUse(catalog, one.assetId)).filter((episode) => belongsTo(one, episode));
  const families = new Map(catalog.healthModels.list(one.assetId).map(({ id, familyId }) => [id, familyId]));
  const dead = catalog.vitals.find(one.assetId)?.dead ?? [];
  return episodes.map((episode) => told(episode, families.get(episode.modelId) ?? "", dead));
}

function told(episode: Episode, familyId: string, dead: readonly DeadStretch[]): CaseEpisode {
  const { id, modelId, from, to, alertAt, peakScore, contributions, verdict } = episode;
  const [first] = contributions;
  const { measured, expected, unit } = first ?? {};
  return {
    episodeId: id,
    modelId,
    familyId,
    from,
    to,
    alertAt,
    peakScore,
    tag: first?.tag ?? null,
    difference: measured == null || expected == null || unit === undefined ? null : { measured, expected, unit },
    severity: episode.severity ?? null,
    looksLike: episode.recall?.cause || null,
    verdict: verdict?.verdict ?? null,
    alerting: isAlert(episode),
    deadTag: deadTagOf(episode, dead),
  };
}

/** The tag with the largest part in an episode of those whose sensor was dead over most of it. */
export function deadTagOf({ from, to, contributions }: Episode, dead: readonly DeadStretch[]): string | null {
  const covered = (stretch: DeadStretch): boolean =>
    Math.min(stretch.to, to) - Math.max(stretch.from, from) >= deadOver * (to - from) && stretch.from <= to && stretch.to >= from;
  const found = contributions.find(({ tag, share }) => share >= hasPart && dead.some((stretch) => stretch.tag === tag && covered(stretch)));
  return found?.tag ?? null;
}
