import { caughtShare, type DrillFault, drillFaults, drillPointAt } from "#shared/domain/fault-drill.ts";
import type { Episode, HealthModel } from "#shared/domain/health.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import type { Say } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { wordsOr } from "../../ui/words-or.ts";

export interface Compared {
  readonly model: HealthModel;
  readonly episodes: readonly Episode[];
}

export interface CompareRow {
  readonly name: string;
  /** One per model; "" where it has nothing to say. */
  readonly cells: readonly string[];
}

export interface CompareGroup {
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

/** What is known of models, in rows that can be read across; rows on which no model has anything to say are left out. */
export function compareFacts(say: Say, compared: readonly Compared[]): CompareGroup[] {
  const row = (name: string, tell: (one: Compared) => string): CompareRow => ({ name, cells: compared.map(tell) });
  const long = (ms: number): string => formatDuration(ms, say.language);
  const perWeek = (count: number): string => say("health.compare.per-week", { count: formatNumber(count, { significant: 2 }) });
  const percent = (share: number): string => (Number.isNaN(share) ? "" : `${formatNumber(100 * share, { decimals: 0 })} %`);
  const point = ({ model }: Compared) => (model.drills?.[0] ? drillPointAt(model.drills[0], model.limit.alertsPerWeek) : undefined);
  const drilled = (fault: DrillFault) => (one: Compared) => {
    const outcome = point(one)?.outcomes.find((each) => each.fault === fault);
    if (!outcome || outcome.tried === 0) return "";
    const share = percent(outcome.caught / outcome.tried);
    return outcome.delayMs === null ? share : `${share} · ${long(outcome.delayMs)}`;
  };
  const judged = (episodes: readonly Episode[], kind: string): number =>
    episodes.filter((episode) => episode.verdict?.verdict === kind).length;
  const facts = [...new Set(compared.flatMap(({ model }) => Object.keys(model.facts)))];
  const groups: CompareGroup[] = [
    {
      title: say("health.compare.group.made"),
      rows: [
        row(say("health.compare.trained"), ({ model }) => localTime(model.createdAt)),
        row(say("health.compare.reference"), ({ model }) => long(model.reference.reduce((sum, { from, to }) => sum + to - from, 0))),
        row(say("health.compare.rows"), ({ model }) => formatNumber(model.rows)),
        row(say("health.compare.tags"), ({ model }) => formatNumber(model.tags.length)),
        row(say("health.compare.budget"), ({ model }) => perWeek(model.limit.alertsPerWeek)),
        row(say("health.compare.limit-value"), ({ model }) => formatNumber(model.limit.value, { significant: 3 })),
        row(say("health.compare.findings"), ({ model }) =>
          formatNumber(model.findings.filter(({ severity }) => severity !== "note").length),
        ),
      ],
    },
    {
      title: say("health.compare.group.proved"),
      rows: [
        ...drillFaults.map((fault) => row(say(`health.drills.fault.${fault}`), drilled(fault))),
        row(say("health.compare.caught"), (one) => {
          const at = point(one);
          return at ? percent(caughtShare(at)) : say("health.compare.none");
        }),
        row(say("health.compare.false"), (one) => {
          const at = point(one);
          return at ? perWeek(at.falseAlertsPerWeek) : "";
        }),
        row(say("health.compare.expected"), ({ model }) => perWeek(model.limit.expectedAlertsPerWeek)),
      ],
    },
    {
      title: say("health.compare.group.found"),
      rows: [
        row(say("health.compare.episodes"), ({ episodes }) => formatNumber(episodes.length)),
        row(say("health.compare.judged"), ({ episodes }) => `${judged(episodes, "fault")} / ${judged(episodes, "normal")}`),
        row(say("health.compare.abnormal"), ({ episodes }) => {
          const ms = episodes.reduce((sum, { from, to }) => sum + to - from, 0);
          return ms > 0 ? long(ms) : "0";
        }),
      ],
    },
    {
      title: say("health.compare.group.facts"),
      rows: facts.map((fact) =>
        row(wordsOr(say, `family.fact.${fact}`, fact), ({ model }) => {
          const value = model.facts[fact];
          return value === undefined ? "" : typeof value === "number" ? formatNumber(value, { significant: 3 }) : value;
        }),
      ),
    },
  ];
  return groups
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")) }))
    .filter(({ rows }) => rows.length > 0);
}
