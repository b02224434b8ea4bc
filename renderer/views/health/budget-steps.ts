/** Alerts per week a slider stops at: about evenly spread on a logarithmic scale, round in the words of a plant. */
export const budgetSteps = [0.1, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 14, 21, 35, 50, 70, 100] as const;

/** The place of a budget on the slider: the step nearest to it by ratio. */
export function budgetStep(alertsPerWeek: number): number {
  let best = 0;
  for (const [at, step] of budgetSteps.entries())
    if (Math.abs(Math.log(step / alertsPerWeek)) < Math.abs(Math.log(budgetSteps[best]! / alertsPerWeek))) best = at;
  return best;
}
