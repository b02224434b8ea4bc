import { z } from "zod";

/** Which way the KPI moves when the plant does better. */
export const Better = z.enum(["lower", "higher"]);
export type Better = z.infer<typeof Better>;

/** What a person allows a tag to be and to do: bounds in its unit, change per hour; null is no bound. */
export const TagLimit = z.object({
  tag: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  ratePerHour: z.number().positive().nullable(),
});
export type TagLimit = z.infer<typeof TagLimit>;

export const Direction = z.enum(["rises", "falls"]);
export type Direction = z.infer<typeof Direction>;

export const StaticFactor = z.object({
  /** Such as "shifts" or "product mix". */
  name: z.string().trim().min(1),
  /** The tag that shows it; null where none does and a person has to watch it. */
  tag: z.string().nullable(),
  /** What it was in the baseline period, in words; may be empty. */
  baseline: z.string(),
});
export type StaticFactor = z.infer<typeof StaticFactor>;

/**
 * A key performance indicator of an asset, as an engineer writes it: a formula over its tags. Formulas are texts of the
 * efficiency formula language, for example `P101.motor_power / P101.flow`; the parser says what is wrong with one.
 */
export const KpiDefinition = z.object({
  id: z.string(),
  assetId: z.string(),
  name: z.string(),
  /** A ratio is added up as the sum of its numerator over the sum of its denominator, never as a mean of ratios. */
  formula: z.string(),
  /** The unit the KPI is shown in, for example `kWh/m3`; values are converted to it from the unit of the formula. */
  unit: z.string(),
  better: Better,
  /** Rows count only where this holds, for example `P101.speed > 300`; null counts every row. */
  validWhen: z.string().nullable(),
  /**
   * What the KPI is per, as a rate: weighs the steps and turns a loss into an amount, for example `P101.flow` (m3/h) for
   * kWh/m3. Null takes the denominator of a ratio, and time for everything else.
   */
  throughput: z.string().nullable(),
  /**
   * What the expectation is made from: tags that move the KPI and that no fault moves: load, weather, supply, and settings made by
   * hand. Never a tag that answers to the health of the machine (speed, current, vibration, pressure drop): it would explain the
   * loss away.
   */
  relevantVariables: z.array(z.string()),
  /**
   * Tags an operator can set. One that is a relevant variable as well makes the loss that of the machine at the settings it was
   * given; what better settings would save is another question.
   */
  controllableTags: z.array(z.string()),
  /** Tags that have to stay in bounds whatever is set: shown beside every piece of advice. */
  constraintTags: z.array(z.string()).optional(),
  /** Typed for controllable and constraint tags: advice keeps them, whatever the log has seen. */
  limits: z.array(TagLimit).optional(),
  /** What an engineer knows beforehand, by relevant variable: with more of it the KPI never falls (`rises`) or never rises (`falls`). */
  directions: z.record(z.string(), Direction).optional(),
  /** What rarely changes and, when it does, calls for an adjustment (ISO 50006). */
  staticFactors: z.array(StaticFactor).optional(),
  /** Length of a step over which samples are averaged before anything else, ms. */
  resolutionMs: z.number().positive(),
});
export type KpiDefinition = z.infer<typeof KpiDefinition>;
