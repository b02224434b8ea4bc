import type { Block } from "#shared/document/block.ts";
import type { EfficiencyFacts } from "#shared/domain/report-facts.ts";
import type { ReportSection } from "../section.ts";
import type { Words } from "../words.ts";

const dayMs = 86_400_000;

/** Per KPI: what was expected, what was measured, what the difference is worth. */
export const efficiency: ReportSection = {
  id: "efficiency",
  compose({ efficiency: models }, words) {
    if (models.length === 0) return [];
    return [
      { kind: "heading", level: 1, text: words.say("report.efficiency") },
      { kind: "paragraph", text: words.say("report.efficiency.lead") },
      ...models.flatMap((facts) => modelBlocks(facts, words)),
    ];
  },
};

function modelBlocks({ model, totals, unit, daily, findings, value, reporting }: EfficiencyFacts, words: Words): Block[] {
  const { kpi, error } = model;
  const from = daily.time[0] ?? 0;
  const to = (daily.time.at(-1) ?? 0) + dayMs;
  const days = { from, to, unit, time: daily.time };
  return [
    { kind: "heading", level: 2, text: kpi.name },
    {
      kind: "figures",
      figures: [
        {
          label: words.say("report.loss"),
          text: words.percent(totals.lossPercent, { sign: true }),
          note: words.say("report.interval-of", {
            level: totals.lossPercentInterval.level * 100,
            low: words.percent(totals.lossPercentInterval.low, { sign: true }),
            high: words.percent(totals.lossPercentInterval.high, { sign: true }),
          }),
        },
        {
          label: words.say("report.excess"),
          text: words.quantity(totals.excess, model.excessUnit, { sign: true }),
          note: words.say("report.over-hours", { hours: totals.hours }),
        },
        { label: words.say("report.baseline-error"), text: words.percent(error.cvRmse * 100), note: words.say("report.cv-rmse") },
        ...(value
          ? [
              {
                label: words.say("report.one-percent"),
                text: `${words.number(value.onePercentPerYear, { significant: 3 }).text} ${value.currency}`,
                note: words.say("report.per-year"),
              },
            ]
          : []),
      ],
    },
    {
      kind: "facts",
      rows: [
        { label: words.say("report.formula"), cell: `${kpi.formula} [${kpi.unit}]` },
        { label: words.say("report.better"), cell: words.say(`report.better.${kpi.better}`) },
        { label: words.say("report.relevant"), cell: kpi.relevantVariables.join(", ") },
        { label: words.say("report.controllable"), cell: kpi.controllableTags.join(", ") || "–" },
        { label: words.say("report.baseline-period"), cell: model.baselinePeriod.ranges.map((r) => words.period(r)).join("; ") },
        { label: words.say("report.reporting-period"), cell: reporting.map((r) => words.period(r)).join("; ") },
        { label: words.say("report.family"), cell: words.name(`family.${model.familyId}`) },
        { label: words.say("report.seed"), cell: String(model.seed) },
      ],
    },
    {
      kind: "table",
      caption: words.say("report.candidates"),
      columns: [
        { label: words.say("report.family"), unit: "", align: "left" },
        { label: "RMSE", unit: kpi.unit, align: "right" },
        { label: "CV(RMSE)", unit: "%", align: "right" },
        { label: "NMBE", unit: "%", align: "right" },
        { label: "R²", unit: "", align: "right" },
        { label: words.say("report.unseen-steps"), unit: "", align: "right" },
      ],
      rows: model.candidates.map(({ familyId, error: e }) => [
        `${words.name(`family.${familyId}`)}${familyId === model.familyId ? " ✓" : ""}`,
        words.number(e.rmse),
        words.number(e.cvRmse * 100, { decimals: 2 }),
        words.number(e.nmbe * 100, { decimals: 2, sign: true }),
        words.number(e.r2, { decimals: 3 }),
        words.number(e.n, { significant: 12 }),
      ]),
    },
    ...[...model.findings, ...findings].map((finding) => words.finding(finding)),
    {
      kind: "chart",
      caption: words.say("report.measured-expected"),
      chart: {
        kind: "lines",
        from,
        to,
        lines: [
          { name: words.say("report.measured"), unit, time: days.time, value: daily.measured },
          { name: words.say("report.expected"), unit, time: days.time, value: daily.expected },
        ],
        marks: [],
        limit: null,
        height: 170,
      },
    },
    {
      kind: "chart",
      caption: words.say("report.loss-per-day"),
      chart: { kind: "bars", ...days, unit: "%", stepMs: dayMs, value: daily.lossPercent, height: 120 },
    },
    {
      kind: "chart",
      caption: words.say("report.drivers"),
      chart: { kind: "shares", rows: model.shares.map(({ tag, share }) => ({ label: tag, share })) },
    },
    ...(value ? [valueBlock(value, words)] : []),
  ];
}

function valueBlock(value: NonNullable<EfficiencyFacts["value"]>, words: Words): Block {
  const money = (amount: number) => `${words.number(amount, { significant: 4 }).text} ${value.currency}`;
  return {
    kind: "facts",
    rows: [
      { label: words.say("report.throughput"), cell: words.quantity(value.throughputPerYear, value.throughputUnit) },
      { label: words.say("report.expected-per-year"), cell: words.quantity(value.kpiPerYear, value.unit) },
      {
        label: words.say("report.one-percent"),
        cell: `${words.quantity(value.onePercentAmount, value.unit)} = ${money(value.onePercentPerYear)}`,
      },
      {
        label: words.say("report.loss-per-year"),
        cell: `${money(value.lossPerYear)} (${money(value.lossPerYearInterval.low)} … ${money(value.lossPerYearInterval.high)})`,
      },
      ...(value.co2
        ? [
            {
              label: words.say("report.co2-per-year"),
              cell: words.say("report.co2-per-year.is", {
                one: words.quantity(value.co2.onePercentKg, "kg", { significant: 3 }),
                loss: words.quantity(value.co2.lossKg, "kg", { significant: 3 }),
                carrier: value.co2.carrier,
                factor: words.quantity(value.co2.kgPerUnit, `kg/${value.unit}`, { significant: 3 }),
                source: value.co2.source,
              }),
            },
          ]
        : []),
    ],
  };
}
