import { z } from "zod";
import { TimeRange } from "./time-range.ts";

/** The kinds of fault planted in the sample plant. */
export const SampleFaultKind = z.enum(["bearing-wear", "cavitation", "seal-leak", "fouling", "sensor-drift", "stuck-sensor"]);
export type SampleFaultKind = z.infer<typeof SampleFaultKind>;

/** One planted fault. Times are ms UTC. */
export const SampleFault = z.object({
  kind: SampleFaultKind,
  /** Tags on which it can be seen, the plainest first. */
  tags: z.array(z.string()).min(1),
  /** Onset. */
  from: z.number(),
  /** Full severity is reached. */
  fullFrom: z.number(),
  /** It is mended, or the machine trips on it. */
  to: z.number(),
  /** How bad it gets, in words and numbers; the sentence in other languages is `sample.severity.<kind>`. */
  severity: z.string(),
  /** The numbers the sentence is made of. */
  data: z.record(z.string(), z.number()),
  /** From this hour on it stands out of the scatter of one of its tags by three standard deviations; null where it never does. */
  detectableFrom: z.number().nullable(),
});
export type SampleFault = z.infer<typeof SampleFault>;

/** Something rare that is no fault: an alert on it is a false alert. */
export const BenignEvent = TimeRange.extend({ kind: z.enum(["rare-load", "maintenance-stop", "seal-rinse"]) });
export type BenignEvent = z.infer<typeof BenignEvent>;

/** Energy of one day (UTC) against the same plant without faults under the same duty, valve position and weather. */
export const DailyLoss = z.object({
  /** `2025-04-24` */
  day: z.string(),
  volume_m3: z.number(),
  energy_kWh: z.number(),
  /** What the healthy plant would have used. */
  healthy_kWh: z.number(),
  /** 100 × (specific energy / healthy specific energy − 1); positive is a loss. */
  lossPercent: z.number(),
});
export type DailyLoss = z.infer<typeof DailyLoss>;

/** What is true of a simulated log and cannot be read off it: the answers to detection, lead time and recovered percent. */
export const SampleTruth = z.object({
  version: z.literal(1),
  seed: z.number().int(),
  start: z.number(),
  days: z.number(),
  intervalMs: z.number(),
  /** Free of faults: fit to learn what is normal. */
  reference: TimeRange,
  faults: z.array(SampleFault),
  benign: z.array(BenignEvent),
  efficiency: z.object({
    daily: z.array(DailyLoss),
    /** Of the whole log, weighted by energy. */
    lossPercent: z.number(),
    energy_kWh: z.number(),
    lost_kWh: z.number(),
    /** Volume pumped, scaled to 365 days. */
    throughput_m3_a: z.number(),
  }),
});
export type SampleTruth = z.infer<typeof SampleTruth>;
