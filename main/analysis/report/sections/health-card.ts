import type { Block } from "#shared/document/block.ts";
import type { HealthModel } from "#shared/domain/health.ts";
import type { ImportRecord } from "#shared/domain/importing.ts";
import type { Words } from "../words.ts";

type Row = Extract<Block, { kind: "facts" }>["rows"][number];

const hashShown = 12; // characters: enough to tell files apart by eye; the appendix has them whole

/** What a model was made from and how: version, parents with their data range, features, parameters, limit and budget, errors. */
export function healthCard(model: HealthModel, imports: readonly ImportRecord[], words: Words): Row[] {
  const { features, limit, statistics } = model;
  const { say } = words;
  const row = (label: string, cell: Row["cell"] | undefined): Row[] => (cell === undefined || cell === "" ? [] : [{ label, cell }]);
  const number = (value: number): string => words.number(value, { significant: 3 }).text;
  return [
    ...row(
      say("report.model.version"),
      model.version === undefined
        ? undefined
        : model.before
          ? say("report.model.version.after", { version: model.version, before: model.before.version })
          : say("report.model.version.first", { version: model.version }),
    ),
    ...row(
      say("report.model.made"),
      say("report.model.made.value", { at: words.time(model.createdAt), length: words.duration(model.trainedMs) }),
    ),
    ...row(
      say("report.model.picked"),
      model.retiredAt
        ? say("report.model.retired", { at: words.time(model.retiredAt) })
        : model.active
          ? say("report.model.picked.yes")
          : undefined,
    ),
    ...row(say("report.model.parents"), model.parents.map((parent) => parentWords(parent, imports, words)).join("; ")),
    ...row(say("report.reference"), model.reference.map((range) => words.period(range)).join("; ")),
    ...row(say("report.rows-trained"), words.number(model.rows, { significant: 12 })),
    ...row(say("report.tags"), model.tags.join(", ")),
    ...row(
      say("report.model.derived"),
      (model.derived ?? []).map(({ name, formula, unit }) => `${name} = ${formula}${unit === "" ? "" : ` [${unit}]`}`).join("; "),
    ),
    ...row(
      say("report.model.features"),
      [
        say("report.model.features.rows", { interval: words.duration(features.intervalMs), gap: words.duration(features.gapMs) }),
        features.smoothingMs > 0 ? say("report.model.features.smoothed", { span: words.duration(features.smoothingMs) }) : "",
        features.operating.length > 0
          ? say("report.model.features.off", {
              rules: features.operating
                .map(({ tag, unit, offBelow }) => `${tag} < ${words.quantity(offBelow, unit, { significant: 3 })}`)
                .join(", "),
            })
          : "",
        features.settlingMs > 0 ? say("report.model.features.settling", { span: words.duration(features.settlingMs) }) : "",
      ]
        .filter((part) => part !== "")
        .join("; "),
    ),
    ...row(
      say("report.parameters"),
      Object.entries(model.params)
        .map(([name, value]) => `${words.name(`family.${model.familyId}.${name}`)}: ${typeof value === "number" ? number(value) : value}`)
        .join("; "),
    ),
    ...row(say("report.seed"), String(model.seed)),
    ...row(
      say("report.model.budget"),
      say("report.model.budget.value", { budget: number(limit.alertsPerWeek), expected: number(limit.expectedAlertsPerWeek) }),
    ),
    ...row(
      say("report.limit"),
      say("report.model.limit.value", { value: number(limit.value), method: say(`health.limit.method.${limit.method}`) }),
    ),
    ...row(
      say("report.model.delays"),
      say("report.model.delays.value", { on: words.duration(limit.onDelayMs), off: words.duration(limit.offDelayMs) }),
    ),
    ...row(
      say("report.model.held-out"),
      statistics.score &&
        say("report.model.held-out.value", {
          q95: number(statistics.score.q95),
          q99: number(statistics.score.q99),
          max: number(statistics.score.max),
        }),
    ),
  ];
}

function parentWords({ importId, sha256 }: HealthModel["parents"][number], imports: readonly ImportRecord[], words: Words): string {
  const hash = (sha256[0] ?? "").slice(0, hashShown);
  const known = imports.find(({ id }) => id === importId);
  if (!known) return words.say("report.model.parent-gone", { hash });
  const { from, to } = known.report;
  const files = known.files.map(({ name }) => name).join(", ");
  return words.say("report.model.parent", { files, period: from === null || to === null ? "–" : words.period({ from, to }), hash });
}
