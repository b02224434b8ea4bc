import type { SimilarEpisode } from "#shared/domain/similar-episode.ts";
import { likeness } from "../analysis/episodes/likeness.ts";
import type { Catalog } from "../store/catalog.ts";

const most = 5;
const least = 0.5; // within 60 degrees: less is not worth a look

/**
 * The episodes of the asset that look most like one, whatever model found them. The same event as another model saw it is left out; of one event seen by
 * several models the one that is nearest counts.
 */
export function similarEpisodes(catalog: Catalog, episodeId: string): SimilarEpisode[] {
  const episode = catalog.episodes.get(episodeId);
  const { fingerprint, assetId } = episode;
  if (!fingerprint) return [];
  const models = catalog.healthModels.list(assetId);
  const episodes = models.flatMap((model) => catalog.episodes.list(model.id).map((one) => ({ one, familyId: model.familyId })));
  const seen = new Set(episodes.map(({ one }) => one.verdict?.lessonId));
  const candidates = [
    ...episodes.map(({ one, familyId }) => ({
      episodeId: one.id,
      modelId: one.modelId,
      familyId,
      from: one.from,
      to: one.to,
      verdict: one.verdict?.verdict ?? null,
      cause: one.verdict?.cause ?? "",
      print: one.fingerprint,
    })),
    ...catalog.lessons
      .list(assetId)
      .filter(({ id }) => !seen.has(id))
      .map(({ from, to, verdict, cause, fingerprint: print }) => ({
        ...{ episodeId: null, modelId: null, familyId: null },
        ...{ from, to, verdict, cause, print },
      })),
  ];
  const found: SimilarEpisode[] = [];
  const ranked = candidates
    .filter((one) => one.print && !overlaps(one, episode))
    .map(({ print, ...one }) => {
      const similarity = likeness(fingerprint, print!);
      return { ...one, similarity, alike: similarity >= Math.max(fingerprint.alikeFrom, print!.alikeFrom) };
    })
    .filter(({ similarity }) => similarity >= least)
    .sort((a, b) => b.similarity - a.similarity);
  for (const one of ranked) {
    if (found.length === most) break;
    if (!found.some((other) => overlaps(one, other))) found.push(one);
  }
  return found;
}

const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }): boolean => a.from <= b.to && b.from <= a.to;
