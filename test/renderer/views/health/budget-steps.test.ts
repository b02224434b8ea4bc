import { expect, test } from "vitest";
import { budgetStep, budgetSteps } from "../../../../renderer/views/health/budget-steps.ts";

test("every step of the slider is its own place", () => expect(budgetSteps.map(budgetStep)).toEqual(budgetSteps.map((_, at) => at)));

test("a budget between two steps stands at the nearer one by ratio", () => {
  expect(budgetSteps[budgetStep(0.3)]).toBe(0.25);
  expect(budgetSteps[budgetStep(1000)]).toBe(100);
});
