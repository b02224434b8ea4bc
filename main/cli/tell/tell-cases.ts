import type { Board } from "#shared/domain/board.ts";
import { type CaseDetail, isOpen } from "#shared/domain/case.ts";
import { say, sayCoded } from "#shared/language/index.ts";
import { formatTime } from "#shared/units/format-time.ts";
import type { Output } from "../frame/output.ts";
import { textTable } from "../frame/text-table.ts";
import { familyName } from "./family-name.ts";

/** The board, one line per asset, and below it what is wrong with data and sensors. */
export function tellBoard(out: Output, { rows }: Board): void {
  if (rows.length === 0) {
    out.line(out.say("cli.cases.no-asset"));
    return;
  }
  const head = (["status", "asset", "case", "episodes", "open", "data", "model", "alerts"] as const).map((column) =>
    out.say(`cli.cases.col.${column}`),
  );
  out.lines(
    textTable(
      head,
      rows.map((row) => [
        say(out.language, `board.status.${row.status}`),
        row.name,
        row.openCase ? String(row.openCase.number) : "",
        row.openCase ? String(row.episodes.alerting) : "",
        row.openCase ? String(row.episodes.open) : "",
        formatTime(row.to),
        row.model ? familyName(out, row.model.familyId) : "",
        row.alerts.length > 0 ? String(row.alerts.length) : "",
      ]),
    ),
  );
  for (const row of rows) for (const alert of row.alerts) out.line(`${row.name}: ${sayCoded(out.language, alert)}`);
}

const shown = 12; // episodes listed of one case; all of them are in the JSON answer

/** The cases of an asset, the newest first. */
export function tellCases(out: Output, asset: string, cases: readonly CaseDetail[]): void {
  if (cases.length === 0) out.line(out.say("cli.cases.none", { asset }));
  for (const { case: one, episodes, alerts, foundLater } of cases) {
    const count = episodes.length;
    out.line(
      isOpen(one)
        ? out.say("cli.cases.open", { number: one.number, count, unjudged: episodes.filter(({ verdict }) => verdict === null).length })
        : out.say("cli.cases.closed", {
            number: one.number,
            time: formatTime(one.closedAt),
            verdict: say(out.language, `case.verdict.${one.verdict!}`),
            count,
          }),
    );
    for (const part of ["cause", "action", "note"] as const)
      if (one[part]) out.line(`  ${out.say(`cli.cases.${part}`, { text: one[part] })}`);
    if (one.cost) out.line(`  ${out.say("cli.cases.cost", { amount: one.cost.amount, currency: one.cost.currency })}`);
    for (const alert of alerts) out.line(`  ${sayCoded(out.language, alert)}`);
    if (count > 0) {
      const head = (["from", "to", "tag", "model", "verdict"] as const).map((column) => out.say(`cli.cases.col.${column}`));
      const rows = episodes
        .slice(-shown)
        .map((episode) => [
          formatTime(episode.from),
          formatTime(episode.to),
          episode.tag ?? "",
          familyName(out, episode.familyId),
          [
            ...(episode.verdict ? [say(out.language, `case.verdict.${episode.verdict}`)] : []),
            ...(episode.deadTag ? [say(out.language, "case.dead-tag", { tag: episode.deadTag })] : []),
          ].join("; "),
        ]);
      out.lines(textTable(head, rows).map((line) => `  ${line}`));
    }
    if (foundLater > 0) out.line(`  ${say(out.language, "case.found-later", { count: foundLater })}`);
    out.line();
  }
}
