import { z } from "zod";
import { Case } from "./case.ts";
import { severities } from "./health.ts";
import { WatchFinding } from "./watch.ts";

/**
 * How an asset stands, the most urgent first: the four status signals of NAMUR NE 107, `good` where nothing is amiss, `unwatched` where no
 * model looks at it and `empty` where it has no data.
 */
export const assetStatuses = [...severities, "good", "unwatched", "empty"] as const;
export const AssetStatus = z.enum(assetStatuses);
export type AssetStatus = z.infer<typeof AssetStatus>;

/** One asset on the board. Times of the log are ms UTC. */
export const BoardRow = z.object({
  assetId: z.string(),
  name: z.string(),
  status: AssetStatus,
  /** The time of the first and of the last row of its log; null without data. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** How long before the newest row of the plant its log ends, ms. */
  behindMs: z.number().nullable(),
  openCase: Case.nullable(),
  cases: z.number().int(),
  /** Of the open case: its episodes, those a person is told of, and those nobody has judged. */
  episodes: z.object({ count: z.number().int(), alerting: z.number().int(), open: z.number().int() }),
  /** The latest episode that a person is told of: when, mostly in which tag, and whether it still lasts. */
  latest: z
    .object({
      episodeId: z.string(),
      modelId: z.string(),
      from: z.number(),
      to: z.number(),
      tag: z.string().nullable(),
      ongoing: z.boolean(),
    })
    .nullable(),
  /** The model in use, the newest of them where there are several. */
  model: z
    .object({
      id: z.string(),
      familyId: z.string(),
      version: z.number().int().nullable(),
      createdAt: z.number(),
      scoresNew: z.boolean(),
      /** Imports that it has not scored yet. */
      unscored: z.number().int(),
      findings: z.number().int(),
    })
    .nullable(),
  /** Models in use, and retired ones. */
  models: z.object({ active: z.number().int(), retired: z.number().int() }),
  /** Stale data and dead sensors. */
  alerts: z.array(WatchFinding),
  /** Whether the samples have been looked at for dead sensors since the last import. */
  checked: z.boolean(),
});
export type BoardRow = z.infer<typeof BoardRow>;

export const Board = z.object({
  /** Log time of the newest row of all assets, ms UTC. */
  newest: z.number().nullable(),
  /** The most urgent first. */
  rows: z.array(BoardRow),
});
export type Board = z.infer<typeof Board>;

/** The score of the model in use over the last days of the log, for a small chart. */
export const BoardTrend = z.object({
  from: z.number(),
  to: z.number(),
  limit: z.number(),
  time: z.array(z.number()),
  /** Greatest score of each stretch; null where there is none. */
  score: z.array(z.number().nullable()),
});
export type BoardTrend = z.infer<typeof BoardTrend>;
