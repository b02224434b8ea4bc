import type { Measure, Verification, WeighedMeasure } from "#shared/domain/measure.ts";
import type { Trial } from "#shared/domain/trial.ts";
import { say } from "#shared/language/index.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import type { Output } from "../frame/output.ts";
import { textTable } from "../frame/text-table.ts";
import { tellFindings } from "./tell-findings.ts";

const percent = (value: number | null): string => (value === null ? "" : formatNumber(value, { decimals: 2 }));

/** The ledger, one line per measure. */
export function tellLedger(out: Output, measures: readonly Measure[], trials: readonly Trial[] = []): void {
  if (measures.length + trials.length === 0) {
    out.line(out.say("cli.proof.none"));
    return;
  }
  const head = (["name", "locked", "smallest", "weeks", "percent", "low", "high", "verdict"] as const).map((column) =>
    out.say(`cli.proof.col.${column}`),
  );
  const rows = measures.map(({ plan, lockedAt, smallestPercent, results }) => {
    const last = results.at(-1);
    return [
      plan.name,
      formatTime(lockedAt, { precision: "day" }),
      percent(smallestPercent),
      String(plan.plannedWeeks),
      percent(last?.percent ?? null),
      percent(last?.low ?? null),
      percent(last?.high ?? null),
      say(out.language, `proof-view.verdict.${last?.verdict ?? "none"}`),
    ];
  });
  const tried = trials.map(({ wish, plan, lockedAt, provablePercent, judgements }) => {
    const last = judgements.at(-1)?.result;
    return [
      wish.name,
      formatTime(lockedAt, { precision: "day" }),
      percent(provablePercent),
      formatNumber((plan.blocks.at(-1)!.range.to - plan.blocks[0]!.range.from) / weekMs, { decimals: 1 }),
      percent(last?.percent ?? null),
      percent(last?.percentInterval.low ?? null),
      percent(last?.percentInterval.high ?? null),
      say(out.language, `proof-view.verdict.${last?.verdict ?? "none"}`),
    ];
  });
  out.lines(textTable(head, [...rows, ...tried]));
}

const weekMs = 7 * 86_400_000;

/** What could be proven, before the lock. */
export function tellWeighed(out: Output, { plan, form, quality, eligibility, findings }: WeighedMeasure): void {
  out.line(
    out.say("cli.proof.head", {
      name: plan.name,
      meter: plan.meter.tag,
      readings: quality.n,
      form: say(out.language, `proof-view.form-of.${form}`),
    }),
  );
  const head = [out.say("cli.proof.col.weeks"), out.say("cli.proof.col.smallest")];
  const rows = eligibility.lengths.map(({ weeks, provablePercent }) => [String(weeks), percent(provablePercent)]);
  for (const row of textTable(head, rows)) out.line(`  ${row}`);
  tellFindings(out, findings);
}

/** What was saved, and how sure that is. */
export function tellVerified(out: Output, name: string, { saving, coverage }: Verification): void {
  const share = (value: number) => formatQuantity(value, "%", { decimals: 2 });
  const amount = (value: number) => formatQuantity(value, saving.unit, { significant: 3 });
  const { low, high } = saving.percentInterval;
  out.line(
    out.say("cli.proof.saved", {
      name,
      amount: amount(saving.avoided),
      percent: share(saving.percent),
      low: share(low),
      high: share(high),
      level: `${formatNumber(100 * saving.level)} %`,
      verdict: say(out.language, `proof-view.verdict.${saving.verdict}`),
    }),
  );
  for (const method of ["robust", "bootstrap", "guideline"] as const) {
    const interval = saving.intervals[method];
    const told = { method: say(out.language, `proof-view.intervals.${method}`), low: amount(interval.low), high: amount(interval.high) };
    out.line(`  ${out.say("cli.proof.method", told)}`);
  }
  tellFindings(out, [...saving.findings, ...(coverage?.findings ?? [])]);
}
