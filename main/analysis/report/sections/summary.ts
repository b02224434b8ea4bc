import type { Block } from "#shared/document/block.ts";
import type { ReportSection } from "../section.ts";

/** What a reader in a hurry takes away: a figure and a sentence for each question that was asked of the data. */
export const summary: ReportSection = {
  id: "summary",
  compose({ imports, health, efficiency, measures, trials, range }, words) {
    const rows = imports.reduce((sum, record) => sum + record.report.rowsKept, 0);
    const figures: Extract<Block, { kind: "figures" }>["figures"] = [
      { label: words.say("report.rows"), text: words.number(rows, { significant: 9 }).text, note: words.duration(range.to - range.from) },
    ];
    const sentences: Block[] = [];
    for (const { model, episodes } of health) {
      const faults = episodes.filter((episode) => episode.verdict?.verdict === "fault").length;
      const open = episodes.filter((episode) => !episode.verdict).length;
      const name = words.name(`family.${model.familyId}`);
      figures.push({
        label: words.say("report.episodes-of", { name }),
        text: String(episodes.length),
        note: words.say("report.open-episodes", { open }),
      });
      sentences.push({
        kind: "paragraph",
        text: words.say("report.summary.health", { name, episodes: episodes.length, faults, open, budget: model.limit.alertsPerWeek }),
      });
    }
    for (const { model, totals, value } of efficiency) {
      const interval = totals.lossPercentInterval;
      figures.push({
        label: words.say("report.loss-of", { name: model.kpi.name }),
        text: words.percent(totals.lossPercent, { sign: true }),
        note: `${words.percent(interval.low, { sign: true })} … ${words.percent(interval.high, { sign: true })}`,
      });
      sentences.push({
        kind: "paragraph",
        text: words.say(totals.lossPercent >= 0 ? "report.summary.loss" : "report.summary.gain", {
          kpi: model.kpi.name,
          loss: words.percent(Math.abs(totals.lossPercent)),
          level: interval.level * 100,
          low: words.percent(interval.low, { sign: true }),
          high: words.percent(interval.high, { sign: true }),
          excess: words.quantity(Math.abs(totals.excess), model.excessUnit),
          hours: words.number(totals.hours).text,
        }),
      });
      if (value) {
        const money = (amount: number) => `${words.number(amount, { significant: 3 }).text} ${value.currency}`;
        figures.push({ label: words.say("report.one-percent"), text: money(value.onePercentPerYear), note: words.say("report.per-year") });
        sentences.push({
          kind: "paragraph",
          text: words.say("report.summary.value", {
            amount: words.quantity(value.onePercentAmount, value.unit),
            money: money(value.onePercentPerYear),
            loss: money(value.lossPerYear),
          }),
        });
      }
    }
    for (const { measure } of measures) {
      const last = measure.results.at(-1);
      if (!last) continue;
      const [percent, low, high] = [last.percent, last.low, last.high].map((value) => words.percent(value));
      const { name } = measure.plan;
      const verdict = words.say(`proof-view.verdict.${last.verdict}`);
      figures.push({ label: words.say("report.saving-of", { name }), text: percent!, note: `${verdict} (${low} … ${high})` });
      sentences.push({
        kind: "paragraph",
        text: words.say("report.summary.saving", { name, percent: percent!, low: low!, high: high!, level: 100 * last.level, verdict }),
      });
    }
    for (const { wish, judgements } of trials) {
      const last = judgements.at(-1)?.result;
      if (!last) continue;
      const [percent, low, high] = [last.percent, last.percentInterval.low, last.percentInterval.high].map((value) => words.percent(value));
      const verdict = words.say(`proof-view.verdict.${last.verdict}`);
      const { name } = wish;
      figures.push({ label: words.say("report.gain-of", { name }), text: percent!, note: `${verdict} (${low} … ${high})` });
      sentences.push({
        kind: "paragraph",
        text: words.say("report.summary.trial", {
          name,
          pairs: last.pairs,
          percent: percent!,
          low: low!,
          high: high!,
          level: 100 * last.level,
          verdict,
        }),
      });
    }
    return [{ kind: "heading", level: 1, text: words.say("report.summary") }, { kind: "figures", figures }, ...sentences];
  },
};
