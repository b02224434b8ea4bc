import { z } from "zod";
import { Finding } from "./finding.ts";
import { TimeRange } from "./time-range.ts";

/**
 * An alert about the data instead of the machine: a log that ends early, a sensor that stands still or is silent. Codes begin with
 * `watch.`; `at` is the time it concerns.
 */
export const WatchFinding = Finding.extend({ tags: z.array(z.string()), at: TimeRange.nullable() });
export type WatchFinding = z.infer<typeof WatchFinding>;

/** A stretch of time over which a sensor told nothing: it stood on one value, or had no good sample. */
export const DeadStretch = z.object({
  tag: z.string(),
  unit: z.string(),
  kind: z.enum(["stuck", "silent"]),
  /** Where it stood; null while silent. */
  value: z.number().nullable(),
  /** Log time of the first and of the last row it held, ms UTC. */
  from: z.number(),
  to: z.number(),
  /** Whether it lasts to the end of the log. */
  ongoing: z.boolean(),
});
export type DeadStretch = z.infer<typeof DeadStretch>;

/** What a look at all samples of an asset found about its sensors. */
export const Vitals = z.object({
  assetId: z.string(),
  /** The imports that were looked at, and the rules; another key asks for another look. */
  key: z.string(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  dead: z.array(DeadStretch),
  findings: z.array(WatchFinding),
});
export type Vitals = z.infer<typeof Vitals>;

/** Raised whenever the same samples would be judged otherwise. */
export const vitalRules = 1;
