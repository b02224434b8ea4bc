import { z } from "zod";
import { BaselinePeriod, ValueInput } from "./efficiency.ts";
import { Finding } from "./finding.ts";
import { KpiDefinition } from "./kpi.ts";
import { MeterKind } from "./measure.ts";
import { Baseline, Exclusion, TrialPlan, TrialResult } from "./proof.ts";
import type { TimeRange } from "./time-range.ts";

/** Nothing is kept by a name for a number that is missing: null. */
const Known = z.number().nullable();

/** What a trial is judged by: an energy meter, or a KPI of the asset. */
export const TrialYardstick = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("meter"),
    tag: z.string(),
    meterKind: MeterKind,
    /** Only readings over which this holds throughout count; null counts every reading. */
    validWhen: z.string().trim().min(1).nullable(),
  }),
  z.object({ kind: z.literal("kpi"), kpi: KpiDefinition }),
]);
export type TrialYardstick = z.infer<typeof TrialYardstick>;

/** What is set otherwise in the blocks that are on. Values in the tag's unit. */
export const TrialSetting = z.object({
  tag: z.string(),
  unit: z.string(),
  /** In blocks that are off, and in those that are on. */
  from: z.number(),
  to: z.number(),
  /** The fastest change allowed, unit of the tag per hour; null where none is known. */
  ratePerHour: z.number().positive().nullable(),
});
export type TrialSetting = z.infer<typeof TrialSetting>;

/** A tag that has to stay in bounds whatever is tried; null is no bound. */
export const TrialWatch = z.object({ tag: z.string(), unit: z.string(), low: Known, high: Known });
export type TrialWatch = z.infer<typeof TrialWatch>;

/** What is to be tried, how it is told, and how long one may take over it. */
export const TrialWish = z.object({
  assetId: z.string(),
  name: z.string().trim().min(1),
  yardstick: TrialYardstick,
  better: z.enum(["lower", "higher"]),
  /** What moves the yardstick without anybody's doing. Never a tag that is tried: it would explain the gain away. */
  drivers: z.array(z.object({ tag: z.string(), by: z.enum(["mean", "sum"]) })),
  settings: z.array(TrialSetting),
  watch: z.array(TrialWatch),
  /** Gain to be proven, percent of the yardstick's mean; its interval where advice gave one. */
  expected: z.object({ percent: z.number().positive(), low: Known, high: Known }),
  /** Time without the measure: how far its readings differ says how long the trial must run. */
  history: BaselinePeriod,
  exclusions: z.array(Exclusion),
  /** Length of a reading. */
  intervalMs: z.number().positive().max(86_400_000),
  /** Local standard time minus UTC: where days, day parts and the blocks' clock times come from. */
  clockOffsetMs: z.number(),
  /** Start of the first block, ms UTC. */
  from: z.number(),
  /** Null takes the length with the fewest hours. */
  blockMs: z.number().positive().nullable(),
  /** Null takes as many as the gain needs. */
  pairs: z.number().int().min(2).max(2000).nullable(),
  /** Time after each start of a block that belongs to neither side. */
  washoutMs: z.number().nonnegative(),
  seed: z.number().int().nonnegative(),
  /** What turns a gain into money and CO2; null where nothing was typed. */
  value: ValueInput.nullable(),
  /** The efficiency model whose advice is tried; null where there is none. */
  modelId: z.string().nullable(),
});
export type TrialWish = z.infer<typeof TrialWish>;

/** How long the trial must run with blocks of one length. */
export const TrialNeed = z.object({ blockMs: z.number(), pairs: Known, hours: Known, deviationPercent: Known });
export type TrialNeed = z.infer<typeof TrialNeed>;

/** Chances a trial is planned with: 0.05 of saying proven where nothing is gained, 0.8 of saying it where the gain is there. */
export const TrialRisks = z.object({ falselyProven: z.number(), power: z.number() });

