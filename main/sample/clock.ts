import type { SamplePlan } from "./sample-plan.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** [rows] ms UTC of every row the plan asks for. */
export function clock({ start, days, intervalMs }: SamplePlan): Float64Array {
  return Float64Array.from({ length: Math.floor((days * day) / intervalMs) }, (_, row) => start + row * intervalMs);
}
