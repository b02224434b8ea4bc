import type { Episode, EpisodeContribution, HealthModel } from "#shared/domain/health.ts";
import type { SentenceData, SentenceKey } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
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
  const lead = leadOf(episode);
  const open = logEnd - episode.to <= Math.max(limit.offDelayMs, 2 * features.intervalMs);
  const when = (ms: number): string => whenWords(ms, say.language, precisionOf(model));
  const from = when(episode.from);
  const length = formatDuration(Math.max(episode.to - episode.from, features.intervalMs), say.language);
  const sentences: string[] = [];
  if (lead) {
    const { below, size, measured, expected } = differenceWords(lead.measured, lead.expected, lead.unit);
    const key = `episode.say.${open ? "since-" : ""}${below ? "below" : "above"}` as const;
    sentences.push(say(key, { from, length, tag: lead.tag, difference: size, measured, expected, by: byWords(say, lead.by) }));
  } else if (first) {
    if (first.measured !== null && first.expected !== null) {
      const { below, size, measured, expected } = differenceWords(first.measured, first.expected, first.unit);
      const key = `health.say.${open ? "since-" : ""}${below ? "below" : "above"}` as const;
      sentences.push(say(key, { from, length, tag: first.tag, difference: size, measured, expected }));
    } else sentences.push(say(open ? "health.say.since-share" : "health.say.share", { from, length, tag: first.tag }));
  }
  const others = lead ? alsoOff(episode) : rest.filter((one) => one.share >= worthSaying).slice(0, othersSaid);
  if (others.length > 0)
    sentences.push(say("health.say.also", { tags: others.map((one) => offWords(say, one)).join(say.language === "zh" ? "、" : ", ") }));
  const { unseen = [] } = episode.fingerprint ?? {};
  if (unseen.length > 0)
    sentences.push(
      say("episode.say.unseen", {
        tags: unseen
          .slice(0, othersSaid)
          .map(({ tag, unit, measured, from: low, to: high }) =>
            say("episode.say.unseen-item", {
              tag,
              measured: formatQuantity(measured, unit, { significant: 3 }),
              from: formatQuantity(low, unit, { significant: 3 }),
              to: formatQuantity(high, unit, { significant: 3 }),
            }),
          )
          .join(say.language === "zh" ? "、" : ", "),
      }),
    );
  if (episode.pieces) sentences.push(say("episode.say.pieces", { count: episode.pieces.length }));
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

/** The tag that was off the most, with what was measured and expected: as the model tells it where it does, else as the other tags do. */
function leadOf({ fingerprint, contributions }: Episode) {
  const [off] = fingerprint?.off ?? [];
  if (!off) return undefined;
  const { tag, unit, by, measured, residual } = off;
  const told = contributions.find((one) => one.tag === tag);
  if (told && told.measured !== null && told.expected !== null && Math.sign(told.measured - told.expected) === Math.sign(residual))
    return { tag, unit, by, measured: told.measured, expected: told.expected };
  return { tag, unit, by, measured, expected: measured - residual };
}

/** Tags that were off besides the first. */
const alsoOff = ({ fingerprint }: Episode): EpisodeContribution[] =>
  (fingerprint?.off ?? []).slice(1, 1 + othersSaid).map(({ tag, unit, measured, residual }) => ({
    ...{ tag, unit, measured, expected: measured - residual, share: 0 },
  }));

function byWords(say: Speak, [first, second]: readonly string[]): string {
  if (first === undefined) return say("episode.by.all");
  return second === undefined ? say("episode.by.one", { first }) : say("episode.by.two", { first, second });
}

/** What was off the most, for a list. */
export function mostlyWords(say: Speak, episode: Episode): string {
  const lead = leadOf(episode);
  const [first] = episode.contributions;
  if (lead) return offWords(say, { ...lead, share: 0 });
  return first ? offWords(say, first) : "";
}
