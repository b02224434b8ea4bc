import type { Episode, Verdict } from "#shared/domain/health.ts";
import type { Lesson } from "#shared/domain/lesson.ts";

type Span = Pick<Episode, "from" | "to">;

const half = 0.5;

/**
 * Gives each fresh episode the verdict of the judged one it overlaps longest, and what a person said of its likeness; an episode that matches exactly keeps its id. A "normal" speaks only
 * for an episode that it covers to the half: a short harmless piece must not quieten a long one it has grown into.
 * @param before of the same model. @param lessons of the asset: where no episode before tells, one that was judged at the same time does, though its
 *   episode or model is gone.
 */
export function keepVerdicts(fresh: readonly Episode[], before: readonly Episode[], lessons: readonly Lesson[] = []): Episode[] {
  const judged = before.filter((episode) => episode.verdict);
  const declined = before.filter((episode) => episode.recallDeclined);
  return fresh.map((episode) => {
    const same = before.find((old) => old.from === episode.from && old.to === episode.to);
    const speaking = judged.filter((old) => old.verdict?.verdict !== "normal" || covers(old, episode));
    const verdict = longest(speaking, episode)?.verdict ?? remembered(lessons, episode);
    const wasDeclined = declined.some((old) => covers(old, episode));
    return { ...episode, id: same?.id ?? episode.id, verdict, ...(wasDeclined ? { recallDeclined: true } : {}) };
  });
}

const overlap = (a: Span, b: Span): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);

/** Whether a covers at least half of b. */
const covers = (a: Span, b: Span): boolean => overlap(a, b) >= half * (b.to - b.from) && overlap(a, b) >= 0;

function longest<Old extends Span>(olds: readonly Old[], episode: Span): Old | undefined {
  let best: Old | undefined;
  for (const old of olds) if (overlap(old, episode) >= 0 && (!best || overlap(old, episode) > overlap(best, episode))) best = old;
  return best;
}

/** One event, seen twice: each covers half of the other. */
function remembered(lessons: readonly Lesson[], episode: Span): Verdict | null {
  const lesson = longest(
    lessons.filter((one) => covers(one, episode) && covers(episode, one)),
    episode,
  );
  if (!lesson) return null;
  const { id: lessonId, verdict, note, at, cause, action } = lesson;
  return { verdict, note, at, lessonId, ...(cause ? { cause } : {}), ...(action ? { action } : {}) };
}
