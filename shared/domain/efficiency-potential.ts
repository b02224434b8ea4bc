import { z } from "zod";

const values = z.instanceof(Float64Array) as z.ZodType<Float64Array>;
/** NaN where nothing could be judged. */
const Amount = z.union([z.number(), z.nan()]);

/** A day of the baseline that shows what this plant can do. */
export const ProofDay = z.object({
  /** Start of the day, ms UTC. */
  time: z.number(),
  /** Hours of that day which were alike in conditions and at least as good as the frontier. */
  hours: z.number(),
  /** How much better than expected under their conditions those hours were, percent of expected. */
  betterPercent: Amount,
});
export type ProofDay = z.infer<typeof ProofDay>;

/** The best this plant has itself shown under like conditions, held against what it did. */
export const Frontier = z.object({
  /** Share of like hours that were at least as good, 0.1 is one in ten. */
  share: z.number(),
  /** Tags that make hours alike: what the plant has to follow, without what people can set. */
  conditions: z.array(z.string()),
  /** Baseline hours it was taken from. */
  hours: z.number(),
  steps: z.object({
    /** [steps] start of the step, ms UTC. */
    time: values,
    /** [steps] unit of the KPI; NaN where the baseline holds too few like hours. */
    frontier: values,
  }),
  daily: z.object({
    /** [days] start of the day, ms UTC. */
    time: values,
    /** [days] unit of the KPI, weighted by throughput. */
    frontier: values,
    /** [days] (measured − frontier) as percent of the frontier, positive where better was shown. */
    opportunityPercent: values,
    /** [days] the same as an amount, in the result's `excessUnit`. */
    opportunity: values,
    /** [days] the days of the baseline that prove the frontier of this day, the strongest first. */
    proof: z.array(z.array(ProofDay)),
  }),
  totals: z.object({
    frontier: Amount,
    opportunityPercent: Amount,
    opportunity: Amount,
    /** Share of the judged throughput that has a frontier, 0 … 1. */
    coverage: Amount,
  }),
  /** The days that prove most of it. */
  proof: z.array(ProofDay),
});
export type Frontier = z.infer<typeof Frontier>;

/** Why a stretch of time differs from the baseline period, in the unit of the KPI; start + parts + loss = measured. */
export const SplitGroup = z.object({
  kind: z.enum(["period", "day", "shift", "load", "crew", "product", "regime"]),
  /** Start of the day (ms UTC); first hour of the shift (0 … 23); number of the load band from 0, the lowest. */
  key: z.number(),
  /** Limits of a load band, unit of its tag; ±Infinity is said as NaN. */
  low: Amount,
  high: Amount,
  /** What the expectation says of the baseline period, weighted by throughput. */
  start: Amount,
  /** [inputs] how far each relevant variable moved the expectation away from there. */
  parts: z.array(Amount),
  expected: Amount,
  /** Measured − expected: what no relevant variable accounts for. */
  rest: Amount,
  measured: Amount,
  /** Throughput added up over the judged steps: parts × throughput × `scale` is an amount in the result's `excessUnit`. */
  throughput: Amount,
  /** What a person calls it, where it has a name of its own: a crew, a product, a regime. */
  label: z.string().optional(),
});
export type SplitGroup = z.infer<typeof SplitGroup>;

/** The judged steps behind a split, kept so that they can be grouped another way. */
export interface SplitRows {
  /** [steps] start, ms UTC. */
  readonly time: Float64Array;
  /** [steps] unit of the KPI. */
  readonly measured: Float64Array;
  readonly expected: Float64Array;
  readonly throughput: Float64Array;
  /** [inputs][steps] how far each input moved the expectation away from the baseline period's; NaN where a step was not attributed. */
  readonly parts: readonly Float64Array[];
  /** What the expectation says of the baseline period. */
  readonly start: number;
  /** Whether every step was attributed. */
  readonly whole: boolean;
}

export const LossSplit = z.object({
  inputs: z.array(z.string()),
  /** Tag whose thirds make the load bands. */
  bandTag: z.string(),
  scale: z.number(),
  groups: z.array(SplitGroup),
  /** Kept beside the model; not told to the window. Missing in models of earlier versions. */
  rows: z.custom<SplitRows>().optional(),
});
export type LossSplit = z.infer<typeof LossSplit>;

/** What lies behind and beyond a loss; a part is null where it could not be told. */
export const EfficiencyPotential = z.object({ frontier: Frontier.nullable(), split: LossSplit.nullable() });
export type EfficiencyPotential = z.infer<typeof EfficiencyPotential>;
