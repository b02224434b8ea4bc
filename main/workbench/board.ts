import { activeModels } from "#shared/domain/active-models.ts";
import type { Asset } from "#shared/domain/asset.ts";
import { type AssetStatus, assetStatuses, type Board, type BoardRow, type BoardTrend } from "#shared/domain/board.ts";
import { belongsTo, type Case, isOngoing, isOpen } from "#shared/domain/case.ts";
import type { Episode, HealthModel } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import type { WatchFinding } from "#shared/domain/watch.ts";
import { findStale, type LogTimes } from "../analysis/quality/find-stale.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { envelope } from "../store/signals/envelope.ts";
import { unscoredImports } from "./unscored.ts";
import { knownVitals } from "./vitals.ts";

const day = 86_400_000;
const trendDays = 30;

/** Every asset, the most urgent first; of equal ones, the one whose latest episode is the newest. */
export function boardOf(store: ProjectStore): Board {
  const assets = store.catalog.assets.list();
  const times = new Map(assets.map(({ id }) => [id, logTimes(store, id)]));
  const newest = newestOf([...times.values()]);
  const rows = assets.map((asset) => rowOf(store, asset, times.get(asset.id), newest));
  const urgency = (row: BoardRow): number => assetStatuses.indexOf(row.status);
  return {
    newest,
    rows: rows.sort((a, b) => urgency(a) - urgency(b) || (b.latest?.from ?? 0) - (a.latest?.from ?? 0) || a.name.localeCompare(b.name)),
  };
}

/** Stale data and dead sensors of one asset: what its samples say, and how its log ends beside the others'. */
export function alertsOf(store: ProjectStore, assetId: string, newest?: number | null): WatchFinding[] {
  const own = logTimes(store, assetId);
  const end = newest === undefined ? newestOf(store.catalog.assets.list().map(({ id }) => logTimes(store, id))) : newest;
  const stale = own && end !== null ? findStale(own, end) : undefined;
  return [...(stale ? [stale] : []), ...(knownVitals(store, assetId)?.findings ?? [])];
}

const newestOf = (times: readonly (LogTimes | undefined)[]): number | null =>
  times.reduce<number | null>((latest, log) => (log ? Math.max(log.to, latest ?? log.to) : latest), null);

/** When a log begins and ends and how it ticks, over all its imports; undefined without rows. */
function logTimes(store: ProjectStore, assetId: string): LogTimes | undefined {
  const logs = store.catalog.imports
    .idsOf(assetId)
    .flatMap((id) => importTimes(store, id) ?? [])
    .sort((a, b) => a.from - b.from);
  if (logs.length === 0) return undefined;
  let to = logs[0]!.to;
  let longestGapMs = 0;
  for (const log of logs) {
    longestGapMs = Math.max(longestGapMs, log.longestGapMs, log.from - to);
    to = Math.max(to, log.to);
  }
  return { from: logs[0]!.from, to, intervalMs: logs.at(-1)!.intervalMs, longestGapMs };
}

/** An import never changes once it is committed, and its repair report is long to read. */
const importsRead = new WeakMap<ProjectStore, Map<string, LogTimes | undefined>>();

function importTimes(store: ProjectStore, importId: string): LogTimes | undefined {
  const read = importsRead.get(store) ?? new Map<string, LogTimes | undefined>();
  importsRead.set(store, read);
  if (!read.has(importId)) {
    const { from, to, intervalMs, longestGapMs } = store.catalog.imports.get(importId).report;
    read.set(importId, from === null || to === null ? undefined : { from, to, intervalMs: Math.max(0, intervalMs || 0), longestGapMs });
  }
  return read.get(importId);
}

