import { z } from "zod";
import { Finding } from "./finding.ts";

/** NaN where nothing could be told. */
const Amount = z.union([z.number(), z.nan()]);
const Interval = z.object({ low: Amount, high: Amount, level: z.number() });
/** By tag, in the unit of the tag. */
export const TagValues = z.record(z.string(), z.number());
export type TagValues = z.infer<typeof TagValues>;

/** What a constraint tag was in some hours. */
const Seen = z.object({ mean: Amount, low: Amount, high: Amount });

/** An hour of the baseline that was alike and did better. */
export const LikeHour = z.object({
  /** ms UTC */
  time: z.number(),
  measured: z.number(),
  conditions: TagValues,
  settings: TagValues,
  /** Better than expected under its conditions at the settings asked about, percent. */
  betterPercent: Amount,
});
export type LikeHour = z.infer<typeof LikeHour>;

/** Other settings, their gain and the hours that speak for them. */
export const SettingAdvice = z.object({
  settings: z.array(
    z.object({
      tag: z.string(),
      unit: z.string(),
      from: z.number(),
      to: z.number(),
      /** The largest usual change from one step to the next in the baseline, unit of the tag; NaN where it never changed. */
      rate: Amount,
      /** Steps that take the change there without exceeding it. */
      steps: z.number(),
    }),
  ),
  /** KPI expected at the settings asked about, and at the advised ones. */
  now: z.number(),
  after: z.number(),
  /** Gain as percent of `now`, positive is better. */
  gainPercent: z.number(),
  /** For a day run so: conformal, from what held-out days were off by. */
  gainInterval: Interval,
  /** Hours alike at the advised settings, the days they lie on, and how many of them did better than `now` would have. */
  hours: z.number(),
  days: z.number(),
  betterHours: z.number(),
  /** What those hours were better by on average, measured, percent. */
  shownPercent: Amount,
  /** The likest of them that did better. */
  examples: z.array(LikeHour),
  /** Constraint tags in the like hours at the settings asked about, and at the advised ones. */
  constraints: z.array(z.object({ tag: z.string(), unit: z.string(), now: Seen, after: Seen })),
});
export type SettingAdvice = z.infer<typeof SettingAdvice>;

/** What the KPI would be at settings that a person tries. */
export const WhatIf = z.object({
  settings: TagValues,
  expected: Amount,
  /** For a day run so. */
  interval: Interval,
  gainPercent: Amount,
  gainInterval: Interval,
  /** Like hours at such settings; with few of them the answer is a guess. */
  hours: z.number(),
  seen: z.boolean(),
});
export type WhatIf = z.infer<typeof WhatIf>;

const values = z.instanceof(Float64Array) as z.ZodType<Float64Array>;

/** The expected KPI against one setting, all else as it is asked. */
export const SettingSensitivity = z.object({
  tag: z.string(),
  unit: z.string(),
  /** Where it is now. */
  value: z.number(),
  /** Seen in like hours; beyond, the expectation rests on other conditions. NaN without like hours. */
  seenLow: Amount,
  seenHigh: Amount,
  /** [points] unit of the tag, over what the whole baseline has seen. */
  at: values,
  /** [points] unit of the KPI; low and high for a day run so. */
  expected: values,
  low: values,
  high: values,
});
export type SettingSensitivity = z.infer<typeof SettingSensitivity>;

export const EfficiencyAdvice = z.object({
  unit: z.string(),
  better: z.enum(["lower", "higher"]),
  conditions: z.array(z.object({ tag: z.string(), unit: z.string(), value: z.number(), low: z.number(), high: z.number() })),
  /** Low and high over like hours: further a setting must not be moved. */
  settings: z.array(z.object({ tag: z.string(), unit: z.string(), value: z.number(), low: z.number(), high: z.number() })),
  /** Like hours in the baseline. */
  likeHours: z.number(),
  advice: SettingAdvice.nullable(),
  whatIf: WhatIf.nullable(),
  /** One per setting. */
  sensitivity: z.array(SettingSensitivity).optional(),
  /** Why there is no advice, or what to mind. */
  findings: z.array(Finding),
});
export type EfficiencyAdvice = z.infer<typeof EfficiencyAdvice>;
