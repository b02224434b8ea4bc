import type { Episode, EpisodeContribution, HealthModel } from "#shared/domain/health.ts";
import type { SentenceData, SentenceKey } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { whenWords } from "../../ui/when-words.ts";
import { differenceWords } from "./difference-words.ts";

type Speak = ((key: SentenceKey, data?: SentenceData) => string) & { readonly language: Language };

// A tag with a smaller part is not worth a word in a sentence.
const worthSaying = 0.1;
const othersSaid = 2;

/** How finely a time is told: a log of less than a minute between rows has episodes of seconds. */
export const precisionOf = ({ features }: Pick<HealthModel, "features">): "minute" | "second" =>
  features.intervalMs < 60_000 ? "second" : "minute";

/** An episode in plain sentences: what was off since when and by how much, when it would have been told, when it was strongest. */
export function episodeWords(say: Speak, episode: Episode, model: HealthModel, logEnd: number): string[] {
  const { features, limit } = model;
  const [first, ...rest] = episode.contributions;
  const open = logEnd - episode.to <= Math.max(limit.offDelayMs, 2 * features.intervalMs);
  const when = (ms: number): string => whenWords(ms, say.language, precisionOf(model));
  const from = when(episode.from);
  const length = formatDuration(Math.max(episode.to - episode.from, features.intervalMs), say.language);
  const sentences: string[] = [];
  if (first) {
    if (first.measured !== null && first.expected !== null) {
      const { below, size, measured, expected } = differenceWords(first.measured, first.expected, first.unit);
      const key = `health.say.${open ? "since-" : ""}${below ? "below" : "above"}` as const;
      sentences.push(say(key, { from, length, tag: first.tag, difference: size, measured, expected }));
    } else sentences.push(say(open ? "health.say.since-share" : "health.say.share", { from, length, tag: first.tag }));
  }
  const others = rest.filter((one) => one.share >= worthSaying).slice(0, othersSaid);
  if (others.length > 0)
    sentences.push(say("health.say.also", { tags: others.map((one) => offWords(say, one)).join(say.language === "zh" ? "、" : ", ") }));
  const delay = episode.alertAt - episode.from;
  sentences.push(
    delay > 0
      ? say("health.say.alert", { time: when(episode.alertAt), delay: formatDuration(delay, say.language) })
      : say("health.say.alert-at-once"),
  );
  sentences.push(
    say("health.say.peak", {
      time: when(episode.peakAt),
      score: formatNumber(episode.peakScore, { significant: 3 }),
      limit: formatNumber(limit.value, { significant: 3 }),
    }),
  );
  return sentences;
}

/** A tag and how far it was off, for a list: `P101.flow −3.2 m³/h`; with its part of the score where nothing was expected. */
export function offWords(say: Speak, { tag, unit, measured, expected, share }: EpisodeContribution): string {
  const difference =
    measured === null || expected === null
      ? `(${formatNumber(share * 100, { decimals: 0 })} %)`
      : differenceWords(measured, expected, unit).signed;
  return say("health.say.also-item", { tag, difference });
}