/** A trial before its plan is locked. */
export const WeighedTrial = z.object({
  draftId: z.string(),
  wish: TrialWish,
  /** Unit of a reading of the yardstick. */
  unit: z.string(),
  needs: z.array(TrialNeed),
  plan: TrialPlan,
  /** Smallest gain these blocks prove with the power of `risks`, percent; null where the history cannot tell. */
  provablePercent: Known,
  risks: TrialRisks,
  /** How well the drivers tell the yardstick, CV(RMSE) as a share; null without a baseline. */
  cvRmse: Known,
  findings: z.array(Finding),
});
export type WeighedTrial = z.infer<typeof WeighedTrial>;

/** What was done otherwise than planned, noted by a person. */
export const TrialDeviation = z.object({
  id: z.string(),
  /** Number of the block in the plan, from 0. */
  block: z.number().int().nonnegative(),
  /** `skipped`: the block was not run; `swapped`: it was run in the other state; `disturbed`: something else happened in it. */
  what: z.enum(["skipped", "swapped", "disturbed"]),
  reason: z.string().trim().min(1),
  by: z.string(),
  at: z.number(),
});
export type TrialDeviation = z.infer<typeof TrialDeviation>;

/** A gain as an amount: kWh, money, CO2. Null where it could not be told or nothing was typed. */
export const TrialWorth = z.object({
  /** Unit of the amounts, for example kWh. */
  unit: z.string(),
  /** Gain per hour on. */
  perHour: Known,
  /** Over the hours that were on in the trial. */
  onHours: z.number(),
  gained: Known,
  perYear: z
    .object({
      hours: z.number(),
      amount: z.object({ value: Known, low: Known, high: Known }),
      money: z.object({ value: Known, low: Known, high: Known, currency: z.string() }),
      co2Kg: z.object({ value: Known, low: Known, high: Known }).nullable(),
    })
    .nullable(),
});
export type TrialWorth = z.infer<typeof TrialWorth>;

/** What each block has shown. */
export const TrialBlockSeen = z.object({
  /** Mean of the yardstick over the readings that count, its unit; null where there is none. */
  mean: Known,
  readings: z.number(),
  /** [settings] mean of each tag that is tried. */
  settings: z.array(Known),
  /** Whether the settings were nearer to what the plan says than to the other side; null where they cannot tell. */
  followed: z.boolean().nullable(),
});
export type TrialBlockSeen = z.infer<typeof TrialBlockSeen>;

/** One judgement of a trial; none is ever replaced. */
export const TrialJudgement = z.object({
  id: z.string(),
  at: z.number(),
  /** Blocks with a noted deviation left out. */
  result: TrialResult.extend({
    saving: Known,
    percent: Known,
    pValue: Known,
    correlation: Known,
    percentInterval: z.object({ low: Known, high: Known }),
  }),
  /** The same with every block counted as it was drawn; null where no deviation was noted. */
  asDrawn: z.object({ verdict: z.string(), percent: Known, low: Known, high: Known }).nullable(),
  worth: TrialWorth,
  blocks: z.array(TrialBlockSeen),
  /** Until when the log reached, ms UTC. */
  dataTo: z.number(),
});
export type TrialJudgement = z.infer<typeof TrialJudgement>;

/** A trial whose plan nobody may change any more. */
export const Trial = z.object({
  id: z.string(),
  wish: TrialWish,
  unit: z.string(),
  plan: TrialPlan,
  needs: z.array(TrialNeed),
  provablePercent: Known,
  risks: TrialRisks,
  /** Of the wish, the blocks and the baseline, hexadecimal; also in the audit chain. */
  sha256: z.string(),
  lockedAt: z.number(),
  lockedBy: z.string(),
  /** Imports the history was read from. */
  parents: z.array(z.string()),
  deviations: z.array(TrialDeviation),
  judgements: z.array(TrialJudgement),
  removedAt: z.number().nullable(),
});
export type Trial = z.infer<typeof Trial>;

/** What is locked, as it is hashed. */
export const LockedTrial = z.object({ version: z.literal(1), wish: TrialWish, plan: TrialPlan, baseline: Baseline.nullable() });
export type LockedTrial = z.infer<typeof LockedTrial>;

/** When the trial begins and ends. */
export const trialSpan = ({ blocks }: Pick<TrialPlan, "blocks">): TimeRange => ({
  from: blocks[0]!.range.from,
  to: blocks.at(-1)!.range.to,
});
