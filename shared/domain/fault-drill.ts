import { z } from "zod";

/**
 * Faults that are planted into normal rows to see whether a model notices: one tag drifts, jumps, holds its value, grows noisy, no longer
 * goes with the others, or two tags leave slowly together.
 */
export const drillFaults = ["drift", "step", "stuck", "noise", "lost-correlation", "degradation"] as const;
export const DrillFault = z.enum(drillFaults);
export type DrillFault = z.infer<typeof DrillFault>;

/** How the drills of one kind of fault went at one limit. */
export const DrillOutcome = z.object({
  fault: DrillFault,
  tried: z.number(),
  caught: z.number(),
  /** Median time from the onset to the alert of those caught, ms; null where none was. */
  delayMs: z.number().nullable(),
});
export type DrillOutcome = z.infer<typeof DrillOutcome>;

/** What a budget costs and what it catches. */
export const DrillPoint = z.object({
  alertsPerWeek: z.number(),
  /** The limit that budget leads to, 0 … 1. */
  limit: z.number(),
  /** Alerts counted on the reference, held out and without any fault, per week. */
  falseAlertsPerWeek: z.number(),
  outcomes: z.array(DrillOutcome),
});
export type DrillPoint = z.infer<typeof DrillPoint>;

/** The drills of a family on one reference, over the budgets a person may choose, the smallest first. */
export const FamilyDrills = z.object({ familyId: z.string(), points: z.array(DrillPoint).min(1) });
export type FamilyDrills = z.infer<typeof FamilyDrills>;

/** The point of the budget nearest by ratio. */
export function drillPointAt({ points }: FamilyDrills, alertsPerWeek: number): DrillPoint {
  const distance = (point: DrillPoint) => Math.abs(Math.log(point.alertsPerWeek / alertsPerWeek));
  return points.reduce((best, point) => (distance(point) < distance(best) ? point : best));
}

/** Share of all drills caught, 0 … 1; NaN where none was tried. */
export function caughtShare({ outcomes }: DrillPoint): number {
  const sum = (of: (outcome: DrillOutcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  return sum((o) => o.caught) / sum((o) => o.tried);
}

/** Settings of a family that were tried by the drills, and how they went at the budget asked for. */
export const ParamsTried = z.object({
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  tried: z.number(),
  caught: z.number(),
  /** Median time from the onset to the alert of the drifts caught, ms; null where none was. */
  driftDelayMs: z.number().nullable(),
  /** Whether the model was trained with them. */
  chosen: z.boolean(),
});
export type ParamsTried = z.infer<typeof ParamsTried>;
