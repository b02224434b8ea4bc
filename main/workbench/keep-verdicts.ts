import type { Episode } from "#shared/domain/health.ts";

/** Gives each fresh episode the verdict of the judged one it overlaps longest; an episode that matches exactly keeps its id. */
export function keepVerdicts(fresh: readonly Episode[], before: readonly Episode[]): Episode[] {
  const judged = before.filter((episode) => episode.verdict);
  return fresh.map((episode) => {
    const same = before.find((old) => old.from === episode.from && old.to === episode.to);
    let best: Episode | undefined;
    let longest = -1;
    for (const old of judged) {
      const overlap = Math.min(old.to, episode.to) - Math.max(old.from, episode.from);
      if (overlap >= 0 && overlap > longest) {
        longest = overlap;
        best = old;
      }
    }
    return { ...episode, id: same?.id ?? episode.id, verdict: best?.verdict ?? null };
  });
}
