import { z } from "zod";
import { Finding } from "./finding.ts";
import { KpiDefinition } from "./kpi.ts";
import { TimeRange } from "./time-range.ts";

/** The time the expectation is learned from (energy baseline of ISO 50006). */
export const BaselinePeriod = z.object({ ranges: z.array(TimeRange).min(1) }).brand<"BaselinePeriod">();
export type BaselinePeriod = z.infer<typeof BaselinePeriod>;

/** The time that is held against the expectation. A type of its own, so that the two can never be swapped. */
export const ReportingPeriod = z.object({ ranges: z.array(TimeRange).min(1) }).brand<"ReportingPeriod">();
export type ReportingPeriod = z.infer<typeof ReportingPeriod>;

/** How far off an expectation was on steps its model had not seen. */
export const BaselineError = z.object({
  /** In the unit of the KPI. */
  rmse: z.number(),
  mae: z.number(),
  /** rmse / mean size of the measured KPI; 0.114 is 11.4 %. */
  cvRmse: z.number(),
  /** Mean of (measured − expected) / mean size of the measured KPI; 0.02 is 2 %. */
  nmbe: z.number(),
  /** 1 − squared error / variance; below 0 where the mean would have done better, 0 where the KPI never changes. */
  r2: z.number(),
  /** Steps predicted unseen. */
  n: z.number(),
  folds: z.number(),
  /** `time-blocks`: whole days held out, with an embargo to either side. `row-blocks`: the rows have no clock that counts. */
  scheme: z.enum(["time-blocks", "row-blocks"]),
});
export type BaselineError = z.infer<typeof BaselineError>;

export const BaselineCandidate = z.object({
  familyId: z.string(),
  error: BaselineError,
  /** Standard error over the folds of the squared error's mean, as a share of it: what one fold more could change. */
  spread: z.number(),
  /** Relevant variables over which it goes against what is known of them: it was not to be chosen. */
  setAside: z.array(z.string()).optional(),
});
export type BaselineCandidate = z.infer<typeof BaselineCandidate>;

/** The card of a fitted expectation: everything a reader needs in order to trust it or not. */
export const EfficiencyModel = z.object({
  id: z.string(),
  assetId: z.string(),
  kpi: KpiDefinition,
  familyId: z.string(),
  /** The families tried, the chosen one among them, simplest first. */
  candidates: z.array(BaselineCandidate).min(1),
  baselinePeriod: BaselinePeriod,
  error: BaselineError,
  /** Mean of the KPI over the baseline period, unit of the KPI. */
  baselineMean: z.number(),
  /** Range of every relevant variable over the baseline period, in the tag's unit. */
  inputs: z.array(z.object({ tag: z.string(), unit: z.string(), low: z.number(), high: z.number() })),
  /** How much each relevant variable moves the expectation; the shares sum to 1. */
  shares: z.array(z.object({ tag: z.string(), share: z.number() })),
  /** Unit a loss is added up in: unit of the KPI times its throughput times hours, for example kWh. */
  excessUnit: z.string(),
  seed: z.number(),
  /** The error in words, drift, and whatever else a person should know. */
  findings: z.array(Finding),
  /** Hashes or ids of what it was made from. */
  parents: z.array(z.string()),
  createdAt: z.number(),
  trainedMs: z.number(),
});
export type EfficiencyModel = z.infer<typeof EfficiencyModel>;

const values = z.instanceof(Float64Array) as z.ZodType<Float64Array>;
/** NaN where nothing could be judged. */
const Amount = z.union([z.number(), z.nan()]);
const Interval = z.object({ low: Amount, high: Amount, level: z.number() });

/**
 * Measured against expected over a reporting period. A loss is positive where the plant did worse than expected,
 * whichever way the KPI counts; NaN where a step has no answer.
 */
