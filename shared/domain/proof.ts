import { z } from "zod";
import { BaselinePeriod, ReportingPeriod } from "./efficiency.ts";
import { Finding } from "./finding.ts";
import type { Column } from "./frame.ts";
import { TimeRange } from "./time-range.ts";

/**
 * Readings of an energy meter with the drivers of the same intervals, ascending in time. An interval that is missing is missing or NaN;
 * nothing is filled.
 */
export interface MeterRows {
  /** [rows] start of each interval, ms UTC. */
  readonly time: Float64Array;
  /** [rows] energy of the interval (an amount such as kWh, not a power). */
  readonly energy: Float64Array;
  /** [drivers] mean (temperature) or total (output) of the interval. */
  readonly drivers: readonly Column[];
}

export const Meter = z.object({
  tag: z.string(),
  /** Unit of the amount, for example kWh. */
  unit: z.string(),
  /** Usual length of an interval. */
  intervalMs: z.number().positive(),
  /** Local standard time minus UTC: where days and weeks begin. */
  clockOffsetMs: z.number(),
});
export type Meter = z.infer<typeof Meter>;

/** One column of a linear model, made of a driver or of the clock. */
export const Term = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("constant") }),
  z.object({ kind: z.literal("linear"), tag: z.string() }),
  /** max(at − x, 0): heating degrees below a balance point. */
  z.object({ kind: z.literal("below"), tag: z.string(), at: z.number() }),
  /** max(x − at, 0): cooling degrees above a balance point. */
  z.object({ kind: z.literal("above"), tag: z.string(), at: z.number() }),
  /** 1 in one slot of the week (slot 0 begins on Monday 0:00 local standard time), 0 elsewhere. */
  z.object({ kind: z.literal("time-of-week"), slot: z.number().int().nonnegative(), slotMs: z.number().positive() }),
  /** Part of x between two knots: min(max(x − from, 0), to − from). The first reaches down, the last up without end (null). */
  z.object({ kind: z.literal("segment"), tag: z.string(), from: z.number().nullable(), to: z.number().nullable() }),
]);
export type Term = z.infer<typeof Term>;

/**
 * How the energy follows the change driver (usually the outside temperature): not at all (`mean`), straight, with one slope below or
 * above a balance point (three parameters), with both (five), with two slopes that meet (four), or in pieces with a level for every slot
 * of the week. All other drivers are straight lines in every form.
 */
export const BaselineForm = z.enum(["mean", "straight-line", "heating", "cooling", "heating-cooling", "four-parameter", "time-of-week"]);
export type BaselineForm = z.infer<typeof BaselineForm>;

/** How well a model fits the period it was learned from. */
export const FitQuality = z.object({
  n: z.number(),
  parameters: z.number(),
  r2: z.number(),
  adjustedR2: z.number(),
  /** With n − parameters degrees of freedom, unit of the meter. */
  rmse: z.number(),
  /** rmse / mean energy; 0.114 is 11.4 %. */
  cvRmse: z.number(),
  /** Sum of (measured − expected) / ((n − parameters) · mean energy). */
  nmbe: z.number(),
});
export type FitQuality = z.infer<typeof FitQuality>;

/** A dated piece of the periods that is left out, with the reason someone signs for. */
export const Exclusion = z.object({ range: TimeRange, reason: z.string().min(1) });
export type Exclusion = z.infer<typeof Exclusion>;

/** What the work is held against: a model learned before the work and everything it rests on. Plain values throughout. */
export const Baseline = z.object({
  /** Version of this content; a lock made by one version is never compared with another. */
  version: z.literal(1),
  meter: Meter,
  period: BaselinePeriod,
  exclusions: z.array(Exclusion),
  form: BaselineForm,
  /** The forms tried, best first. */
  candidates: z.array(z.object({ form: BaselineForm, quality: FitQuality })),
  terms: z.array(Term).min(1),
  /** [terms] energy per unit of the term. */
  coefficients: z.array(z.number()).min(1),
  quality: FitQuality,
  /** Observed range of every driver over the period. */
  drivers: z.array(z.object({ tag: z.string(), unit: z.string(), low: z.number(), high: z.number(), mean: z.number() })),
  /** The readings it was learned from. [rows] each; `time` ms UTC. */
  rows: z.object({ time: z.array(z.number()), energy: z.array(z.number()), drivers: z.array(z.array(z.number())) }),
  findings: z.array(Finding),
});
export type Baseline = z.infer<typeof Baseline>;

