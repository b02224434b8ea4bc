import { z } from "zod";
import { Finding } from "./finding.ts";

/** A stretch of a tag's values: from ≤ value < to, in the tag's unit; null where it has no end. */
export const TagBand = z.object({ tag: z.string(), unit: z.string(), from: z.number().nullable(), to: z.number().nullable() });
export type TagBand = z.infer<typeof TagBand>;

/** An operating condition under which values compare: the machine stands, starts, changes from one condition to another, or runs steadily in a band. */
export const Regime = z.object({
  /** Unique within its plan. */
  id: z.string().min(1),
  kind: z.enum(["off", "start", "transition", "band"]),
  /** A person's name for it; "" where the words of its kind and its bands will do. */
  name: z.string(),
  /** A row belongs to a band where all stretches of any of these cells hold; empty for the other kinds. */
  cells: z.array(z.array(TagBand)),
  /** false: its rows are neither learned from nor scored. */
  included: z.boolean(),
});
export type Regime = z.infer<typeof Regime>;

/** The regimes of a machine, told by the tags that command it. */
export const RegimePlan = z.object({
  tags: z.array(z.string()),
  /** In the order they are shown: off, start and transition where there are any, then the bands from low to high. */
  regimes: z.array(Regime).max(16),
});
export type RegimePlan = z.infer<typeof RegimePlan>;

/** At most so many bands are proposed: more are not taken in at a glance, and leave too few rows for each. */
export const mostBands = 6;

/** How models and limits follow the regimes: as the drills on held-out reference speak for, one for all, or one per regime wherever it has rows enough. */
export const RegimeFit = z.enum(["proven", "common", "per-regime"]);
export type RegimeFit = z.infer<typeof RegimeFit>;

/** How much of the log, and of the reference, lies in a regime. */
export const RegimeCover = z.object({ id: z.string(), hours: z.number(), referenceHours: z.number() });
export type RegimeCover = z.infer<typeof RegimeCover>;

/** A tag that can tell the regimes, and how well. */
export const CommandTag = z.object({
  tag: z.string(),
  unit: z.string(),
  /** Where its values part, ascending, in its unit. */
  edges: z.array(z.number()),
  /** Mean share of the other tags' variance that its bands explain, 0 … 1. */
  explains: z.number(),
});
export type CommandTag = z.infer<typeof CommandTag>;

/** The regimes found in a log; a person may choose otherwise. */
export const RegimeProposal = z.object({
  plan: RegimePlan,
  /** Tags whose values part into bands, the most telling first. */
  commands: z.array(CommandTag),
  cover: z.array(RegimeCover),
  findings: z.array(Finding),
});
export type RegimeProposal = z.infer<typeof RegimeProposal>;

/** A stretch of time in one regime. */
export const RegimeSpan = z.object({ id: z.string(), from: z.number(), to: z.number() });
export type RegimeSpan = z.infer<typeof RegimeSpan>;

/** What became of a regime in training. */
export const FittedRegime = z.object({
  id: z.string(),
  /** Reference rows with a score. */
  rows: z.number(),
  hours: z.number(),
  /** Whether it has a model of its own; otherwise the common one judges its rows. */
  own: z.boolean(),
  /** The score at which its rows are abnormal, in terms of the model before its scores were brought into line, 0 … 1; null where they were not. */
  ownLimit: z.number().nullable(),
});
export type FittedRegime = z.infer<typeof FittedRegime>;

/** What a tag that gives the machine its conditions has shown in the reference, in its unit. */
export const SeenCondition = z.object({ tag: z.string(), unit: z.string(), low: z.number(), high: z.number() });
export type SeenCondition = z.infer<typeof SeenCondition>;

/** Most rows of an episode lie in conditions that the reference has not shown: the tag that is furthest outside, and how far it went. */
export const UnseenConditions = SeenCondition.extend({
  value: z.number(),
  /** Of the episode's abnormal rows, 0.5 … 1. */
  share: z.number(),
});
export type UnseenConditions = z.infer<typeof UnseenConditions>;

/** Regimes as a model has learned them. */
export const RegimeCard = z.object({
  plan: RegimePlan,
  /** What was decided on: one model, one model with limits per regime, or models and limits per regime. */
  fit: z.enum(["common", "limits", "models"]),
  fitted: z.array(FittedRegime),
  /** Beyond these conditions are unseen. */
  seen: z.array(SeenCondition),
});
export type RegimeCard = z.infer<typeof RegimeCard>;

/** The bands of a plan, in its order. */
export const bandsOf = (plan: RegimePlan): Regime[] => plan.regimes.filter((regime) => regime.kind === "band");
