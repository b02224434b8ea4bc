import type { cases } from "#shared/contract/cases.ts";
import type { Handlers } from "#shared/contract/define.ts";
import { belongsTo, type Case, type CaseDetail, isOpen } from "#shared/domain/case.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ProjectStore } from "../store/project-store.ts";
import type { Bench } from "./bench.ts";
import { alertsOf, boardOf, trendOf } from "./board.ts";
import { caseEpisodes, episodesInUse } from "./case-episodes.ts";
import { giveVerdict } from "./give-verdict.ts";
import { keepCases } from "./keep-cases.ts";
import { checkedVitals } from "./vitals.ts";

export function caseHandlers(bench: Bench): Handlers<typeof cases> {
  const newId = () => bench.newId();
  return {
    board: () => {
      openMissing(bench.store, newId);
      return boardOf(bench.store);
    },
    trend: ({ assetId, points }) => trendOf(bench.store, assetId, points),
    check: ({ assetId }) => checkedVitals(bench, bench.store, assetId),
    list: ({ assetId }) => {
      openMissing(bench.store, newId);
      return casesOf(bench.store, assetId);
    },
    describe: ({ caseId, ...said }) => {
      const { catalog } = bench.store;
      const changed: Case = { ...catalog.cases.get(caseId), ...said };
      catalog.commit(() => {
        catalog.cases.put(changed);
        catalog.audit.append("case.described", caseId, { assetId: changed.assetId, number: changed.number, ...said });
      });
      return changed;
    },
    close: (closing) => closeCase(bench.store, closing, newId),
    reopen: ({ caseId }) => reopenCase(bench.store, caseId, newId),
  };
}

/** The cases of an asset with what belongs to them, the newest first. */
export function casesOf(store: ProjectStore, assetId: string): CaseDetail[] {
  store.catalog.assets.get(assetId);
  return store.catalog.cases
    .list(assetId)
    .sort((a, b) => b.number - a.number)
    .map((one) => detailOf(store, one));
}

function detailOf(store: ProjectStore, one: Case): CaseDetail {
  const live = caseEpisodes(store.catalog, one);
  if (isOpen(one) || !one.kept) return { case: one, episodes: live, alerts: alertsOf(store, one.assetId), foundLater: 0 };
  const { episodes, alerts } = one.kept;
  const known = (from: number, to: number): boolean => episodes.some((episode) => episode.from <= to && episode.to >= from);
  return { case: one, episodes, alerts, foundLater: live.filter(({ from, to }) => !known(from, to)).length };
}

/** Projects of before had no cases: those that are due are opened when somebody looks. */
function openMissing(store: ProjectStore, newId: () => string): void {
  const { catalog } = store;
  const due = catalog.assets.list().filter(({ id }) => catalog.healthModels.idsOf(id).length > 0 && !catalog.cases.list(id).some(isOpen));
  if (due.length > 0)
    catalog.commit(() => {
      for (const { id } of due) keepCases(store, id, newId);
    });
}

type Closing = Parameters<Handlers<typeof cases>["close"]>[0];

function closeCase(store: ProjectStore, { caseId, until: asked, ...said }: Closing, newId: () => string): Case {
  const { catalog } = store;
  const open = catalog.cases.get(caseId);
  if (!isOpen(open))
    throw problem("case.closed", `Case ${open.number} is closed already; reopen it to close it in another way.`, { number: open.number });
  const at = Date.now();
  let closed: Case | undefined;
  catalog.commit(() => {
    const episodes = episodesInUse(catalog, open.assetId).filter(
      (episode) => belongsTo(open, episode) && (asked === null || episode.from <= asked),
    );
    if (asked !== null && episodes.length === 0)
      throw problem("case.nothing-until", "No episode of the case begins by then; choose a later time.", { until: asked });
    const until =
      asked ??
      Math.max(
        open.after ?? Number.NEGATIVE_INFINITY,
        ...(episodes.length > 0 ? episodes.map(({ to }) => to) : [logEnd(store, open.assetId)]),
      );
    const unjudged = episodes.filter(({ verdict }) => verdict === null);
    for (const { id } of unjudged) {
      const { verdict, note, cause, action } = said;
      giveVerdict(catalog, id, { verdict, note, cause, action }, { at, newId });
    }
    const shut: Case = { ...open, ...said, until, closedAt: at };
    closed = { ...shut, kept: { episodes: caseEpisodes(catalog, shut), alerts: alertsOf(store, open.assetId) } };
    catalog.cases.put(closed);
    catalog.audit.append("case.closed", caseId, {
      assetId: open.assetId,
      number: open.number,
      ...said,
      until: closed.until,
      episodes: episodes.length,
      judged: unjudged.map(({ id }) => id),
    });
    keepCases(store, open.assetId, newId);
  });
  return closed!;
}

const logEnd = ({ catalog }: ProjectStore, assetId: string): number =>
  Math.max(0, ...catalog.imports.list(assetId).map(({ report }) => report.to ?? 0));

function reopenCase(store: ProjectStore, caseId: string, newId: () => string): Case {
  const { catalog } = store;
  const one = catalog.cases.get(caseId);
  const all = catalog.cases.list(one.assetId);
  if (isOpen(one)) throw problem("case.open", `Case ${one.number} is open.`, { number: one.number });
  const since = all.find((other) => isOpen(other));
  const last = Math.max(...all.filter((other) => !isOpen(other)).map(({ number }) => number));
  if (one.number !== last)
    throw problem("case.not-last", `Case ${last} was closed after case ${one.number}; only the last one can be opened again.`, {
      number: one.number,
      last,
    });
  const joined = (a: string, b: string | undefined): string => [a, b].filter(Boolean).join("\n");
  const open: Case = {
    ...one,
    until: null,
    verdict: null,
    closedAt: null,
    kept: null,
    reopened: one.reopened + 1,
    cause: joined(one.cause, since?.cause),
    action: joined(one.action, since?.action),
    note: joined(one.note, since?.note),
    cost: one.cost ?? since?.cost ?? null,
  };
  catalog.commit(() => {
    // The verdicts its closing gave are taken back; those that a person gave an episode stay.
    for (const episode of catalog.healthModels.list(one.assetId).flatMap(({ id }) => catalog.episodes.list(id)))
      if (episode.verdict && episode.verdict.at === one.closedAt && belongsTo(one, episode))
        giveVerdict(catalog, episode.id, { verdict: null, note: "" }, { at: Date.now(), newId });
    if (since) catalog.cases.remove(since.id);
    catalog.cases.put(open);
    catalog.audit.append("case.reopened", caseId, { assetId: one.assetId, number: one.number, joined: since?.number ?? null });
  });
  return open;
}
