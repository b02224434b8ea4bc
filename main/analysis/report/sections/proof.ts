import type { Block } from "#shared/document/block.ts";
import type { ValueInput } from "#shared/domain/efficiency.ts";
import type { MeasureFacts } from "#shared/domain/report-facts.ts";
import type { ReportSection } from "../section.ts";
import type { Words } from "../words.ts";

const week = 7 * 86_400_000;

/** Per measure: what was locked, what was saved, how sure that is and why. */
export const proof: ReportSection = {
  id: "proof",
  compose({ measures }, words) {
    if (measures.length === 0) return [];
    return [
      { kind: "heading", level: 1, text: words.say("report.proof") },
      { kind: "paragraph", text: words.say("report.proof.lead") },
      ...measures.flatMap((facts) => measureBlocks(facts, words)),
    ];
  },
};

function measureBlocks({ measure, saving, value = null }: MeasureFacts, words: Words): Block[] {
  const { plan, unit, quality } = measure;
  const last = measure.results.at(-1);
  const verdict = words.say(`proof-view.verdict.${last?.verdict ?? "none"}`);
  return [
    { kind: "heading", level: 2, text: plan.name },
    ...(saving && last
      ? figures(measure, saving, value, verdict, words)
      : [{ kind: "paragraph", text: words.say("report.proof.waiting") } as const]),
    {
      kind: "facts",
      rows: [
        { label: words.say("report.proof.meter"), cell: `${plan.meter.tag} [${unit}]` },
        {
          label: words.say("report.proof.drivers"),
          cell: plan.drivers.map(({ tag }) => tag).join(", ") || words.say("report.proof.no-drivers"),
        },
        ...(plan.validWhen === null ? [] : [{ label: words.say("report.proof.rule"), cell: plan.validWhen }]),
        { label: words.say("report.baseline-period"), cell: plan.baseline.ranges.map((range) => words.period(range)).join("; ") },
        {
          label: words.say("report.proof.model"),
          cell: words.say("proof-view.fit.quality", {
            form: words.say(`proof-view.form-of.${measure.form}`),
            n: words.number(quality.n, { decimals: 0 }).text,
            cv: words.number(100 * quality.cvRmse, { significant: 3 }).text,
            r2: words.number(quality.r2, { decimals: 3 }).text,
            nmbe: words.number(100 * quality.nmbe, { decimals: 3 }).text,
          }),
        },
        {
          label: words.say("report.proof.locked"),
          cell: words.say("report.proof.locked.by", { time: `${words.time(measure.lockedAt)} UTC`, who: measure.lockedBy }),
        },
        { label: words.say("report.proof.hash"), cell: measure.sha256 },
        {
          label: words.say("report.proof.smallest"),
          cell:
            measure.smallestPercent === null
              ? "–"
              : words.say("proof-view.in-weeks", {
                  percent: words.number(measure.smallestPercent, { significant: 2 }).text,
                  weeks: plan.plannedWeeks,
                }),
        },
        ...(last
          ? [
              { label: words.say("report.reporting-period"), cell: last.period.ranges.map((range) => words.period(range)).join("; ") },
              { label: words.say("report.proof.verified"), cell: `${words.time(last.at)} UTC` },
            ]
          : []),
      ],
    },
    ...(saving && last ? answerBlocks(measure, saving, words) : []),
    ...(measure.check?.findings ?? []).map((finding) => words.finding(finding)),
  ];
}

function figures(
  { unit, results }: MeasureFacts["measure"],
  saving: NonNullable<MeasureFacts["saving"]>,
  value: ValueInput | null,
  verdict: string,
  words: Words,
): Block[] {
  const last = results.at(-1)!;
  const percent = (value: number | null) => words.percent(value);
  return [
    {
      kind: "figures",
      figures: [
        { label: words.say("report.proof.verdict"), text: verdict, note: "" },
        {
          label: words.say("proof-view.tile.percent"),
          text: percent(last.percent),
          note: words.say("report.interval-of", { level: 100 * last.level, low: percent(last.low), high: percent(last.high) }),
        },
        { label: words.say("proof-view.tile.avoided"), text: words.quantity(last.avoided, unit, { significant: 3 }), note: "" },
        ...(value
          ? [
              {
                label: words.say("proof-view.tile.money"),
                text: words.quantity(times(last.avoided, value.pricePerUnit), value.currency, { significant: 3 }),
                note: "",
              },
            ]
          : []),
        ...(value?.co2
          ? [
              {
                label: words.say("proof-view.tile.co2"),
                text: words.quantity(times(last.avoided, value.co2.kgPerUnit), "kg", { significant: 3 }),
                note: `${value.co2.carrier}, ${words.quantity(value.co2.kgPerUnit, `kg/${unit}`, { significant: 3 })} (${value.co2.source})`,
              },
            ]
          : []),
        { label: words.say("proof-view.tile.measured"), text: words.quantity(saving.measured, unit, { significant: 4 }), note: "" },
        { label: words.say("proof-view.tile.expected"), text: words.quantity(saving.expected, unit, { significant: 4 }), note: "" },
      ],
    },
  ];
}

const times = (amount: number | null, factor: number): number | null => (amount === null ? null : amount * factor);

function answerBlocks({ unit, results }: MeasureFacts["measure"], saving: NonNullable<MeasureFacts["saving"]>, words: Words): Block[] {
  const { weekly, cumulative, intervals } = saving;
  const number = (value: number | null) => words.number(value, { significant: 3 });
  const ranges = results.at(-1)!.period.ranges;
  const from = Math.min(ranges[0]!.from, weekly.time[0] ?? Number.POSITIVE_INFINITY);
  const to = Math.max(ranges.at(-1)!.to, (weekly.time.at(-1) ?? Number.NEGATIVE_INFINITY) + week);
  return [
    {
      kind: "table",
      caption: words.say("proof-view.intervals"),
      columns: [
        { label: words.say("proof-view.intervals.method"), unit: "", align: "left" },
        { label: words.say("report.proof.low"), unit, align: "right" },
        { label: words.say("report.proof.high"), unit, align: "right" },
        { label: words.say("proof-view.intervals.error"), unit, align: "right" },
      ],
      rows: (["robust", "bootstrap", "guideline"] as const).map((method) => {
        const { low, high, standardError } = intervals[method];
        return [words.say(`proof-view.intervals.${method}`), number(low), number(high), number(standardError)];
      }),
    },
    ...saving.findings.map((finding) => words.finding(finding)),
    {
      kind: "chart",
      caption: words.say("proof-view.weekly"),
      chart: { kind: "bars", from, to, unit, stepMs: week, time: weekly.time, value: weekly.avoided, height: 120 },
    },
    {
      kind: "chart",
      caption: words.say("proof-view.cusum"),
      chart: {
        kind: "lines",
        from,
        to,
        lines: [
          {
            name: words.say("proof-view.cusum"),
            unit,
            time: cumulative.time,
            value: cumulative.avoided,
            low: cumulative.low,
            high: cumulative.high,
          },
        ],
        marks: [],
        limit: null,
        height: 150,
      },
    },
  ];
}
