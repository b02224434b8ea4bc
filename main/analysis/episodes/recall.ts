import type { Fingerprint } from "#shared/domain/fingerprint.ts";
import type { Recall } from "#shared/domain/health.ts";
import type { Lesson } from "#shared/domain/lesson.ts";
import { likeness } from "./likeness.ts";

// Half as much again is clearly more than the scatter of one cause from time to time.
const clearlyStronger = 1.5;
const clearlyLonger = 3;

/** What is to be recognised. */
export interface Recallable {
  readonly from: number;
  readonly to: number;
  readonly fingerprint?: Fingerprint | undefined;
}

/**
 * What an episode resembles of what was judged: the most similar lesson of those that are alike. It is quiet where that is a normal shape and the
 * episode is neither clearly stronger nor clearly longer than any such lesson, nor also like one that was not normal.
 * @returns undefined where it resembles none.
 */
export function recall(episode: Recallable, lessons: readonly Lesson[]): Recall | undefined {
  const { fingerprint } = episode;
  if (!fingerprint) return undefined;
  const known = lessons
    .map((lesson) => ({ lesson, similarity: likeness(fingerprint, lesson.fingerprint) }))
    .filter(({ lesson, similarity }) => similarity >= Math.max(fingerprint.alikeFrom, lesson.fingerprint.alikeFrom))
    .sort((a, b) => b.similarity - a.similarity);
  const best = known[0];
  if (!best) return undefined;
  const { id: lessonId, verdict, cause, from, at: judgedAt } = best.lesson;
  const told = { lessonId, verdict, cause, from, judgedAt, similarity: best.similarity };
  if (verdict !== "normal") return { ...told, quiet: false };
  const normal = known.filter(({ lesson }) => lesson.verdict === "normal").map(({ lesson }) => lesson);
  const most = (of: (lesson: Lesson) => number) => Math.max(...normal.map(of));
  const loud = (loudBecause: NonNullable<Recall["loudBecause"]>): Recall => ({ ...told, quiet: false, loudBecause });
  if (normal.length < known.length) return loud("disputed");
  if (fingerprint.strength > clearlyStronger * most((lesson) => lesson.fingerprint.strength)) return loud("stronger");
  if (episode.to - episode.from > clearlyLonger * most(({ from: began, to }) => to - began)) return loud("longer");
  return { ...told, quiet: true };
}
