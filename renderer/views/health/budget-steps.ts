import { alertBudgetSteps } from "#shared/domain/health.ts";

export const budgetSteps = alertBudgetSteps;

/** The place of a budget on the slider: the step nearest to it by ratio. */
export function budgetStep(alertsPerWeek: number): number {
  let best = 0;
  for (const [at, step] of budgetSteps.entries())
    if (Math.abs(Math.log(step / alertsPerWeek)) < Math.abs(Math.log(budgetSteps[best]! / alertsPerWeek))) best = at;
  return best;
}
