import { type Trial, trialSpan, type WeighedTrial } from "#shared/domain/trial.ts";
import { say } from "#shared/language/index.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import type { Output } from "../frame/output.ts";
import { textTable } from "../frame/text-table.ts";
import { tellFindings } from "./tell-findings.ts";

const hour = 3_600_000;
const local = (at: number, offsetMs: number): string => formatTime(at + offsetMs);

/** How long a trial must run, before its plan is locked. */
export function tellWeighedTrial(out: Output, { wish, plan, needs, findings }: WeighedTrial): void {
  out.line(`${wish.name}: ${words(out, { wish, plan })}`);
  const head = [
    say(out.language, "trial-view.form.block"),
    say(out.language, "trial-view.form.pairs"),
    say(out.language, "trial-view.needs"),
  ];
  const rows = needs.map(({ blockMs, pairs, hours }) => [
    formatDuration(blockMs, out.language),
    pairs === null ? "–" : formatNumber(pairs),
    hours === null ? "–" : formatQuantity(hours, "h"),
  ]);
  for (const row of textTable(head, rows)) out.line(`  ${row}`);
  tellFindings(out, findings);
}

/** A trial with its calendar and what came of it. */
export function tellTrial(out: Output, trial: Trial): void {
  const { wish, plan, deviations, judgements, unit } = trial;
  const last = judgements.at(-1);
  out.line(`${wish.name}: ${words(out, trial)}`);
  const head = (["block", "from", "to", "state", "mean", "note"] as const).map((column) => say(out.language, `trial-view.col.${column}`));
  const rows = plan.blocks.map(({ range, state }, number) => [
    String(number + 1),
    local(range.from, wish.clockOffsetMs),
    local(range.to, wish.clockOffsetMs),
    say(out.language, `trial-view.state.${state}`),
    formatQuantity(last?.blocks[number]?.mean, unit, { significant: 4 }),
    deviations
      .filter(({ block }) => block === number)
      .map(({ what, reason }) => `${say(out.language, `trial-view.what.${what}`)}: ${reason}`)
      .join("; "),
  ]);
  for (const row of textTable(head, rows)) out.line(`  ${row}`);
  if (!last) return;
  const { result, worth } = last;
  const share = (value: number | null) => formatQuantity(value, "%", { decimals: 2 });
  out.line(
    out.say("cli.trial.judged", {
      name: wish.name,
      percent: share(result.percent),
      low: share(result.percentInterval.low),
      high: share(result.percentInterval.high),
      level: `${formatNumber(100 * result.level)} %`,
      amount: formatQuantity(worth.perHour, worth.unit, { significant: 3 }),
      verdict: say(out.language, `proof-view.verdict.${result.verdict}`),
    }),
  );
  const { perYear } = worth;
  if (perYear)
    out.line(
      `  ${out.say("cli.trial.year", {
        amount: formatQuantity(perYear.amount.value, worth.unit, { significant: 3 }),
        money: formatQuantity(perYear.money.value, perYear.money.currency, { significant: 3 }),
        co2: perYear.co2Kg ? formatQuantity(perYear.co2Kg.value, "kg", { significant: 3 }) : "–",
      })}`,
    );
  tellFindings(out, result.findings);
}

function words(out: Output, { wish, plan }: Pick<Trial, "wish" | "plan">): string {
  const { from, to } = trialSpan(plan);
  return say(out.language, "trial-view.plan.words", {
    pairs: plan.blocks.length / 2,
    length: formatDuration(plan.blockMs, out.language),
    hours: (to - from) / hour,
    from: local(from, wish.clockOffsetMs),
    to: local(to, wish.clockOffsetMs),
  });
}