/** A baseline nobody may change any more. Made by `lockBaseline`; a type of its own, so that no unlocked one is reported on. */
export const LockedBaseline = z
  .object({
    baseline: Baseline,
    /** SHA-256 of `lockContent(baseline)`, hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** ms UTC. */
    lockedAt: z.number(),
    lockedBy: z.string(),
  })
  .brand<"LockedBaseline">();
export type LockedBaseline = z.infer<typeof LockedBaseline>;

/**
 * A change of a static factor in the reporting period, judged by a person: what the baseline would have used more (or less). It counts
 * whole as soon as one reading of its range counts.
 */
export const NonRoutineAdjustment = z.object({
  range: TimeRange,
  /** Added to the expected energy of the range, unit of the meter; negative where the plant needs less than before. */
  amount: z.number(),
  /** One standard error of the amount. */
  standardError: z.number().nonnegative(),
  reason: z.string().min(1),
});
export type NonRoutineAdjustment = z.infer<typeof NonRoutineAdjustment>;

/** What is asked of the time after the work. */
export const ReportingPlan = z.object({
  period: ReportingPeriod,
  exclusions: z.array(Exclusion),
  adjustments: z.array(NonRoutineAdjustment),
});
export type ReportingPlan = z.infer<typeof ReportingPlan>;

/** NaN where nothing could be judged. */
const Amount = z.union([z.number(), z.nan()]);

/** An amount between low and high. */
export const SavingInterval = z.object({
  low: Amount,
  high: Amount,
  /** Half the width over Student's t, or the deviation of the draws; unit of the meter. */
  standardError: Amount,
});
export type SavingInterval = z.infer<typeof SavingInterval>;

/** `cannot-be-tested`: a finding blocks; nothing is said about the saving, for or against. */
export const ProofVerdict = z.enum(["proven", "not-proven", "cannot-be-tested"]);
export type ProofVerdict = z.infer<typeof ProofVerdict>;

/** What was saved over a reporting period. Avoided energy = expected + adjustments − measured; savings are positive. */
export const AvoidedEnergy = z.object({
  unit: z.string(),
  /** SHA-256 of the baseline it rests on. */
  baselineSha256: z.string(),
  plan: ReportingPlan,
  /** Readings that count, and those of the period that do not because a reading or a driver is missing. */
  rows: z.number(),
  missingRows: z.number(),
  measured: Amount,
  /** By the model alone: routine adjustments. */
  expected: Amount,
  /** Non-routine adjustments, added up. */
  adjustments: Amount,
  avoided: Amount,
  /** Of expected + adjustments; 1.2 is 1.2 %. */
  percent: Amount,
  /** Two-sided, 0.9 is 90 %. */
  level: z.number(),
  intervals: z.object({
    /** The one the verdict rests on: parameters and noise, memory and all. */
    robust: SavingInterval,
    /** Block bootstrap, beside it. */
    bootstrap: SavingInterval,
    /** Simplified formula of ASHRAE Guideline 14, beside it. */
    guideline: SavingInterval,
  }),
  /** The robust interval in percent of expected + adjustments. */
  percentInterval: z.object({ low: Amount, high: Amount }),
  /** What the exclusions of the reporting period would have added to the avoided energy. */
  exclusionEffects: z.array(z.object({ reason: z.string(), rows: z.number(), avoided: Amount })),
  /** Share of the readings outside what the baseline has seen, 0 … 1, in all and by driver. */
  outside: z.object({ share: Amount, drivers: z.array(z.object({ tag: z.string(), share: Amount })) }),
  /** What the noise of the baseline remembers. */
  noise: z.object({
    /** Length of a grain in which chance is added up: a day or the interval of the meter. */
    grainMs: z.number(),
    /** Correlation of neighbouring grains. */
    correlation: Amount,
    /** Independent grains in the baseline that would tell as much. */
    independentGrains: Amount,
  }),
  /** Running sum of the avoided energy by grain, each with the interval of that sum alone. */
  cumulative: z.object({ time: z.array(z.number()), avoided: z.array(z.number()), low: z.array(z.number()), high: z.array(z.number()) }),
  verdict: ProofVerdict,
  /** Reasons of the verdict and everything a reader must know. */
  findings: z.array(Finding),
});
export type AvoidedEnergy = z.infer<typeof AvoidedEnergy>;

