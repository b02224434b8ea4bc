import type { Block } from "#shared/document/block.ts";
import { type Trial, trialSpan } from "#shared/domain/trial.ts";
import { formatTime } from "#shared/units/format-time.ts";
import type { ReportSection } from "../section.ts";
import type { Words } from "../words.ts";

const hour = 3_600_000;

/** Per trial: what was planned by lot, what was done otherwise, what came of it. */
export const trial: ReportSection = {
  id: "trial",
  compose({ trials }, words) {
    if (trials.length === 0) return [];
    return [
      { kind: "heading", level: 1, text: words.say("report.trial") },
      { kind: "paragraph", text: words.say("report.trial.lead") },
      ...trials.flatMap((each) => trialBlocks(each, words)),
    ];
  },
};

/** One trial with its calendar, as it stands in a report and on a sheet of its own. */
export function trialBlocks(of: Trial, words: Words): Block[] {
  const { wish, plan, unit } = of;
  const { yardstick, settings, watch, clockOffsetMs } = wish;
  const last = of.judgements.at(-1);
  const local = (at: number): string => formatTime(at + clockOffsetMs);
  const amount = (value: number, tagUnit: string): string => words.quantity(value, tagUnit, { significant: 4 });
  const span = trialSpan(plan);
  const noted = (number: number): string =>
    of.deviations
      .filter(({ block }) => block === number)
      .map(({ what, reason, by }) => `${words.say(`trial-view.what.${what}`)}: ${reason} (${by})`)
      .join("; ");
  const bound = (value: number | null, tagUnit: string): string => (value === null ? "…" : amount(value, tagUnit));
  return [
    { kind: "heading", level: 2, text: wish.name },
    ...(last ? judged(of, last, words) : [{ kind: "paragraph", text: words.say("report.trial.waiting") } as const]),
    {
      kind: "facts",
      rows: [
        {
          label: words.say("trial-view.yardstick"),
          cell: `${yardstick.kind === "kpi" ? `${yardstick.kpi.name} = ${yardstick.kpi.formula}` : yardstick.tag} [${unit}]`,
        },
        {
          label: words.say("report.proof.drivers"),
          cell: wish.drivers.map(({ tag }) => tag).join(", ") || words.say("report.proof.no-drivers"),
        },
        ...settings.map(({ tag, unit: tagUnit, from, to }) => ({
          label: tag,
          cell: words.say("report.trial.setting", { from: amount(from, tagUnit), to: amount(to, tagUnit) }),
        })),
        ...watch.map(({ tag, unit: tagUnit, low, high }) => ({
          label: words.say("report.trial.watch", { tag }),
          cell: low === null && high === null ? "–" : `${bound(low, tagUnit)} – ${bound(high, tagUnit)}`,
        })),
        {
          label: words.say("report.trial.expected"),
          cell: words.percent(wish.expected.percent),
        },
        {
          label: words.say("trial-view.provable"),
          cell: of.provablePercent === null ? "–" : words.percent(of.provablePercent),
        },
        {
          label: words.say("report.trial.risks"),
          cell: words.say("report.trial.risks.are", {
            risk: Math.round(100 * of.risks.falselyProven),
            power: Math.round(100 * of.risks.power),
          }),
        },
        {
          label: words.say("report.trial.blocks"),
          cell: words.say("report.trial.blocks.are", {
            blocks: plan.blocks.length,
            hours: plan.blockMs / hour,
            washout: words.duration(plan.washoutMs),
            seed: String(plan.seed),
          }),
        },
        { label: words.say("report.trial.time"), cell: `${local(span.from)} – ${local(span.to)}` },
        {
          label: words.say("report.proof.locked"),
          cell: words.say("report.proof.locked.by", { time: `${words.time(of.lockedAt)} UTC`, who: of.lockedBy }),
        },
        { label: words.say("report.proof.hash"), cell: of.sha256 },
      ],
    },
    ...(last?.result.findings ?? []).map((finding) => words.finding(finding)),
    {
      kind: "table",
      caption: words.say("report.trial.calendar"),
      columns: [
        { label: words.say("trial-view.col.block"), unit: "", align: "right" },
        { label: words.say("trial-view.col.from"), unit: "", align: "time" },
        { label: words.say("trial-view.col.to"), unit: "", align: "time" },
        { label: words.say("trial-view.col.state"), unit: "", align: "left" },
        ...settings.map(({ tag, unit: tagUnit }) => ({ label: tag, unit: tagUnit, align: "right" as const })),
        { label: words.say("trial-view.col.mean"), unit, align: "right" },
        { label: words.say("trial-view.col.note"), unit: "", align: "left" },
      ],
      rows: plan.blocks.map(({ range, state }, number) => [
        { value: number + 1, text: String(number + 1) },
        local(range.from),
        local(range.to),
        words.say(`trial-view.state.${state}`),
        ...settings.map(({ from, to }) => words.number(state === "on" ? to : from, { significant: 4 })),
        words.number(last?.blocks[number]?.mean, { significant: 4 }),
        noted(number),
      ]),
    },
  ];
}

function judged({ unit, wish }: Trial, { result, worth, at }: NonNullable<Trial["judgements"][number]>, words: Words): Block[] {
  const { percent, percentInterval, level, saving, verdict } = result;
  const { perYear } = worth;
  const span = (of: { low: number | null; high: number | null }, spanUnit: string): string =>
    `${words.number(of.low, { significant: 3 }).text} … ${words.quantity(of.high, spanUnit, { significant: 3 })}`;
  const figure = (label: string, text: string, note = "") => ({ label, text, note });
  return [
    {
      kind: "figures",
      figures: [
        figure(words.say("report.proof.verdict"), words.say(`proof-view.verdict.${verdict}`), `${words.time(at)} UTC`),
        figure(
          words.say("trial-view.tile.gain"),
          words.percent(percent),
          words.say("report.interval-of", {
            level: 100 * level,
            low: words.percent(percentInterval.low),
            high: words.percent(percentInterval.high),
          }),
        ),
        figure(
          words.say(wish.yardstick.kind === "kpi" ? "trial-view.tile.gain-kpi" : "trial-view.tile.gain-unit"),
          words.quantity(saving, unit, { significant: 3 }),
        ),
        ...(perYear
          ? [
              figure(
                words.say("trial-view.tile.money"),
                words.quantity(perYear.money.value, perYear.money.currency, { significant: 3 }),
                span(perYear.money, perYear.money.currency),
              ),
              ...(perYear.co2Kg
                ? [
                    figure(
                      words.say("trial-view.tile.co2"),
                      words.quantity(perYear.co2Kg.value, "kg", { significant: 3 }),
                      span(perYear.co2Kg, "kg"),
                    ),
                  ]
                : []),
            ]
          : []),
      ],
    },
  ];
}
