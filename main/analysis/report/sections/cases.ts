import type { Block, Mark } from "#shared/document/block.ts";
import { type CaseDetail, isOpen } from "#shared/domain/case.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";
import { difference as differenceUnit } from "#shared/units/unit-algebra.ts";
import type { ReportSection } from "../section.ts";
import type { Words } from "../words.ts";

const shown = 12; // episodes listed per case: a longer list hides what matters

/** Per case: what it was, what was done, what it cost, and the episodes and data alerts it rests on. */
export const cases: ReportSection = {
  id: "cases",
  compose({ cases: all, health, range }, words) {
    const inRange = all.filter(
      ({ episodes }) => episodes.length === 0 || episodes.some(({ from, to }) => to >= range.from && from < range.to),
    );
    if (inRange.length === 0) return [];
    const open = inRange.filter((one) => isOpen(one.case)).length;
    const marks: Mark[] = inRange.flatMap((one) => one.episodes.map(({ from, to }) => ({ from, to, tone: toneOf(one) })));
    return [
      { kind: "heading", level: 1, text: words.say("report.cases") },
      { kind: "paragraph", text: words.say("report.cases.lead") },
      {
        kind: "figures",
        figures: [
          {
            label: words.say("report.cases.count"),
            text: String(inRange.length),
            note: words.say("report.cases.count.note", { open, closed: inRange.length - open }),
          },
          ...costs(inRange).map(([currency, amount]) => ({
            label: words.say("report.cases.cost-of"),
            text: `${words.number(amount, { significant: 6 }).text} ${currency}`,
            note: "",
          })),
        ],
      },
      ...(health[0]
        ? [
            {
              kind: "chart" as const,
              caption: words.say("report.cases.picture"),
              chart: { kind: "lines" as const, ...range, lines: [health[0].score], marks, limit: health[0].model.limit.value, height: 130 },
            },
          ]
        : []),
      ...inRange.flatMap((one) => caseBlocks(one, words)),
    ];
  },
};

const toneOf = ({ case: { verdict } }: CaseDetail): Mark["tone"] =>
  verdict === "fault" || verdict === "normal" || verdict === "unclear" ? verdict : "alert";

/** What closed cases cost, by currency. */
function costs(all: readonly CaseDetail[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const { case: one } of all)
    if (one.cost && !isOpen(one)) sums.set(one.cost.currency, (sums.get(one.cost.currency) ?? 0) + one.cost.amount);
  return [...sums];
}

function caseBlocks(detail: CaseDetail, words: Words): Block[] {
  const { case: one, episodes, alerts, foundLater } = detail;
  const { number } = one;
  const fact = (label: string, text: string) => (text === "" ? [] : [{ label, cell: text }]);
  const times = episodes.length > 0 ? words.period({ from: episodes[0]!.from, to: Math.max(...episodes.map(({ to }) => to)) }) : "";
  const listed = episodes.slice(-shown);
  return [
    {
      kind: "heading",
      level: 2,
      text: one.verdict
        ? words.say("report.cases.closed", { number, verdict: words.say(`case.verdict.${one.verdict}`) })
        : words.say("report.cases.open", { number }),
    },
    {
      kind: "facts",
      rows: [
        ...fact(words.say("report.cases.time"), times),
        ...fact(words.say("case.cause"), one.cause),
        ...fact(words.say("case.action"), one.action),
        ...fact(words.say("case.cost"), one.cost ? `${words.number(one.cost.amount, { significant: 6 }).text} ${one.cost.currency}` : ""),
        ...fact(words.say("case.note"), one.note),
        { label: words.say("report.cases.opened"), cell: `${words.time(one.openedAt)} UTC` },
        ...(one.closedAt === null ? [] : [{ label: words.say("report.cases.closed-at"), cell: `${words.time(one.closedAt)} UTC` }]),
      ],
    },
    ...alerts.map((alert) => words.finding(alert)),
    ...(listed.length === 0 ? [] : [episodeTable(detail, listed, words)]),
    ...(foundLater > 0 ? [{ kind: "paragraph" as const, text: words.say("case.found-later", { count: foundLater }) }] : []),
  ];
}

function episodeTable({ episodes }: CaseDetail, listed: CaseDetail["episodes"], words: Words): Block {
  return {
    kind: "table",
    caption:
      listed.length < episodes.length
        ? words.say("report.cases.more", { shown: listed.length, count: episodes.length })
        : words.say("report.cases.episodes"),
    columns: [
      { label: words.say("report.start"), unit: "UTC", align: "time" },
      { label: words.say("report.duration"), unit: "", align: "right" },
      { label: words.say("report.contributing"), unit: "", align: "left" },
      { label: words.say("report.cases.found-by"), unit: "", align: "left" },
      { label: words.say("report.verdict"), unit: "", align: "left" },
    ],
    rows: listed.map((episode) => [
      words.time(episode.from),
      words.duration(episode.to - episode.from),
      [
        [episode.tag ?? "–", differenceOf(episode, words)].filter(Boolean).join(" "),
        ...(episode.deadTag ? [words.say("case.dead-tag", { tag: episode.deadTag })] : []),
      ].join("; "),
      words.name(`family.${episode.familyId}`),
      episode.verdict ? words.say(`case.verdict.${episode.verdict}`) : words.say("verdict.none"),
    ]),
  };
}

const differenceOf = ({ difference }: CaseDetail["episodes"][number], words: Words): string =>
  difference
    ? words.quantity(difference.measured - difference.expected, differenceUnit(parseUnit(difference.unit)).symbol, {
        significant: 2,
        sign: true,
      })
    : "";
