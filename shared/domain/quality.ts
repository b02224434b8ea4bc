import { z } from "zod";
import { Finding } from "./finding.ts";
import { TimeRange } from "./time-range.ts";

/** A finding with the place in the log that shows it; null where it holds for the whole record. */
export const QualityFinding = Finding.extend({ at: TimeRange.nullable() });
export type QualityFinding = z.infer<typeof QualityFinding>;

/** A stretch on one value. */
export const FlatRun = z.object({ value: z.number(), rows: z.number(), from: z.number(), to: z.number() });
export type FlatRun = z.infer<typeof FlatRun>;

/** What kind of signal a tag carries: it decides what may be asked of it. */
export const TagNature = z.enum(["empty", "constant", "states", "counter", "signal"]);
export type TagNature = z.infer<typeof TagNature>;

/** What the samples of one tag of one import are worth. Values are in the tag's unit, times ms UTC, null where undefined. */
export const TagQuality = z.object({
  tag: z.string(),
  unit: z.string(),
  nature: TagNature,
  /** Rows of the log, and those that hold a good sample of this tag. */
  rows: z.number(),
  valid: z.number(),
  /** Texts met instead of numbers, the most frequent first. */
  states: z.array(z.object({ text: z.string(), count: z.number() })),
  /** Share of the samples that are due over the log's time at the tag's own interval; of an irregular tag the time outside gaps, 0 … 1. */
  coverage: z.number(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  median: z.number().nullable(),
  /** Smallest step between two values, null where the tag has no steps of its own. */
  resolution: z.number().nullable(),
  /** Median distance of good samples, ms. */
  intervalMs: z.number().nullable(),
  /** Rates that each hold for a part of the record, by share of the samples; one where the rate never changes. */
  rates: z.array(z.object({ intervalMs: z.number(), share: z.number() })),
  gaps: z.object({ count: z.number(), totalMs: z.number(), longest: TimeRange.nullable() }),
  /** The longest stretch on one value. */
  flat: FlatRun.nullable(),
  spikes: z.object({
    count: z.number(),
    /** Size of the largest in robust standard deviations. */
    sigma: z.number().nullable(),
    /** The largest, the largest first. */
    at: z.array(z.object({ time: z.number(), value: z.number() })),
  }),
  /** Robust slope over the record, and what it adds up to as a share of the tag's usual range. */
  drift: z.object({ perDay: z.number(), share: z.number() }).nullable(),
  /** Least and greatest of equal slices of the log's time, null where a slice holds no sample: for a small chart. */
  shape: z.object({ min: z.array(z.number().nullable()), max: z.array(z.number().nullable()) }),
  findings: z.array(QualityFinding),
});
export type TagQuality = z.infer<typeof TagQuality>;

/** What the samples of one import are worth. */
export const QualityReport = z.object({
  importId: z.string(),
  assetId: z.string(),
  /** Judged by these rules; a report by older ones is made anew. */
  rules: z.number(),
  rows: z.number(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  intervalMs: z.number().nullable(),
  /** What holds for the log as a whole. */
  findings: z.array(QualityFinding),
  tags: z.array(TagQuality),
});
export type QualityReport = z.infer<typeof QualityReport>;

/** Raised whenever the same samples would be judged otherwise. */
export const qualityRules = 1;