/** What could be proven with this baseline and this meter, before the work. */
export const Eligibility = z.object({
  level: z.number(),
  /** Chance that a saving of that size comes out as proven, 0.8 is 80 %. */
  power: z.number(),
  lengths: z.array(
    z.object({
      weeks: z.number(),
      /** Smallest saving that is proven with that chance, percent of expected. */
      provablePercent: Amount,
      /** Half the width of the interval, percent of expected. */
      halfWidthPercent: Amount,
    }),
  ),
  /** For the saving hoped for: weeks needed; null where five years would not do. */
  wanted: z.object({ percent: z.number(), weeks: z.number().nullable() }).nullable(),
  /** The largest part of the interval that more weeks cannot take away, percent of expected: what the baseline itself leaves open. */
  floorPercent: Amount,
  findings: z.array(Finding),
});
export type Eligibility = z.infer<typeof Eligibility>;

/** How often the interval held and "proven" was said on simulated meters like this one. Percent. */
export const CoverageCheck = z.object({
  runs: z.number(),
  interval90: Amount,
  provenAtZero: Amount,
  bySaving: z.array(z.object({ savingPercent: z.number(), runs: z.number(), interval90: Amount, proven: Amount })),
  /** The check in words, as it stands beside the interval. */
  findings: z.array(Finding),
});
export type CoverageCheck = z.infer<typeof CoverageCheck>;

/** One stretch of an on/off trial; readings in the washout count for neither side. */
export const TrialBlock = z.object({
  range: TimeRange,
  /** `on`: with the measure; `off`: as before. */
  state: z.enum(["on", "off"]),
  /** Blocks of a pair are neighbours, one on, one off, in an order drawn by lot. */
  pair: z.number().int().nonnegative(),
});
export type TrialBlock = z.infer<typeof TrialBlock>;

export const TrialPlan = z.object({
  seed: z.number(),
  blockMs: z.number().positive(),
  washoutMs: z.number().nonnegative(),
  blocks: z.array(TrialBlock).min(2),
  /** [pairs] part of the day or week a pair begins in: "on" comes first in half of the pairs of each. Absent: the lot knew no parts. */
  strata: z.array(z.number().int().nonnegative()).optional(),
});
export type TrialPlan = z.infer<typeof TrialPlan>;

/** What a trial has shown. Savings are positive: off − on. */
export const TrialResult = z.object({
  unit: z.string(),
  /** Pairs with readings on both sides. */
  pairs: z.number(),
  /** Mean saving per reading, unit of the meter. */
  saving: Amount,
  percent: Amount,
  level: z.number(),
  percentInterval: z.object({ low: Amount, high: Amount }),
  /** Chance of a saving at least this large were the measure without effect: share of the orders the lot could have drawn. */
  pValue: Amount,
  /** Correlation of a pair's difference with that of the pair before. */
  correlation: Amount,
  verdict: ProofVerdict,
  findings: z.array(Finding),
});
export type TrialResult = z.infer<typeof TrialResult>;
