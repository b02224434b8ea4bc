import type { Recall, RunChange } from "#shared/domain/health.ts";
import { formatNumber } from "../units/format-number.ts";
import { formatTime } from "../units/format-time.ts";
import type { episodes } from "./episodes.ts";

type EpisodeKey = keyof typeof episodes;

/** A sentence to be said, and what fills its places. */
export interface ToSay {
  readonly key: EpisodeKey;
  readonly data: Readonly<Record<string, string | number>>;
}

const dayOf = (ms: number): string => formatTime(ms, { precision: "day" });

/** Never 1.00 for what is not the same. */
export const similarityText = (similarity: number): string => formatNumber(Math.min(similarity, 0.99), { decimals: 2 });

/** What an episode resembles; undefined for a kind that teaches nothing. */
export function recallSentence({ verdict, cause, from, judgedAt, similarity, loudBecause }: Recall): ToSay | undefined {
  if (verdict === "unclear") return undefined;
  const data = { cause, from: dayOf(from), judged: dayOf(judgedAt), similarity: similarityText(similarity) };
  if (loudBecause) return { key: `recall.${loudBecause}`, data };
  return { key: cause ? `recall.${verdict}` : `recall.${verdict}.plain`, data };
}

/** What verdicts changed in a run and why, a sentence for each lesson; empty where none did. */
export function changeSentences({ alerts, alertsWithout, lessons }: RunChange): ToSay[] {
  const told = lessons.map(({ verdict, cause, from, episodes: count, quiet }): ToSay => {
    const data = { count, cause, from: dayOf(from) };
    if (verdict === "normal") return { key: quiet ? (cause ? "change.quiet.cause" : "change.quiet") : "change.loud", data };
    return { key: cause ? "change.named" : "change.named.plain", data };
  });
  if (told.length === 0 || alertsWithout === undefined || alertsWithout === alerts) return told;
  return [...told, { key: "change.alerts", data: { alerts, without: alertsWithout } }];
}
