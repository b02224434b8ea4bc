import { formatNumber } from "#shared/units/format-number.ts";
import { formatTime } from "#shared/units/format-time.ts";
import type { Output } from "../frame/output.ts";
import { textTable } from "../frame/text-table.ts";
import type { Judged } from "../steps/train-step.ts";
import { familyName } from "./family-name.ts";
import { tellFindings } from "./tell-findings.ts";

const leading = 3; // tags named beside an episode; all of them are in the JSON answer and in the report
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
          formatTime(episode.from),
          formatTime(episode.to),
          formatNumber(episode.peakScore, { decimals: 3 }),
          episode.contributions
            .slice(0, leading)
            .map(({ tag, share }) => `${tag} ${formatNumber(100 * share, { decimals: 0 })} %`)
            .join(", "),
        ]);
      const head = (["from", "to", "peak", "tags"] as const).map((name) => out.say(`cli.episode.${name}`));
      out.lines(textTable(head, rows).map((line) => `    ${line}`));
      if (episodes.length > shown) out.line(`    ${out.say("cli.model.more", { shown, count: episodes.length })}`);
    }
    out.line();
  }
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
  })),
});

const iso = (ms: number): string => new Date(ms).toISOString();
