import { belongsTo, type Case, isOpen } from "#shared/domain/case.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { episodesInUse } from "./case-episodes.ts";

/**
 * Opens a case where an asset has an episode a person is to be told of and no open case, and takes an open one back that has lost all its
 * episodes and that nobody has written in. To be called inside the transaction that changes episodes or models. Returns whether it did.
 */
export function keepCases(store: ProjectStore, assetId: string, newId: () => string): boolean {
  const { catalog } = store;
  const known = catalog.cases.list(assetId);
  const open = known.find(isOpen);
  const after = lastUntil(known);
  const episodes = episodesInUse(catalog, assetId);
  if (open) {
    const written = open.cause || open.action || open.note || open.cost !== null || open.reopened > 0;
    if (written || episodes.some((episode) => belongsTo(open, episode))) return false;
    catalog.cases.remove(open.id);
    catalog.audit.append("case.withdrawn", open.id, { assetId, number: open.number });
    return true;
  }
  const first = episodes.find((episode) => belongsTo({ after, until: null }, episode) && isAlert(episode));
  if (!first) return false;
  const number = 1 + Math.max(0, ...known.map((one) => one.number));
  const fresh: Case = {
    id: newId(),
    assetId,
    number,
    openedAt: Date.now(),
    after,
    until: null,
    cause: "",
    action: "",
    note: "",
    cost: null,
    verdict: null,
    closedAt: null,
    reopened: 0,
    kept: null,
  };
  catalog.cases.put(fresh);
  catalog.audit.append("case.opened", fresh.id, { assetId, number, episodeId: first.id, from: first.from });
  return true;
}

const lastUntil = (cases: readonly Case[]): number | null =>
  cases.reduce<number | null>((last, { until }) => (until === null ? last : Math.max(until, last ?? until)), null);
