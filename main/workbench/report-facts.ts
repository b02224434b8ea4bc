import type { Line } from "#shared/document/block.ts";
import type { EfficiencyResult } from "#shared/domain/efficiency.ts";
import type { EnvelopeSeries } from "#shared/domain/envelope.ts";
import type { Episode } from "#shared/domain/health.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ReportRequest } from "#shared/domain/report.ts";
import type { EfficiencyFacts, HealthFacts, ReportFacts } from "#shared/domain/report-facts.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { valueOfOnePercent } from "../analysis/efficiency/value-of-one-percent.ts";
import type { JobRun } from "../jobs/job-queue.ts";
import { engineVersions } from "../store/engine-versions.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { envelope } from "../store/signals/envelope.ts";
import type { SignalFolder } from "../store/signals/signal-folder.ts";
import { casesOf } from "./cases.ts";
import { resultOf } from "./efficiency.ts";
import { measureFacts } from "./measure-facts.ts";
import { signalFolders } from "./signal-folders.ts";

const points = 360; // across a page: two to a millimetre
const trendTags = 12;
const detailed = 10; // episodes with a picture of their own, the weightiest
const detailTags = 3;

/** Gathers what a report says, by value: later changes to the project do not reach it. */
export async function gatherFacts(store: ProjectStore, request: ReportRequest, version: string, run: JobRun): Promise<ReportFacts> {
  const { catalog, project } = store;
  const asset = catalog.assets.get(request.assetId);
  const tags = catalog.tags.list(asset.id);
  if (tags.length === 0)
    throw problem("report.no-data", `${asset.name} has no data to report on; import a log first.`, { asset: asset.name });
  const range = request.range ?? { from: Math.min(...tags.map((tag) => tag.from)), to: Math.max(...tags.map((tag) => tag.to)) + 1 };
  const folders = signalFolders(store, asset.id);
  const lines = async (of: readonly SignalFolder[], names: string[], over: TimeRange): Promise<Line[]> => {
    if (names.length === 0) return [];
    const { series } = await envelope({ folders: of, tags: names, range: over, pixels: points });
    return series.map(lineOf);
  };
  const steps = 1 + request.healthModelIds.length + request.efficiencyModelIds.length;
  let step = 0;
  const trends = await lines(
    folders,
    tags.slice(0, trendTags).map((tag) => tag.name),
    range,
  );
  run.tick(++step, steps);

  const health: HealthFacts[] = [];
  for (const id of request.healthModelIds) {
    const model = catalog.healthModels.get(id);
    const episodes = catalog.episodes.list(id).filter((episode) => episode.to >= range.from && episode.from < range.to);
    const [score] = await lines([store.scoresFolder(id)], ["score"], range);
    const details: HealthFacts["details"] = [];
    for (const episode of weightiest(episodes, detailed)) {
      const over = around(episode, range);
      const names = episode.contributions.slice(0, detailTags).map((contribution) => contribution.tag);
      details.push({ episodeId: episode.id, ...over, lines: await lines(folders, names, over) });
    }
    health.push({ model, episodes, score: score!, details });
    run.tick(++step, steps);
  }
  const efficiency = request.efficiencyModelIds.map((id) => efficiencyFacts(store, id));
  run.tick(steps, steps);
  const [head] = catalog.audit.latest(1);
  return {
    version: 1,
    composedAt: Date.now(),
    request,
    project: { id: project.id, name: project.name },
    asset,
    range,
    software: { version, node: process.versions.node, ...engineVersions() },
    imports: catalog.imports.list(asset.id),
    tags,
    trends,
    health,
    efficiency,
    measures: catalog.measures
      .list(asset.id)
      .filter(({ removedAt }) => removedAt === null)
      .map((measure) => measureFacts(store, measure)),
    trials: catalog.trials.list(asset.id).filter(({ removedAt }) => removedAt === null),
    cases: casesOf(store, asset.id),
    audit: { entries: head?.seq ?? 0, head: head?.hash ?? "", intact: catalog.audit.intact() },
  };
}

function efficiencyFacts(store: ProjectStore, id: string): EfficiencyFacts {
  const model = store.catalog.efficiencyModels.get(id);
  const { totals, unit, excessUnit, reportingPeriod, findings, daily }: EfficiencyResult = resultOf(store, id);
  const valueInput = store.catalog.values.find(id)?.input ?? null;
  const { time, ...columns } = daily;
  const plain = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, numbers(values)])) as Omit<
    EfficiencyFacts["daily"],
    "time"
  >;
  return {
    model,
    totals,
    unit,
    excessUnit,
    reporting: reportingPeriod.ranges,
    findings,
    daily: { time: [...time], ...plain },
    valueInput,
    value: valueInput && valueOfOnePercent(totals, excessUnit, valueInput),
  };
}

/** JSON has no NaN: what is missing is null. */
const numbers = (values: Float64Array): (number | null)[] => Array.from(values, (v) => (Number.isFinite(v) ? v : null));

const lineOf = ({ tag, unit, time, min, max, first }: EnvelopeSeries): Line => ({
  name: tag,
  unit,
  time: [...time],
  value: numbers(first),
  low: numbers(min),
  high: numbers(max),
});

/** Peak score and duration together say how much an episode weighs. */
function weightiest(episodes: readonly Episode[], most: number): Episode[] {
  const weight = ({ peakScore, from, to }: Episode) => peakScore * Math.log1p((to - from) / 60_000 + 1);
  const chosen = new Set([...episodes].sort((a, b) => weight(b) - weight(a)).slice(0, most));
  return episodes.filter((episode) => chosen.has(episode));
}

/** The episode with as much again to either side, within the report's time. */
function around({ from, to }: Episode, range: TimeRange): TimeRange {
  const margin = Math.max(to - from, (range.to - range.from) / 500);
  return { from: Math.max(range.from, from - margin), to: Math.min(range.to, to + margin) };
}