function rowOf(store: ProjectStore, asset: Asset, log: LogTimes | undefined, newest: number | null): BoardRow {
  const { catalog } = store;
  const models = catalog.healthModels.list(asset.id);
  const active = activeModels(models);
  const model = active.at(-1);
  const cases = catalog.cases.list(asset.id);
  const openCase = cases.find(isOpen) ?? null;
  const byId = new Map(active.map((one) => [one.id, one]));
  const episodes = openCase ? active.flatMap(({ id }) => catalog.episodes.list(id)).filter((one) => belongsTo(openCase, one)) : [];
  const alerting = episodes.filter(isAlert).sort((a, b) => a.from - b.from);
  const last = alerting.at(-1);
  const alerts = alertsOf(store, asset.id, newest);
  const ongoing = (episode: Episode): boolean => log !== undefined && isOngoing(episode, byId.get(episode.modelId)!, log.to);
  return {
    assetId: asset.id,
    name: asset.name,
    status: statusOf({ log, model, openCase, alerting, alerts }),
    from: log?.from ?? null,
    to: log?.to ?? null,
    behindMs: log && newest !== null ? newest - log.to : null,
    openCase,
    cases: cases.length,
    episodes: {
      count: episodes.length,
      alerting: alerting.length,
      open: alerting.filter(({ verdict }) => verdict === null).length,
    },
    latest: last
      ? {
          episodeId: last.id,
          modelId: last.modelId,
          from: last.from,
          to: last.to,
          tag: last.contributions[0]?.tag ?? null,
          ongoing: ongoing(last),
        }
      : null,
    model: model ? modelOf(store, model) : null,
    models: { active: active.length, retired: models.filter(({ retiredAt }) => retiredAt).length },
    alerts,
    checked: log === undefined || knownVitals(store, asset.id) !== undefined,
  };
}

interface Standing {
  readonly log: LogTimes | undefined;
  readonly model: HealthModel | undefined;
  readonly openCase: Case | null;
  readonly alerting: readonly Episode[];
  readonly alerts: readonly WatchFinding[];
}

/**
 * The status of an asset: the gravest severity among the episodes of its open case that a person is told of; an open case without any is
 * maintenance required until it is closed. Dead sensors and stale data are a function check: what is shown is not to be trusted meanwhile.
 */
function statusOf({ log, model, openCase, alerting, alerts }: Standing): AssetStatus {
  if (!log) return "empty";
  const found: AssetStatus[] = alerting.map(({ severity, verdict }) => {
    if (verdict?.verdict === "sensor") return "function-check";
    return severity ?? "maintenance-required";
  });
  if (alerts.some(({ severity }) => severity !== "note")) found.push("function-check");
  if (openCase && found.length === 0) found.push("maintenance-required");
  return assetStatuses.find((status) => found.includes(status)) ?? (model ? "good" : "unwatched");
}

const modelOf = (store: ProjectStore, model: HealthModel): BoardRow["model"] => ({
  id: model.id,
  familyId: model.familyId,
  version: model.version ?? null,
  createdAt: model.createdAt,
  scoresNew: model.scoresNew === true,
  unscored: unscoredImports(store, model).length,
  findings: model.findings.filter(({ severity }) => severity !== "note").length,
});

/**
 * The score of the model in use over the last 30 days before the newest row of the plant, a shorter log as a whole; of a log that ended
 * before, over its own last days.
 */
export async function trendOf(store: ProjectStore, assetId: string, points: number): Promise<BoardTrend | null> {
  const model = activeModels(store.catalog.healthModels.list(assetId)).at(-1);
  const own = logTimes(store, assetId);
  const newest = newestOf(store.catalog.assets.list().map(({ id }) => logTimes(store, id)));
  if (!model || !own || newest === null) return null;
  const length = Math.max(1, Math.min(trendDays * day, own.to - own.from));
  const to = (newest - own.to > length / 2 ? own.to : newest) + 1;
  const range = { from: to - length, to };
  const { series } = await envelope({ folders: [store.scoresFolder(model.id)], tags: ["score"], range, pixels: points });
  const { time, max } = series[0] ?? { time: new Float64Array(), max: new Float64Array() };
  return {
    ...range,
    limit: model.limit.value,
    time: [...time],
    score: Array.from(max, (value) => (Number.isNaN(value) ? null : value)),
  };
}
