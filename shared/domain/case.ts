import { z } from "zod";
import { type Episode, type HealthModel, Severity, VerdictKind } from "./health.ts";
import { WatchFinding } from "./watch.ts";

/** What a case turned out to be, in the words of an episode's verdict. */
export const CaseVerdict = VerdictKind;
export type CaseVerdict = VerdictKind;

export const Cost = z.object({ amount: z.number().min(0), currency: z.string() });
export type Cost = z.infer<typeof Cost>;

/** An episode as its case tells of it. */
export const CaseEpisode = z.object({
  episodeId: z.string(),
  modelId: z.string(),
  familyId: z.string(),
  from: z.number(),
  to: z.number(),
  alertAt: z.number(),
  peakScore: z.number(),
  /** The tag with the largest part, and whether it lay below or above what was expected; null where nothing was. */
  tag: z.string().nullable(),
  difference: z.object({ measured: z.number(), expected: z.number(), unit: z.string() }).nullable(),
  severity: Severity.nullable(),
  /** The cause of what it resembles; null where it resembles nothing that was judged. */
  looksLike: z.string().nullable(),
  verdict: CaseVerdict.nullable(),
  /** Whether a person is told of it: not where it was judged normal or is like one that was. */
  alerting: z.boolean(),
  /** A sensor that was dead over most of it and has a part in it: the likely reason. */
  deadTag: z.string().nullable(),
});
export type CaseEpisode = z.infer<typeof CaseEpisode>;

/**
 * What a person has to see to on one asset: the episodes of all its models in use from one time of the log to another. The cases of an
 * asset follow each other without overlap, and at most one is open, so that an episode that is found again by another limit or model
 * belongs to the same case.
 */
export const Case = z.object({
  id: z.string(),
  assetId: z.string(),
  /** Counts the cases of the asset, from 1. */
  number: z.number().int(),
  /** When the program opened it, ms UTC. */
  openedAt: z.number(),
  /** Log time: its episodes start after `after` and not after `until`; null: no end on that side. */
  after: z.number().nullable(),
  until: z.number().nullable(),
  cause: z.string(),
  action: z.string(),
  note: z.string(),
  cost: Cost.nullable(),
  /** Null while it is open. */
  verdict: CaseVerdict.nullable(),
  closedAt: z.number().nullable(),
  /** How often it was opened again. */
  reopened: z.number().int(),
  /** Episodes and alerts as they stood when it was closed. */
  kept: z.object({ episodes: z.array(CaseEpisode), alerts: z.array(WatchFinding) }).nullable(),
});
export type Case = z.infer<typeof Case>;

/** A case with what belongs to it: live while it is open, as it stood once it is closed. */
export const CaseDetail = z.object({
  case: Case,
  /** The oldest first. */
  episodes: z.array(CaseEpisode),
  /** Stale data and dead sensors. */
  alerts: z.array(WatchFinding),
  /** Episodes of its time that were found after it was closed, by another limit, model or import. */
  foundLater: z.number().int(),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

/** What a person says when closing. */
export const CaseClosing = z.object({
  caseId: z.string(),
  verdict: CaseVerdict,
  cause: z.string().default(""),
  action: z.string().default(""),
  note: z.string().default(""),
  cost: Cost.nullable().default(null),
  /** Log time, ms UTC: later episodes go into a new case. Null: all of them are closed. */
  until: z.number().nullable().default(null),
});
export type CaseClosing = z.infer<typeof CaseClosing>;

export const isOpen = ({ closedAt }: Pick<Case, "closedAt">): boolean => closedAt === null;

/** Whether an episode belongs to a case, by the time it starts. */
export const belongsTo = ({ after, until }: Pick<Case, "after" | "until">, { from }: Pick<Episode, "from">): boolean =>
  (after === null || from > after) && (until === null || from <= until);

/** Whether an episode still lasts where the log ends. */
export const isOngoing = (
  { to }: Pick<Episode, "to">,
  { limit, features }: Pick<HealthModel, "limit" | "features">,
  logEnd: number,
): boolean => logEnd - to <= Math.max(limit.offDelayMs, 2 * features.intervalMs);
