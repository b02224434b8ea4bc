import type { Episode, Verdict, VerdictKind } from "#shared/domain/health.ts";
import type { Lesson } from "#shared/domain/lesson.ts";
import type { Catalog } from "../store/catalog.ts";

export interface GivenVerdict {
  /** Null takes back what was said before. */
  readonly verdict: VerdictKind | null;
  readonly note: string;
  readonly cause?: string | undefined;
  readonly action?: string | undefined;
}

/**
 * Puts a person's verdict on an episode, and the lesson that later runs draw from it; without a verdict the lesson goes. To be called inside
 * of a commit. An unclear episode teaches nothing.
 * @param at ms UTC. @returns the episode as stored.
 */
export function giveVerdict(
  catalog: Catalog,
  episodeId: string,
  { verdict: kind, note, cause = "", action = "" }: GivenVerdict,
  { at, newId }: { at: number; newId: () => string },
): Episode {
  const before = catalog.episodes.get(episodeId);
  const known = before.verdict?.lessonId;
  const teaches = kind !== null && kind !== "unclear" && before.fingerprint !== undefined;
  if (known && !teaches) catalog.lessons.remove(known);
  const lessonId = teaches ? (known ?? newId()) : undefined;
  const verdict: Verdict | null = kind && {
    verdict: kind,
    note,
    at,
    ...(cause ? { cause } : {}),
    ...(action ? { action } : {}),
    ...(lessonId ? { lessonId } : {}),
  };
  const episode: Episode = { ...before, verdict };
  catalog.episodes.put(episode);
  const lesson = lessonOf(episode);
  if (lesson) catalog.lessons.put(lesson);
  catalog.audit.append("verdict.given", episodeId, { modelId: episode.modelId, verdict: kind, note, cause, action });
  return episode;
}

/** What a judged episode teaches; undefined where its verdict draws no lesson. */
export function lessonOf({ id, assetId, modelId, from, to, peakAt, verdict, fingerprint }: Episode): Lesson | undefined {
  if (!verdict?.lessonId || !fingerprint) return undefined;
  const { lessonId, verdict: kind, cause = "", action = "", note, at } = verdict;
  return { id: lessonId, assetId, modelId, episodeId: id, from, to, peakAt, verdict: kind, cause, action, note, at, fingerprint };
}