export const EfficiencyResult = z.object({
  kpiId: z.string(),
  unit: z.string(),
  excessUnit: z.string(),
  reportingPeriod: ReportingPeriod,
  stepMs: z.number(),
  steps: z.object({
    /** [steps] start of the step, ms UTC. */
    time: values,
    /** [steps] unit of the KPI. */
    measured: values,
    expected: values,
    /** [steps] standard error of one step's expectation. */
    sigma: values,
    /** [steps] loss as an amount, unit `excessUnit`. */
    excess: values,
    /** [steps] running sum of the loss; a step without an answer keeps the sum. */
    cumulative: values,
    /** [steps] 1 where an input lies outside what the baseline has seen, 0 where not, NaN where there is no input. */
    extrapolated: values,
  }),
  daily: z.object({
    /** [days] start of the day, ms UTC. */
    time: values,
    measured: values,
    expected: values,
    /** [days] loss as percent of expected. */
    lossPercent: values,
    excess: values,
    /** [days] share of the day's steps that were judged, 0 … 1; steps in which the plant stood do not count. */
    coverage: values,
  }),
  totals: z.object({
    /** Over all judged steps, weighted by throughput. */
    measured: Amount,
    expected: Amount,
    lossPercent: Amount,
    lossPercentInterval: Interval,
    excess: Amount,
    excessInterval: Interval,
    /** What was expected as an amount, unit `excessUnit`. */
    expectedAmount: Amount,
    /** Throughput added up over the judged steps, unit `throughputUnit`; hours for a KPI without throughput. */
    throughput: Amount,
    throughputUnit: z.string(),
    /** Hours that were judged. */
    hours: Amount,
    /** Judged steps / steps of the period in which the plant ran or nothing is known of it, 0 … 1. */
    coverage: Amount,
    /** Share of the judged steps outside what the baseline has seen, 0 … 1. */
    extrapolatedShare: Amount,
  }),
  findings: z.array(Finding),
});
export type EfficiencyResult = z.infer<typeof EfficiencyResult>;

/** What the engineer types to put money on the KPI. */
export const ValueInput = z.object({
  /** In the unit of `totals.throughputUnit` per year; null takes the measured rate times the hours. */
  throughputPerYear: z.number().nonnegative().nullable(),
  /** Money per one `excessUnit`, for example 0.12 per kWh. */
  pricePerUnit: z.number().nonnegative(),
  currency: z.string().min(1),
  /** Hours the plant runs in a year, at most 8784. */
  hoursPerYear: z.number().positive().max(8784),
  /** CO2 of the energy carrier, with where the factor is from; absent where none was typed: there is no usual one. */
  co2: z
    .object({
      carrier: z.string().trim().min(1),
      /** kg CO2 per one `excessUnit`, for example 0.4 per kWh. */
      kgPerUnit: z.number().nonnegative(),
      source: z.string().trim().min(1),
    })
    .nullable()
    .optional(),
});
export type ValueInput = z.infer<typeof ValueInput>;

export const ValueOfOnePercent = z.object({
  currency: z.string(),
  /** Unit that is priced, for example kWh. */
  unit: z.string(),
  throughputPerYear: Amount,
  throughputUnit: z.string(),
  /** What is expected to be used or made in a year, in `unit`. */
  kpiPerYear: Amount,
  /** One percent of it, in `unit` and in money. */
  onePercentAmount: Amount,
  onePercentPerYear: Amount,
  /** The measured loss kept up for a year, in `unit` and in money; negative is a gain. */
  lossAmountPerYear: Amount,
  lossPerYear: Amount,
  lossPerYearInterval: Interval,
  /** Of one percent and of the loss, kg CO2 per year, with the factor they rest on; absent where none was typed. */
  co2: z
    .object({
      carrier: z.string(),
      kgPerUnit: z.number(),
      source: z.string(),
      onePercentKg: Amount,
      lossKg: Amount,
      lossInterval: Interval,
    })
    .nullable()
    .optional(),
});
export type ValueOfOnePercent = z.infer<typeof ValueOfOnePercent>;

/** A formula as it was understood. */
export const FormulaCheck = z.object({
  /** Unit of the value, "" for a pure number, null where it cannot be told. */
  unit: z.string().nullable(),
  /** Unit of a loss added up, when the formula is the KPI. */
  excessUnit: z.string().nullable(),
  usedTags: z.array(z.string()),
  /** Blocking where the formula cannot be computed; `at` in the data counts characters from 1. */
  findings: z.array(Finding),
});
export type FormulaCheck = z.infer<typeof FormulaCheck>;

/** A KPI with places that tags are put into by hand. */
export const KpiTemplateForm = z.object({
  id: z.string(),
  /** Of its sentence, `kpi.…`. */
  name: z.string(),
  /** Worded under `efficiency.slot.<name>`. */
  slots: z.array(
    z.object({
      name: z.string(),
      /** Names of the tags whose unit fits, in the order of the asset's tags. */
      tags: z.array(z.string()),
      optional: z.boolean(),
    }),
  ),
});
export type KpiTemplateForm = z.infer<typeof KpiTemplateForm>;

/** A KPI the tags of an asset allow, and why each tag was given its part. */
export const KpiProposal = z.object({ kpi: KpiDefinition, findings: z.array(Finding) });
export type KpiProposal = z.infer<typeof KpiProposal>;
