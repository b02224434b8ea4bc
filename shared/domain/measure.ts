import { z } from "zod";
import { BaselinePeriod, ReportingPeriod } from "./efficiency.ts";
import { Finding } from "./finding.ts";
import { AvoidedEnergy, BaselineForm, CoverageCheck, Eligibility, Exclusion, FitQuality, ProofVerdict, ReportingPlan } from "./proof.ts";

/** `power`: a rate per hour (kW); `amount`: energy of each row (kWh); `counter`: a count that only grows. */
export const MeterKind = z.enum(["power", "amount", "counter"]);
export type MeterKind = z.infer<typeof MeterKind>;

/** What a saving is to be measured with: the meter, what moves it without anybody's doing, and the time before the work. */
export const MeasurePlan = z.object({
  assetId: z.string(),
  name: z.string().trim().min(1),
  meter: z.object({ tag: z.string(), kind: MeterKind }),
  /** Amounts are added up over an interval, all else is averaged. */
  drivers: z.array(z.object({ tag: z.string(), by: z.enum(["mean", "sum"]) })),
  /** The driver with balance points, usually the outside temperature; null where there is none. */
  changeDriver: z.string().nullable(),
  /** Only readings over which this holds throughout count, for example `speed > 300`; null counts every reading. */
  validWhen: z.string().trim().min(1).nullable().default(null),
  /** Length of a reading, a day at most. */
  intervalMs: z.number().positive().max(86_400_000),
  /** Local standard time minus UTC: where days and weeks begin. */
  clockOffsetMs: z.number(),
  baseline: BaselinePeriod,
  exclusions: z.array(Exclusion),
  /** Saving hoped for, percent of expected; null where none is named. */
  hopedPercent: z.number().positive().nullable(),
  /** How long the time after the work is to be measured. */
  plannedWeeks: z.number().int().positive().max(260),
});
export type MeasurePlan = z.infer<typeof MeasurePlan>;

/** Nothing is kept by a name for a number that is missing: null. */
const Known = z.number().nullable();

/** One verification in a line of the ledger. Percents are of what was expected; 1.2 is 1.2 %. */
export const SavingSummary = z.object({
  id: z.string(),
  at: z.number(),
  period: ReportingPeriod,
  verdict: ProofVerdict,
  avoided: Known,
  percent: Known,
  low: Known,
  high: Known,
  level: z.number(),
  coverage: z.object({ runs: z.number(), interval90: Known, provenAtZero: Known }).nullable(),
  seed: z.number(),
});
export type SavingSummary = z.infer<typeof SavingSummary>;

/** One line of the measurement and verification ledger. What is heavy lies beside it, under its id. */
export const Measure = z.object({
  id: z.string(),
  plan: MeasurePlan,
  /** Unit of the energy, for example kWh. */
  unit: z.string(),
  form: BaselineForm,
  quality: FitQuality,
  /** Of the locked baseline, hexadecimal; also in the audit chain. */
  sha256: z.string(),
  lockedAt: z.number(),
  lockedBy: z.string(),
  /** The smallest saving that could be proven over the planned weeks, percent of expected, as it stood at the lock. */
  smallestPercent: Known,
  /** Imports the baseline was learned from. */
  parents: z.array(z.string()),
  /** Whether lock and data still are what they were, as it was last looked into; no finding means they are. */
  check: z.object({ at: z.number(), findings: z.array(Finding) }).nullable(),
  /** What was asked of the time after the work the last time. */
  reporting: ReportingPlan.nullable(),
  /** Verifications, the oldest first; none is ever replaced. */
  results: z.array(SavingSummary),
  /** ms UTC; null while it stands in the ledger. */
  removedAt: z.number().nullable(),
});
export type Measure = z.infer<typeof Measure>;

const values = z.instanceof(Float64Array) as z.ZodType<Float64Array>;

/** Readings of the baseline beside what its model expects of them. */
export const BaselineCurves = z.object({
  /** [rows] start of the interval, ms UTC. */
  time: values,
  /** [rows] unit of the meter. */
  measured: values,
  expected: values,
  intervalMs: z.number(),
});
export type BaselineCurves = z.infer<typeof BaselineCurves>;

/** A measure before its baseline is locked: what could be proven with it. */
export const WeighedMeasure = z.object({
  draftId: z.string(),
  plan: MeasurePlan,
  unit: z.string(),
  form: BaselineForm,
  quality: FitQuality,
  curves: BaselineCurves,
  eligibility: Eligibility,
  findings: z.array(Finding),
});
export type WeighedMeasure = z.infer<typeof WeighedMeasure>;

/** Avoided energy of every week of a reporting period, each with the interval of that week alone. */
export const WeeklySavings = z.object({
  /** [weeks] Monday 0:00 local standard time, ms UTC. */
  time: values,
  /** [weeks] unit of the meter; NaN where no reading counts. */
  avoided: values,
  low: values,
  high: values,
});
export type WeeklySavings = z.infer<typeof WeeklySavings>;

/** One verification in full. */
export const Verification = z.object({
  summary: SavingSummary,
  saving: AvoidedEnergy,
  weekly: WeeklySavings,
  /** Null where it was not asked for. */
  coverage: CoverageCheck.nullable(),
});
export type Verification = z.infer<typeof Verification>;

/** A locked baseline as it is looked at. */
export const MeasureDetail = z.object({
  measure: Measure,
  curves: BaselineCurves,
  eligibility: Eligibility,
  findings: z.array(Finding),
});
export type MeasureDetail = z.infer<typeof MeasureDetail>;
