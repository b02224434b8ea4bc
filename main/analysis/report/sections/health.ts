import type { Block, Mark } from "#shared/document/block.ts";
import type { Episode, HealthModel } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import type { HealthFacts, ReportFacts } from "#shared/domain/report-facts.ts";
import { recallSentence } from "#shared/language/recall-sentence.ts";
import type { ReportSection } from "../section.ts";
import type { Words } from "../words.ts";
import { healthCard } from "./health-card.ts";
import { healthDrills, tellsOfDrills } from "./health-drills.ts";

/** Per model: its card, the score over time with limit and episodes, the episodes and the verdicts on them. */
export const health: ReportSection = {
  id: "health",
  compose({ health: models, range, imports }, words) {
    if (models.length === 0) return [];
    return [
      { kind: "heading", level: 1, text: words.say("report.health") },
      { kind: "paragraph", text: words.say("report.health.lead") },
      ...models.flatMap((facts) => modelBlocks(facts, { range, imports }, words)),
    ];
  },
};

const tones = { fault: "fault", normal: "normal", sensor: "unclear", maintenance: "unclear", unclear: "unclear" } as const;
const toneOf = ({ verdict, ...rest }: Episode): Mark["tone"] =>
  verdict ? tones[verdict.verdict] : isAlert({ verdict, ...rest }) ? "alert" : "normal";

function modelBlocks(
  { model, episodes, score, details }: HealthFacts,
  { range, imports }: Pick<ReportFacts, "range" | "imports">,
  words: Words,
): Block[] {
  const { limit } = model;
  const marks: Mark[] = [
    ...model.reference.map((r) => ({ ...r, tone: "reference" as const })),
    ...episodes.map((episode) => ({ from: episode.from, to: episode.to, tone: toneOf(episode) })),
  ];
  return [
    { kind: "heading", level: 2, text: words.name(`family.${model.familyId}`) },
    { kind: "paragraph", text: words.name(`family.${model.familyId}.help`) },
    {
      kind: "facts",
      rows: [
        ...healthCard(model, imports, words),
        ...(model.tensors ? [{ label: words.say("report.tensors"), cell: tensorWords(model.tensors, words) }] : []),
        ...Object.entries(model.facts).map(([name, value]) => ({
          label: words.name(`family.fact.${name}`),
          cell: typeof value === "number" ? words.number(value) : value,
        })),
      ],
    },
    ...model.findings.filter(({ code }) => !tellsOfDrills.test(code)).map((finding) => words.finding(finding)),
    ...healthDrills(model, words),
    {
      kind: "chart",
      caption: words.say("report.score.caption"),
      chart: { kind: "lines", ...range, lines: [score], marks, limit: limit.value, height: 170 },
    },
    ...(episodes.length === 0 ? [{ kind: "paragraph" as const, text: words.say("report.no-episodes") }] : [episodeTable(episodes, words)]),
    ...details.flatMap((detail) => {
      const episode = episodes.find((e) => e.id === detail.episodeId);
      return episode ? detailBlocks(episode, detail, words) : [];
    }),
  ];
}

function tensorWords({ backend, version, gflops }: NonNullable<HealthModel["tensors"]>, words: Words): string {
  return words.say(`report.tensors.${backend}`, { version, gflops: words.number(gflops, { significant: 2 }).text });
}

function episodeTable(episodes: readonly Episode[], words: Words): Block {
  return {
    kind: "table",
    caption: words.say("report.episodes"),
    columns: [
      { label: words.say("report.start"), unit: "UTC", align: "time" },
      { label: words.say("report.duration"), unit: "", align: "right" },
      { label: words.say("report.peak"), unit: "", align: "right" },
      { label: words.say("report.contributing"), unit: "", align: "left" },
      { label: words.say("report.verdict"), unit: "", align: "left" },
    ],
    rows: episodes.map((episode) => [
      words.time(episode.from),
      words.duration(episode.to - episode.from),
      words.number(episode.peakScore, { decimals: 3 }),
      episode.contributions
        .slice(0, 3)
        .map(({ tag, share }) => `${tag} ${words.number(share * 100, { decimals: 0 }).text} %`)
        .join(", "),
      episode.verdict
        ? [words.say(`verdict.${episode.verdict.verdict}`), episode.verdict.cause, episode.verdict.note].filter(Boolean).join(": ")
        : recalled(episode, words),
    ]),
  };
}

/** What an episode that nobody judged resembles. */
function recalled({ recall, recallDeclined }: Episode, words: Words): string {
  const told = recall && !recallDeclined ? recallSentence(recall) : undefined;
  return told ? words.say(told.key, told.data) : words.say("verdict.none");
}

function detailBlocks(episode: Episode, { from, to, lines }: HealthFacts["details"][number], words: Words): Block[] {
  const units = new Set(lines.map((line) => line.unit)).size;
  const measured = episode.contributions
    .slice(0, 5)
    .map(({ tag, unit, share, measured: m, expected: e }) => [
      tag,
      unit,
      words.number(share * 100, { decimals: 0 }),
      words.number(m),
      words.number(e),
      words.number(m === null || e === null ? null : m - e, { sign: true }),
    ]);
  return [
    {
      kind: "heading",
      level: 3,
      text: words.say("report.episode-at", { at: `${words.time(episode.from)} UTC`, duration: words.duration(episode.to - episode.from) }),
    },
    {
      kind: "chart",
      caption: lines.map((line) => line.name).join(", "),
      chart: {
        kind: "lines",
        from,
        to,
        lines,
        marks: [{ from: episode.from, to: episode.to, tone: toneOf(episode) }],
        limit: null,
        height: 80 * units,
      },
    },
    {
      kind: "table",
      caption: "",
      columns: [
        { label: words.say("report.tag"), unit: "", align: "left" },
        { label: words.say("report.unit"), unit: "", align: "left" },
        { label: words.say("report.share"), unit: "%", align: "right" },
        { label: words.say("report.measured"), unit: "", align: "right" },
        { label: words.say("report.expected"), unit: "", align: "right" },
        { label: words.say("report.difference"), unit: "", align: "right" },
      ],
      rows: measured,
    },
  ];
}
