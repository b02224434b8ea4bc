import { episodeStatus } from "#shared/domain/episode-status.ts";
import type { Episode } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import { say } from "#shared/language/index.ts";
import { changeSentences, similarityText } from "#shared/language/recall-sentence.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatTime } from "#shared/units/format-time.ts";
import type { Output } from "../frame/output.ts";
import { textTable } from "../frame/text-table.ts";
import type { Judged } from "../steps/train-step.ts";
import { familyName } from "./family-name.ts";
import { tellFindings } from "./tell-findings.ts";

const leading = 3; // tags named beside an episode; all of them are in the JSON answer and in the report
const idLength = 8; // enough to tell episodes of one asset apart
const shown = 12; // episodes listed; a longer list hides what matters

/** Models with their limits and the episodes they found. */
export function tellModels(out: Output, judged: readonly Judged[]): void {
  for (const { model, episodes } of judged) {
    const family = familyName(out, model.familyId);
    out.line(out.say("cli.model.head", { family, id: model.id, rows: model.rows, tags: model.tags.length }));
    const reference = model.reference.map(({ from, to }) => `${formatTime(from)} .. ${formatTime(to)}`).join(", ");
    out.line(`  ${out.say("cli.model.reference", { reference })}`);
    const { limit } = model;
    out.line(
      `  ${out.say("cli.model.limit", { limit: formatNumber(limit.value), budget: limit.alertsPerWeek, expected: formatNumber(limit.expectedAlertsPerWeek, { significant: 2 }) })}`,
    );
    tellFindings(out, model.findings);
    out.line(`  ${out.say("cli.model.episodes", { count: episodes.length })}`);
    if (episodes.length > 0) {
      const strongest = episodes.toSorted((a, b) => b.peakScore - a.peakScore).slice(0, shown);
      const rows = strongest
        .toSorted((a, b) => a.from - b.from)
        .map((episode) => [
          episode.id.slice(0, idLength),
          formatTime(episode.from),
          formatTime(episode.to),
          formatNumber(episode.peakScore, { decimals: 3 }),
          episode.contributions
            .slice(0, leading)
            .map(({ tag, share }) => `${tag} ${formatNumber(100 * share, { decimals: 0 })} %`)
            .join(", "),
          statusWords(out, episode),
          [knownWords(out, episode), episode.unseen ? say(out.language, "regimes.unseen.short") : ""].filter(Boolean).join("; "),
        ]);
      const head = (["id", "from", "to", "peak", "tags", "status", "known"] as const).map((name) => out.say(`cli.episode.${name}`));
      out.lines(textTable(head, rows).map((line) => `    ${line}`));
      for (const { key, data } of model.lastRun ? changeSentences(model.lastRun) : []) out.line(`    ${say(out.language, key, data)}`);
      if (episodes.length > shown) out.line(`    ${out.say("cli.model.more", { shown, count: episodes.length })}`);
    }
    out.line();
  }
}

const statusWords = (out: Output, episode: Episode): string => {
  const status = episodeStatus(episode);
  return status ? say(out.language, `board.status.${status}`) : "";
};

/** What a person said of an episode, or what it resembles. */
function knownWords(out: Output, { verdict, recall, recallDeclined }: Episode): string {
  if (verdict) return [say(out.language, `health.verdict.${verdict.verdict}`), verdict.cause].filter(Boolean).join(": ");
  if (!recall || recallDeclined) return "";
  const what = recall.cause || `${say(out.language, `health.verdict.${recall.verdict}`)} ${formatTime(recall.from, { precision: "day" })}`;
  return recall.quiet
    ? out.say("cli.episode.quiet", { what })
    : out.say("cli.episode.like", { what, similarity: similarityText(recall.similarity) });
}

/** What the JSON answer says of a model and its episodes: times as ISO text. */
export const modelFacts = ({ model, episodes }: Judged): object => ({
  id: model.id,
  family: model.familyId,
  name: model.name,
  tags: model.tags,
  leftOut: model.features.leftOut,
  reference: model.reference.map(({ from, to }) => ({ from: iso(from), to: iso(to) })),
  params: model.params,
  seed: model.seed,
  rows: model.rows,
  limit: model.limit,
  facts: model.facts,
  findings: model.findings,
  episodes: episodes.map((episode) => ({
    id: episode.id,
    from: iso(episode.from),
    to: iso(episode.to),
    alertAt: iso(episode.alertAt),
    peakAt: iso(episode.peakAt),
    peakScore: episode.peakScore,
    contributions: episode.contributions,
    verdict: episode.verdict,
    status: episodeStatus(episode) ?? null,
    alert: isAlert(episode),
    recall: episode.recall ?? null,
    off: episode.fingerprint?.off ?? [],
    pieces: episode.pieces?.length ?? 1,
  })),
  changes: model.lastRun ?? null,
});

const iso = (ms: number): string => new Date(ms).toISOString();
